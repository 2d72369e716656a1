import type * as z from 'zod/mini';
import { problem } from '../submission/wire.ts';

/** Why a request to the server did not succeed, as the portal shows it. */
export type Refusal =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'refused'; readonly detail: string; readonly path: string | undefined }
  | { readonly kind: 'unreachable' };

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
}

const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('content-type') ?? '');

/** Asks the server, and takes an answer only in the shape that was agreed. */
export async function ask<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  { method = 'GET', body }: Request = {},
): Promise<z.infer<S>> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RefusedError({ kind: 'unreachable' });
  });
  if (!response.ok) throw new RefusedError(await refusalOf(response));
  if (response.status === 204) return schema.parse(undefined);
  if (!isJson(response)) throw new RefusedError({ kind: 'unreachable' });
  return schema.parse(await response.json());
}

async function refusalOf(response: Response): Promise<Refusal> {
  const parsed = isJson(response) ? problem.safeParse(await response.json()) : undefined;
  if (response.status === 401) return { kind: 'signedOut' };
  if (response.status === 404) return { kind: 'notFound' };
  if (!parsed?.success) return { kind: 'unreachable' };
  return { kind: 'refused', detail: parsed.data.detail, path: parsed.data.path };
}
