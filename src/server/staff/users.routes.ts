import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Result } from '../../lib/result.ts';
import * as wire from '../../submission/sign-in-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { actorOf, staffOf } from '../edge/access.ts';
import { conflict, notFound, type Problem } from '../edge/problem.ts';
import type { RouteModule } from '../route-module.ts';
import { type AccountProblem, createAccounts } from '../sign-in/accounts.usecases.ts';
import { giveSessionCookie } from '../sign-in/session-cookie.ts';
import { renewOwn } from '../sign-in/sessions.usecases.ts';

const SMALL = 8 * 1_024;
const params = z.strictObject({ id: uuid });
const done = { 204: z.undefined() };

/** The accounts of the clinic, for administrators. Whatever changes one asks for the second factor anew. */
export const userRoutes: RouteModule = (app, deps) => {
  const accounts = (request: FastifyRequest) => createAccounts(deps, actorOf(request));
  const reading = { config: { access: ['administrator'] as const } };
  const changing = { config: { access: ['administrator'] as const, stepUp: true }, bodyLimit: SMALL };
  const idOf = (request: { params: { id: string } }) => ({ id: request.params.id.toLowerCase() });

  app.get(
    '/api/staff/users',
    { ...reading, schema: { response: { 200: wire.userList } } },
    async (request) => ({
      users: (await accounts(request).list()).map((account) => ({ ...account, roles: [...account.roles] })),
    }),
  );

  app.post(
    '/api/staff/users',
    { ...changing, schema: { body: wire.newUser, response: { 201: wire.handedLink } } },
    async (request, reply) =>
      reply.code(201).send({ link: orRefuse(await accounts(request).add(request.body)) }),
  );

  app.post(
    '/api/staff/users/:id/roles',
    { ...changing, schema: { params, body: wire.newRoles, response: done } },
    async (request, reply) => {
      const which = idOf(request);
      orRefuse(await accounts(request).changeRoles(which, request.body.roles));
      const staff = staffOf(request);
      if (which.id === staff.userId) giveSessionCookie(reply, await renewOwn(deps, staff));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/staff/users/:id/reset',
    { ...changing, schema: { params, response: { 200: wire.handedLink } } },
    async (request) => {
      refuseOwn(request, idOf(request).id);
      return { link: orRefuse(await accounts(request).reset(idOf(request))) };
    },
  );

  app.post(
    '/api/staff/users/:id/disable',
    { ...changing, schema: { params, response: done } },
    async (request, reply) => {
      refuseOwn(request, idOf(request).id);
      orRefuse(await accounts(request).disable(idOf(request)));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/staff/users/:id/enable',
    { ...changing, schema: { params, response: done } },
    async (request, reply) => {
      orRefuse(await accounts(request).enable(idOf(request)));
      return reply.code(204).send();
    },
  );
};

/** Nobody shuts themselves out by a slip of the mouse. */
const refuseOwn = (request: FastifyRequest, id: string): void => {
  if (staffOf(request).userId === id)
    throw conflict('own-account', 'This is your own account. Another administrator can do this for you.');
};

const orRefuse = <T>(result: Result<T, AccountProblem>): T => {
  if (result.ok) return result.value;
  throw problems[result.error]();
};

const problems: Readonly<Record<AccountProblem, () => Problem>> = {
  unknown: notFound,
  'name-taken': () =>
    conflict('name-taken', 'There is an account with this user name or e-mail. Reset it, or choose another.'),
  'first-must-be-administrator': () => conflict('no-account', 'There is no account yet.'),
  'last-administrator': () =>
    conflict(
      'last-administrator',
      'This is the last administrator who can sign in. Make another one first; they count once they are in.',
    ),
  'already-disabled': () => conflict('already-disabled', 'This account is disabled already.'),
  'not-disabled': () => conflict('not-disabled', 'This account is not disabled.'),
};
