/**
 * A refusal, as every door words it: what happened, what to do, and the place in what was sent. Never a value.
 * Thrown by routes and use cases, written as `application/problem+json` by edge/errors.ts.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Stable: clients may act on it. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly path: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(words: ProblemWords) {
    super(words.code);
    this.status = words.status;
    this.code = words.code;
    this.title = words.title;
    this.detail = words.detail;
    this.path = words.path;
    this.retryAfterSeconds = words.retryAfterSeconds;
  }
}

export interface ProblemWords {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** As in `answers.trials[0].weeks`. */
  readonly path?: string;
  readonly retryAfterSeconds?: number;
}

export const badRequest = (code: string, detail: string, path?: string): Problem =>
  new Problem({ status: 400, code, title: 'This request cannot be read', detail, ...at(path) });

/** Well formed, but not what this door takes. */
export const unprocessable = (code: string, detail: string, path?: string): Problem =>
  new Problem({ status: 422, code, title: 'Something here needs to be changed', detail, ...at(path) });

export const notSignedIn = (): Problem =>
  new Problem({
    status: 401,
    code: 'not-signed-in',
    title: 'You are not signed in',
    detail: 'Sign in, then try again.',
  });

export const notAllowed = (): Problem =>
  new Problem({
    status: 403,
    code: 'not-allowed',
    title: 'Your account may not do this',
    detail: 'Ask an administrator of the clinic if you need it.',
  });

/** Also for what somebody may not see: nobody learns from us that it exists. */
export const notFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'not-found',
    title: 'There is nothing here',
    detail: 'Check the address, or go back to the start page.',
  });

export const conflict = (code: string, detail: string): Problem =>
  new Problem({ status: 409, code, title: 'This was already done another way', detail });

/** Somebody else saved in between (`If-Match`). */
export const changedMeanwhile = (): Problem =>
  new Problem({
    status: 412,
    code: 'changed-meanwhile',
    title: 'Somebody else changed this in the meantime',
    detail: 'Load it again, look at what changed, then save.',
  });

export const versionRequired = (): Problem =>
  new Problem({
    status: 428,
    code: 'version-required',
    title: 'The version is missing',
    detail: 'Send the version you read in If-Match, or If-None-Match: * for something new.',
  });

export const tooMany = (retryAfterSeconds: number): Problem =>
  new Problem({
    status: 429,
    code: 'too-many',
    title: 'Too many tries',
    detail: 'Wait a little, then try again. Nothing you entered is lost.',
    retryAfterSeconds,
  });

export const storeUnavailable = (): Problem =>
  new Problem({
    status: 503,
    code: 'store-unavailable',
    title: 'We cannot save right now',
    detail: 'Keep this page open and try again in a minute.',
    retryAfterSeconds: 60,
  });

const at = (path: string | undefined) => (path === undefined ? {} : { path });
