import type * as z from 'zod/mini';
import {
  type OpenFollowUpRequest,
  patientFollowUps,
  type ReplyRequest,
  replyReceipt,
} from '../../submission/reply-wire.ts';
import * as wire from '../../submission/wire.ts';

/**
 * What became of a request. `unheard`: nobody answered, or somebody else did (a captive portal answers anything with
 * a page of HTML), so it may be tried again. `busy`: whoever answered has no room just now, and may say for how long.
 * Only an answer that is JSON of the expected shape counts.
 */
export type Heard<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: wire.ProblemDetails }
  | { readonly kind: 'busy'; readonly status: Busy; readonly waitMs?: number }
  | { readonly kind: 'unheard' };

/** Too many requests, or a server that rests: nothing is wrong with what was sent. */
type Busy = 429 | 503;

interface Request {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly verifier?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets the request outlive the page: for what must arrive although the tab is closed. */
  readonly keepalive?: boolean;
}

/** Longer than any answer of ours takes; a dead connection is then tried anew. */
const PATIENCE_MS = 20_000;

const isJson = (response: Response) =>
  /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '');

const send = ({ method, path, body, verifier, headers, keepalive = false }: Request): Promise<Response> =>
  fetch(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(verifier && { authorization: `Draft ${verifier}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    keepalive,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

const isBusy = (status: number): status is Busy => status === 429 || status === 503;

/** `Retry-After` in seconds; as a date it is not ours, and then the wait is our own. */
function busy({ status, headers }: Response): Heard<never> | undefined {
  if (!isBusy(status)) return undefined;
  const seconds = /^\s*(\d{1,6})\s*$/.exec(headers.get('retry-after') ?? '')?.[1];
  return { kind: 'busy', status, ...(seconds && { waitMs: Number(seconds) * 1_000 }) };
}

const refusal = async (response: Response): Promise<Heard<never>> => {
  const problem = wire.problem.safeParse(await response.json());
  return problem.success
    ? { kind: 'refused', status: response.status, problem: problem.data }
    : { kind: 'unheard' };
};

async function ask<T extends z.ZodMiniType>(request: Request, expected: T): Promise<Heard<z.infer<T>>> {
  try {
    const response = await send(request);
    const waiting = busy(response);
    if (waiting) return waiting;
    if (!isJson(response)) return { kind: 'unheard' };
    if (!response.ok) return await refusal(response);
    const parsed = expected.safeParse(await response.json());
    return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unheard' };
  } catch {
    return { kind: 'unheard' };
  }
}

/** What shows that a person holds the secret of a draft. */
export interface Access {
  readonly id: string;
  readonly verifier: string;
}

const draftPath = ({ id }: Access) => `/api/drafts/${id}`;

/** Saves ciphertext over the version that was last seen; a first save has none. */
export const saveDraft = (access: Access, ciphertext: string, seen: number | null, keepalive = false) =>
  ask(
    {
      keepalive,
      method: 'PUT',
      path: draftPath(access),
      body: { ciphertext },
      verifier: access.verifier,
      headers: seen === null ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` },
    },
    wire.draftSaved,
  );

export const loadDraft = (access: Access) =>
  ask({ method: 'GET', path: draftPath(access), verifier: access.verifier }, wire.draftLoaded);

export async function deleteDraft(access: Access): Promise<Heard<void>> {
  try {
    const response = await send({ method: 'DELETE', path: draftPath(access), verifier: access.verifier });
    if (response.status === 204) return { kind: 'ok', value: undefined };
    const waiting = busy(response);
    if (waiting) return waiting;
    return isJson(response) ? await refusal(response) : { kind: 'unheard' };
  } catch {
    return { kind: 'unheard' };
  }
}

/** The same request may be sent any number of times: the server gives the first receipt again. */
export const sendSubmission = (access: Access, id: string, body: wire.SubmissionRequest) =>
  ask({ method: 'PUT', path: `/api/submissions/${id}`, body, verifier: access.verifier }, wire.receipt);

export const raiseAlert = (id: string, body: wire.SafetyAlertRequest) =>
  ask({ method: 'PUT', path: `/api/safety-alerts/${id}`, body, keepalive: true }, wire.safetyAlertReceipt);

/** How far the clinic is with a form that was sent, and what it asks. */
export const askClinic = (access: Access) =>
  ask(
    { method: 'GET', path: `${draftPath(access)}/follow-ups`, verifier: access.verifier },
    patientFollowUps,
  );

/** The same with a link that the clinic made: the birth date says whose it is. */
export const openFollowUp = (link: OpenFollowUpRequest) =>
  ask({ method: 'POST', path: '/api/follow-ups/open', body: link }, patientFollowUps);

/** The same reply may be sent any number of times. Without a verifier the body holds what opened the link. */
export const sendReply = (
  { submissionId, replyId }: { readonly submissionId: string; readonly replyId: string },
  body: ReplyRequest,
  verifier?: string,
) =>
  ask(
    {
      method: 'PUT',
      path: `/api/submissions/${submissionId}/replies/${replyId}`,
      body,
      ...(verifier !== undefined && { verifier }),
    },
    replyReceipt,
  );

/** The record of a form that was sent, as a file. A page of a captive portal is no PDF, whatever it calls itself. */
export async function askRecord(verifier: string, submissionId: string): Promise<Heard<Blob>> {
  try {
    const response = await send({
      method: 'POST',
      path: `/api/submissions/${submissionId}/record.pdf`,
      verifier,
    });
    const waiting = busy(response);
    if (waiting) return waiting;
    if (isJson(response)) return response.ok ? { kind: 'unheard' } : await refusal(response);
    if (!response.ok) return { kind: 'unheard' };
    const file = await response.blob();
    const begins = await file.slice(0, PDF_BEGINS.length).text();
    return begins === PDF_BEGINS ? { kind: 'ok', value: file } : { kind: 'unheard' };
  } catch {
    return { kind: 'unheard' };
  }
}

const PDF_BEGINS = '%PDF-';
