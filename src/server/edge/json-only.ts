import type { FastifyInstance, FastifyRequest } from 'fastify';
import { caps, readJson } from './caps.ts';
import { Problem } from './problem.ts';

/** The only bodies that are read are JSON, as they come: a compressed one could unfold without end. */
export const takeJsonOnly = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      body.length === 0 ? undefined : readJson(body, request.routeOptions.config.longestText),
  );
  app.addHook('onRequest', async (request) => {
    if (request.url.length > caps.urlLength) throw addressTooLong();
    if (request.headers['content-encoding'] !== undefined) throw compressed();
  });
};

const addressTooLong = (): Problem =>
  new Problem({
    status: 414,
    code: 'address-too-long',
    title: 'This request cannot be read',
    detail: 'The address is too long.',
  });

const compressed = (): Problem =>
  new Problem({
    status: 415,
    code: 'compressed',
    title: 'This request cannot be read',
    detail: 'Send the body as it is, without Content-Encoding.',
  });
