import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { sessionList } from '../../submission/sign-in-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { staffOf } from '../edge/access.ts';
import type { RouteModule } from '../route-module.ts';
import { originOf } from '../sign-in/origin.ts';
import { createSessions } from './sessions.usecases.ts';

const params = z.strictObject({ id: uuid });
const ofSomebody = z.strictObject({ id: uuid, sessionId: uuid });
const done = { 204: z.undefined() };

/** Where one is signed in oneself; and, for administrators, where others are. */
export const sessionRoutes: RouteModule = (app, deps) => {
  const sessions = (request: FastifyRequest) => createSessions(deps, staffOf(request), originOf(request));
  const own = { config: { access: 'staff' as const } };
  const administration = { access: ['administrator'] as const };

  app.get('/api/staff/sessions', { ...own, schema: { response: { 200: sessionList } } }, async (request) => ({
    sessions: await sessions(request).list(staffOf(request).userId),
  }));

  app.delete(
    '/api/staff/sessions/:id',
    { ...own, schema: { params, response: done } },
    async (request, reply) => {
      await sessions(request).end(staffOf(request).userId, request.params.id.toLowerCase());
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/staff/users/:id/sessions',
    { config: administration, schema: { params, response: { 200: sessionList } } },
    async (request) => ({ sessions: await sessions(request).list(request.params.id.toLowerCase()) }),
  );

  app.delete(
    '/api/staff/users/:id/sessions/:sessionId',
    { config: { ...administration, stepUp: true }, schema: { params: ofSomebody, response: done } },
    async (request, reply) => {
      const { id, sessionId } = request.params;
      await sessions(request).end(id.toLowerCase(), sessionId.toLowerCase());
      return reply.code(204).send();
    },
  );
};
