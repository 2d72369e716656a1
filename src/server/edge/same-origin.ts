import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site may not act through somebody's browser. Browsers say where a request comes from in Sec-Fetch-Site, older
 * ones in Origin; a request that says neither is not from a browser, and may not use a sign-in.
 */
export const refuseOtherSites = (app: FastifyInstance, publicUrl: URL, sessionCookie: string): void => {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    if (!comesFromHere(request, publicUrl, sessionCookie)) throw otherSite();
  });
};

const comesFromHere = (request: FastifyRequest, publicUrl: URL, sessionCookie: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  // An address typed by hand or a bookmark is "none"; it can only read.
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && READS.has(request.method));
  if (READS.has(request.method)) return true;
  const { origin } = request.headers;
  if (origin !== undefined) return origin === publicUrl.origin;
  return request.cookies[sessionCookie] === undefined;
};

const otherSite = (): Problem =>
  new Problem({
    status: 403,
    code: 'other-site',
    title: 'This request came from another site',
    detail: 'Open the page from its own address and try again.',
  });
