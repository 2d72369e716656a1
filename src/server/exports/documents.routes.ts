import * as z from 'zod';
import { uuid } from '../../submission/wire.ts';
import { createGuessLimit } from '../drafts/guess-limit.ts';
import { verifierIn } from '../drafts/verifier.ts';
import { addressClass } from '../edge/address.ts';
import { createCases } from '../reviews/cases.usecases.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { addressKey } from '../safety-alerts/address-key.ts';
import { attach } from './attach.ts';
import { clinicianPdf } from './clinician-pdf.ts';
import { clinicianText } from './clinician-text.ts';
import { onePagePdf } from './one-page-pdf.ts';
import { createRecords } from './record.usecases.ts';

const params = z.strictObject({ id: uuid });
const clinicians = { access: ['clinician'] } as const;

/** Documents for people. Their names are fixed: a list of downloads on a shared computer names nobody. */
export const documentRoutes: RouteModule = (app, dependencies) => {
  const { settings } = dependencies;
  const cases = createCases(dependencies);
  const records = createRecords({ ...dependencies, guesses: createGuessLimit(dependencies, 'record') });

  app.post(
    '/api/submissions/:id/record.pdf',
    { config: { access: 'public' }, schema: { params } },
    async (request, reply) => {
      const { name, file } = await records.ofPatient({
        submissionId: request.params.id.toLowerCase(),
        verifier: verifierIn(request.headers.authorization),
        address: addressKey(request.ip),
        addressClass: addressClass(request.ip),
        requestId: request.id,
      });
      return attach(reply, name, 'application/pdf').send(file);
    },
  );

  app.get(
    '/api/staff/submissions/:id/export.pdf',
    { config: clinicians, schema: { params } },
    async (request, reply) => {
      const summary = await cases.openForExport(readerOf(request), request.params.id.toLowerCase(), 'pdf');
      const file = await clinicianPdf(summary, settings);
      return attach(reply, 'intake-summary.pdf', 'application/pdf').send(file);
    },
  );

  app.get(
    '/api/staff/submissions/:id/export-one-page.pdf',
    { config: clinicians, schema: { params } },
    async (request, reply) => {
      const summary = await cases.openForExport(
        readerOf(request),
        request.params.id.toLowerCase(),
        'one-page',
      );
      return attach(reply, 'intake-one-page.pdf', 'application/pdf').send(
        await onePagePdf(summary, settings),
      );
    },
  );

  app.get(
    '/api/staff/submissions/:id/export.txt',
    { config: clinicians, schema: { params, response: { 200: z.string() } } },
    async (request, reply) => {
      const summary = await cases.openForExport(readerOf(request), request.params.id.toLowerCase(), 'txt');
      return attach(reply, 'intake-summary.txt', 'text/plain; charset=us-ascii').send(
        clinicianText(summary, settings),
      );
    },
  );
};
