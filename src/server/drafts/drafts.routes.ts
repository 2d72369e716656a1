import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import * as wire from '../../submission/wire.ts';
import { addressClass } from '../edge/address.ts';
import { Problem } from '../edge/problem.ts';
import { seenVersion } from '../edge/seen-version.ts';
import type { RouteModule } from '../route-module.ts';
import { addressKey } from '../safety-alerts/address-key.ts';
import { type Asker, createDrafts } from './drafts.usecases.ts';
import { createGuessLimit } from './guess-limit.ts';
import { verifierIn } from './verifier.ts';

const params = z.strictObject({ id: wire.draftId });
const isOpen = { access: 'public' } as const;
const LONGEST_CIPHERTEXT = 240_000;

/** Drafts that were encrypted in the browser. Whoever shows the verifier may read, replace and delete theirs. */
export const draftRoutes: RouteModule = (app, dependencies) => {
  const { draftDays } = dependencies.settings.retention;
  const guesses = createGuessLimit(dependencies, 'draft');
  const drafts = createDrafts({ ...dependencies, guesses, draftDays });

  app.put(
    '/api/drafts/:id',
    {
      config: { ...isOpen, writes: 'saving', longestText: LONGEST_CIPHERTEXT },
      schema: { params, body: wire.draftRequest, response: { 200: wire.draftSaved } },
    },
    async (request, reply) => {
      const asker = askerOf(request, request.params.id);
      const ciphertext = Buffer.from(request.body.ciphertext, 'base64url');
      const { version, expiresAt } = await drafts.save(asker, seenVersion(request), ciphertext);
      reply.header('etag', `"${version}"`);
      return { version, expiresAt: expiresAt.toISOString() };
    },
  );

  app.get(
    '/api/drafts/:id',
    { config: isOpen, schema: { params, response: { 200: wire.draftLoaded } } },
    async (request, reply) => {
      const { version, ciphertext, savedAt } = await drafts.load(askerOf(request, request.params.id));
      reply.header('etag', `"${version}"`);
      return {
        version,
        ciphertext: Buffer.from(ciphertext).toString('base64url'),
        savedAt: savedAt.toISOString(),
      };
    },
  );

  app.delete(
    '/api/drafts/:id',
    { config: { ...isOpen, writes: 'deleting' }, schema: { params, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await drafts.remove(askerOf(request, request.params.id));
      return reply.code(204).send();
    },
  );
};

const askerOf = (request: FastifyRequest, draftId: string): Asker => {
  const verifier = verifierIn(request.headers.authorization);
  if (verifier === undefined) throw verifierRequired();
  return {
    draftId,
    verifier,
    address: addressKey(request.ip),
    addressClass: addressClass(request.ip),
    requestId: request.id,
  };
};

/** The same for every id: it tells nothing about any draft. */
const verifierRequired = (): Problem =>
  new Problem({
    status: 401,
    code: 'verifier-required',
    title: 'The key to this form is missing',
    detail: 'Open the form with its link or code.',
  });
