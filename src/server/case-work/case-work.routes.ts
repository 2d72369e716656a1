import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import * as wire from '../../submission/case-work-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { seenBefore } from '../edge/seen-version.ts';
import { readerOf, readers } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { createActing, type On, type Seen } from './acting.ts';
import { createAssigning } from './assigning.ts';
import { createDeciding } from './deciding.ts';
import { createNotesAndCalls } from './notes-and-calls.ts';
import { createReminding } from './reminding.ts';
import { createSafetyItems } from './safety-items.ts';

const params = z.strictObject({ id: uuid });
const flagParams = z.strictObject({ id: uuid, flag: z.string().max(60) });
const LONGEST_NOTE = 10_000;

/** What clinicians do with a case. The front desk logs calls, and sees that log alone. */
export const caseWorkRoutes: RouteModule = (app, dependencies) => {
  const acting = createActing(dependencies);
  const assigning = createAssigning(acting);
  const deciding = createDeciding(acting);
  const reminding = createReminding(acting);
  const safetyItems = createSafetyItems(acting);
  const writing = createNotesAndCalls(acting);
  const clinicians = { access: ['clinician'], longestText: LONGEST_NOTE } as const;
  const both = { access: readers, longestText: LONGEST_NOTE } as const;
  const response = { 200: wire.caseWork };

  app.get(
    '/api/staff/colleagues',
    { config: clinicians, schema: { response: { 200: wire.colleagues } } },
    async (request) => ({ colleagues: await assigning.colleagues(readerOf(request)) }),
  );

  for (const kind of ['submission', 'alert'] as const) {
    const place = `/api/staff/${kind}s/:id` as const;
    const on = (request: Addressed): On => ({ kind, id: idOf(request) });

    app.get(`${place}/work`, { config: clinicians, schema: { params, response } }, async (request) =>
      writing.read(readerOf(request), on(request)),
    );
    app.get(
      `${place}/calls`,
      { config: both, schema: { params, response: { 200: wire.callLog } } },
      async (request) => writing.calls(readerOf(request), on(request)),
    );
    app.post(
      `${place}/calls`,
      { config: both, schema: { params, body: wire.callRequest, response: { 200: wire.callLog } } },
      async (request) => writing.logCall(readerOf(request), on(request), request.body),
    );
    app.post(
      `${place}/notes`,
      { config: clinicians, schema: { params, body: wire.noteRequest, response } },
      async (request) => writing.note(readerOf(request), on(request), request.body),
    );
    app.post(
      `${place}/unsent`,
      {
        config: clinicians,
        schema: { params, body: wire.unsentRequest, response: { 204: z.undefined() } },
      },
      async (request, reply) => {
        await writing.keepUnsent(readerOf(request), on(request), request.body);
        return reply.code(204).send();
      },
    );
    app.put(
      `${place}/assignee`,
      { config: clinicians, schema: { params, body: wire.assigneeRequest, response } },
      async (request) => assigning.assign(readerOf(request), { ...seen(request), kind }, request.body.userId),
    );
  }

  app.put(
    '/api/staff/submissions/:id/decision',
    { config: clinicians, schema: { params, body: wire.decisionRequest, response } },
    async (request) => deciding.decide(readerOf(request), seen(request), request.body),
  );
  app.delete(
    '/api/staff/submissions/:id/decision',
    { config: clinicians, schema: { params, response } },
    async (request) => deciding.undo(readerOf(request), seen(request)),
  );
  app.put(
    '/api/staff/submissions/:id/booking',
    { config: clinicians, schema: { params, body: wire.bookingRequest, response } },
    async (request) => deciding.book(readerOf(request), seen(request), request.body.at),
  );
  app.put(
    '/api/staff/submissions/:id/reopening',
    { config: clinicians, schema: { params, body: wire.reopeningRequest, response } },
    async (request) => deciding.reopen(readerOf(request), seen(request), request.body.note),
  );
  app.put(
    '/api/staff/submissions/:id/reminder',
    { config: clinicians, schema: { params, body: wire.reminderRequest, response } },
    async (request) => reminding.set(readerOf(request), seen(request), request.body),
  );
  app.delete(
    '/api/staff/submissions/:id/reminder',
    { config: clinicians, schema: { params, response } },
    async (request) => reminding.remove(readerOf(request), seen(request)),
  );
  app.put(
    '/api/staff/submissions/:id/flags/:flag',
    { config: clinicians, schema: { params: flagParams, body: wire.flagRequest, response } },
    async (request) =>
      deciding.flag(readerOf(request), seen(request), request.params.flag, request.body.acknowledged),
  );
  app.put(
    '/api/staff/safety-items/:id',
    { config: clinicians, schema: { params, body: wire.safetyItemRequest, response } },
    async (request) => safetyItems.close(readerOf(request), seen(request), request.body),
  );
};

type Addressed = Pick<FastifyRequest, 'headers'> & { readonly params: { readonly id: string } };

const idOf = ({ params: { id } }: Addressed): string => id.toLowerCase();

/** What somebody changes, they must have seen. */
const seen = (request: Addressed): Omit<Seen, 'kind'> => ({
  id: idOf(request),
  version: seenBefore(request),
});
