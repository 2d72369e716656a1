import type * as z from 'zod/mini';
import { problem } from '../submission/wire.ts';

/** Why a request to the server did not succeed, as the portal shows it. */
export type Refusal =
  | { readonly kind: 'signedOut'; readonly because: 'locked' | 'ended' }
  | { readonly kind: 'notFound' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly title: string;
      readonly detail: string;
      readonly path: string | undefined;
      readonly requestId: string;
      readonly retryAfterSeconds: number | undefined;
    }
  | { readonly kind: 'unreachable' }
  /** The server speaks another version than this page. */
  | { readonly kind: 'unreadable' };

export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Asked by the page, not by a person: it does not keep the session awake. */
  readonly byItself?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const PATIENCE_MS = 20_000;

/** Asks the server, and takes an answer only in the shape that was agreed. */
export async function ask<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  request: Request = {},
): Promise<z.infer<S>> {
  const response = await sent(path, request);
  if (!response.ok) throw new RefusedError(await refusalOf(response));
  const parsed = schema.safeParse(response.status === 204 ? undefined : await bodyOf(response));
  if (!parsed.success) throw new RefusedError({ kind: 'unreadable' });
  return parsed.data;
}

/**
 * A session goes on under a new token when the second factor is shown again. What was under way with the old one is
 * refused before anything is done, and asked once more with the new.
 */
async function sent(path: string, request: Request): Promise<Response> {
  const response = await send(path, request);
  return response.status === 401 && !path.startsWith('/api/auth/') ? send(path, request) : response;
}

async function send(path: string, { method = 'GET', body, byItself = false, headers, signal }: Request) {
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, PATIENCE_MS);
  signal?.addEventListener('abort', end);
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: stop.signal,
      headers: {
        ...headers,
        ...(byItself ? { 'x-background-refresh': '1' } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RefusedError({ kind: 'unreachable' });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

/** A proxy in between may answer with a page of its own, or break off half way. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new RefusedError({ kind: 'unreachable' });
  }
}

const PROBLEM = 'urn:prelude:problem:';

export async function refusalOf(response: Response): Promise<Refusal> {
  const parsed = problem.safeParse(await bodyOf(response));
  if (!parsed.success) return { kind: 'unreachable' };
  const { type, title, detail, path, requestId } = parsed.data;
  const code = type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : type;
  if (code === 'not-signed-in') return { kind: 'signedOut', because: 'ended' };
  if (code === 'session-locked') return { kind: 'signedOut', because: 'locked' };
  if (code === 'not-found') return { kind: 'notFound' };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined;
  return { kind: 'refused', code, title, detail, path, requestId, retryAfterSeconds };
}

/** What is behind an error of a query: anything unforeseen is a page that cannot read its server. */
export const refusalBehind = (error: unknown): Refusal =>
  error instanceof RefusedError ? error.refusal : { kind: 'unreadable' };
