import * as z from 'zod';
import { calendarQuery, listQuery } from '../../submission/export-wire.ts';
import { questionnaireOf } from '../../submission/fhir/questionnaire.ts';
import { currentForm, formWith } from '../../submission/form.ts';
import { uuid } from '../../submission/wire.ts';
import { readerOf, readers } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { attach } from './attach.ts';
import { createCaseLists } from './case-list.usecases.ts';
import { createExports } from './exports.usecases.ts';

const params = z.strictObject({ id: uuid });

/** FHIR has a schema of its own, which tests hold against what we write; here stands what tells one from another. */
const questionnaire = z.looseObject({ resourceType: z.literal('Questionnaire'), version: z.string() });
const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('collection'),
  entry: z.array(z.looseObject({ fullUrl: z.string() })),
});

const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** What leaves for other systems. The form itself is anybody's to read; a submission is a clinician's. */
export const exportRoutes: RouteModule = (app, dependencies) => {
  const exports = createExports(dependencies);
  const lists = createCaseLists(dependencies);
  // The form and the settings stay the same while the server runs. Written once, for whoever asks first: anybody may
  // ask, as often as they like.
  const { settings } = dependencies;
  const write = () => {
    const form = { ...questionnaireOf(formWith(currentForm, settings.instrument), settings) };
    return { form, written: JSON.stringify(form) };
  };
  let once: ReturnType<typeof write> | undefined;

  app.get(
    '/api/questionnaire',
    { config: { access: 'public' }, schema: { response: { 200: questionnaire } } },
    async (_request, reply) => {
      once ??= write();
      const { form, written } = once;
      reply.header('content-type', FHIR_JSON).serializer(() => written);
      return form;
    },
  );

  app.get(
    '/api/staff/submissions/:id/export.json',
    { config: { access: ['clinician'] }, schema: { params, response: { 200: bundle } } },
    async (request, reply) => {
      const exported = await exports.fhir(readerOf(request), request.params.id.toLowerCase());
      reply
        .header('content-type', FHIR_JSON)
        .header('content-disposition', `attachment; filename="${exported.reference}.fhir.json"`);
      return { ...exported.bundle, entry: [...exported.bundle.entry] };
    },
  );

  app.get(
    '/api/staff/submissions/:id/export.ics',
    {
      config: { access: readers },
      schema: { params, querystring: calendarQuery, response: { 200: z.string() } },
    },
    async (request, reply) => {
      const { params: of, query } = request;
      const file = await exports.calendar(readerOf(request), of.id.toLowerCase(), query);
      return attach(reply, 'appointment.ics', 'text/calendar; charset=utf-8').send(file);
    },
  );

  app.get(
    '/api/staff/export.csv',
    {
      config: { access: ['clinician'], stepUp: true },
      schema: { querystring: listQuery, response: { 200: z.string() } },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const file = await lists.csv(readerOf(request), request.query);
      return attach(reply, `cases-${from}-${to}.csv`, 'text/csv; charset=utf-8; header=present').send(file);
    },
  );
};
