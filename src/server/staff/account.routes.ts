import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import * as wire from '../../submission/sign-in-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { staffOf } from '../edge/access.ts';
import type { RouteModule } from '../route-module.ts';
import { askForNewPasskey, offerKey } from '../second-factor/new-factor.ts';
import { originOf } from '../sign-in/origin.ts';
import { changeOwnPassword } from '../sign-in/own-password.usecases.ts';
import { activeStaff } from '../sign-in/users.ts';
import { visitOf } from '../sign-in/visit.ts';
import { createOwnAccount } from './account.usecases.ts';

const SMALL = 16 * 1_024;
const params = z.strictObject({ id: uuid });
const done = { 204: z.undefined() };

/** The own account of whoever is signed in. */
export const accountRoutes: RouteModule = (app, deps) => {
  const own = (request: FastifyRequest) => createOwnAccount(deps, staffOf(request), originOf(request));
  const reading = { config: { access: 'staff' as const } };
  const changing = { config: { access: 'staff' as const, stepUp: true }, bodyLimit: SMALL };

  app.get(
    '/api/staff/account',
    { ...reading, schema: { response: { 200: wire.account } } },
    async (request) => own(request).read(),
  );

  app.post(
    '/api/staff/account/password',
    { ...changing, schema: { body: wire.ownPassword, response: done } },
    async (request, reply) => {
      await changeOwnPassword(deps, staffOf(request), request.body, visitOf(request));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/staff/account/totp',
    { ...changing, schema: { response: { 200: wire.offeredKey } } },
    async (request) => offerKey(deps, await activeStaff(deps, staffOf(request).userId)),
  );

  app.post(
    '/api/staff/account/passkey',
    { ...changing, schema: { response: { 200: wire.passkeyCreation } } },
    async (request) => {
      const { userId, sessionHash } = staffOf(request);
      return askForNewPasskey(deps, await activeStaff(deps, userId), sessionHash);
    },
  );

  app.post(
    '/api/staff/account/factors',
    { ...changing, schema: { body: wire.newFactor, response: done } },
    async (request, reply) => {
      await own(request).add(request.body);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/staff/account/factors/:id/name',
    { ...changing, schema: { params, body: wire.passkeyNamed, response: done } },
    async (request, reply) => {
      await own(request).rename(request.params.id.toLowerCase(), request.body.name);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/staff/account/factors/:id',
    { ...changing, schema: { params, response: done } },
    async (request, reply) => {
      await own(request).remove(request.params.id.toLowerCase());
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/staff/account/recovery-codes',
    { ...changing, schema: { response: { 200: wire.recoveryCodesMade } } },
    async (request) => ({ recoveryCodes: await own(request).makeRecoveryCodes() }),
  );
};
