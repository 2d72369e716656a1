import * as z from 'zod';
import { staffFieldsSchema } from '../../coverage/staff-fields.ts';
import { priorAuthorization, remsReady, staffFieldsSaved } from '../../submission/coverage-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { seenVersion } from '../edge/seen-version.ts';
import { attach } from '../exports/attach.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { createCoverage } from './coverage.usecases.ts';
import { priorAuthorizationPdf, remsPdf } from './sheet-pdf.ts';

const params = z.strictObject({ id: uuid });
const ofPack = z.strictObject({ id: uuid, pack: z.string().regex(/^[a-z0-9-]{1,40}$/) });
const config = { access: ['clinician'] } as const;

/** A case held against a payer's conditions, and what the REMS asks. Both are clinical content. */
export const coverageRoutes: RouteModule = (app, dependencies) => {
  const { settings } = dependencies;
  const coverage = createCoverage(dependencies);

  app.get(
    '/api/staff/submissions/:id/prior-authorization/:pack',
    { config, schema: { params: ofPack, response: { 200: priorAuthorization } } },
    async (request) =>
      coverage.priorAuthorization(readerOf(request), idOf(request), request.params.pack, 'read'),
  );

  app.get(
    '/api/staff/submissions/:id/prior-authorization/:pack/sheet.pdf',
    { config, schema: { params: ofPack } },
    async (request, reply) => {
      const { pack } = request.params;
      const sheet = await coverage.priorAuthorization(readerOf(request), idOf(request), pack, 'document');
      const file = await priorAuthorizationPdf(sheet, settings);
      return attach(reply, 'prior-authorization.pdf', 'application/pdf').send(file);
    },
  );

  app.get(
    '/api/staff/submissions/:id/rems',
    { config, schema: { params, response: { 200: remsReady } } },
    async (request) => coverage.rems(readerOf(request), idOf(request), 'read'),
  );

  app.get(
    '/api/staff/submissions/:id/rems/sheet.pdf',
    { config, schema: { params } },
    async (request, reply) => {
      const sheet = await coverage.rems(readerOf(request), idOf(request), 'document');
      return attach(reply, 'rems-sheet.pdf', 'application/pdf').send(await remsPdf(sheet, settings));
    },
  );

  app.put(
    '/api/staff/submissions/:id/staff-fields',
    { config, schema: { params, body: staffFieldsSchema, response: { 200: staffFieldsSaved } } },
    async (request, reply) => {
      const seen = seenVersion(request);
      const version = await coverage.saveStaffFields(readerOf(request), idOf(request), seen, request.body);
      reply.header('etag', `"${version}"`);
      return { version };
    },
  );
};

const idOf = ({ params: { id } }: { readonly params: { readonly id: string } }): string => id.toLowerCase();
