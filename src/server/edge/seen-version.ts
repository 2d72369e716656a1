import type { FastifyRequest } from 'fastify';
import { versionRequired } from './problem.ts';

/** The version that somebody has seen; `none`: this is to be the first. */
export type SeenVersion = number | 'none';

/** Reads `If-Match: "3"` or `If-None-Match: *`; without either nothing is written. */
export const seenVersion = ({ headers }: Pick<FastifyRequest, 'headers'>): SeenVersion => {
  if (headers['if-none-match'] === '*') return 'none';
  const [, version] = /^"([1-9]\d{0,14})"$/.exec(headers['if-match'] ?? '') ?? [];
  if (version === undefined) throw versionRequired();
  return Number(version);
};

/** The version of what must be there already: nobody can say that they make it. */
export const seenBefore = (request: Pick<FastifyRequest, 'headers'>): number => {
  const version = seenVersion(request);
  if (version === 'none') throw versionRequired();
  return version;
};
