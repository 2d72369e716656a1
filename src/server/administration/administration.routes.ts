import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  auditPage,
  auditQuery,
  auditVerdict,
  notices,
  noticesQuery,
  retention,
  settingsInForce,
} from '../../submission/administration-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { actorOf } from '../edge/access.ts';
import type { RouteModule } from '../route-module.ts';
import { originOf } from '../sign-in/origin.ts';
import { createAdministration } from './administration.usecases.ts';

const config = { access: ['administrator'] } as const;

/** What an administrator sees of the clinic's machine: nothing of a patient. */
export const administrationRoutes: RouteModule = (app, dependencies) => {
  const administration = createAdministration(dependencies);

  app.get(
    '/api/staff/audit',
    { config, schema: { querystring: auditQuery, response: { 200: auditPage } } },
    async (request) => administration.audit(byOf(request), request.query),
  );

  app.post(
    '/api/staff/audit/verify',
    { config, schema: { response: { 200: auditVerdict } } },
    async (request) => administration.verify(byOf(request)),
  );

  app.get(
    '/api/staff/notifications',
    { config, schema: { querystring: noticesQuery, response: { 200: notices } } },
    async (request) => administration.notices(byOf(request), request.query),
  );

  app.post(
    '/api/staff/notifications/:id/send-again',
    { config, schema: { params: z.strictObject({ id: uuid }), response: { 204: z.undefined() } } },
    async (request, reply) => {
      await administration.resend(byOf(request), request.params.id.toLowerCase());
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/staff/settings',
    { config, schema: { response: { 200: settingsInForce } } },
    async (request) => administration.settings(byOf(request)),
  );

  app.get('/api/staff/retention', { config, schema: { response: { 200: retention } } }, async (request) =>
    administration.retention(byOf(request)),
  );
};

const byOf = (request: FastifyRequest) => ({ actor: actorOf(request), ...originOf(request) });
