import type { CallLog, CallRequest, CaseWork, PanelName } from '../../submission/case-work-wire.ts';
import type { Act } from '../audit/act.ts';
import type { Tx } from '../db/transaction.ts';
import type { Reader } from '../reviews/reader.ts';
import { type Acting, type On, readingOf } from './acting.ts';
import type { File } from './case-file.ts';
import { findUnsent, forgetUnsent, keepUnsent, listEvents, touch } from './case-work.repository.ts';
import { noNoteHere } from './refusals.ts';
import { refuseFuture } from './safety-items.ts';
import { openEvent, sealUnsent } from './work-content.ts';

/** What is written down about a case. Nothing here needs its version: it is only ever added. */
export const createNotesAndCalls = (acting: Acting) => {
  const { envelope, clock, namesOf, record, onFile, working, add } = acting;

  /** Who called when, and what came of it: all that the front desk sees of the work. */
  const callsAfter = async (
    reader: Reader,
    on: On,
    action: Act['action'],
    work: (tx: Tx, file: File, now: Date) => Promise<unknown>,
  ): Promise<CallLog> => {
    const { file, rows, names } = await onFile(reader, on, action, async (tx, found, now) => {
      await work(tx, found, now);
      return { file: found, rows: await listEvents(tx, [on.id]), names: await namesOf(tx) };
    });
    const calls = rows.flatMap((row) => {
      const event = openEvent(envelope, file.keyOf(row.subject_id), row);
      if (event.kind !== 'call') return [];
      return [{ at: event.calledAt, by: names.person(row.actor_id)?.name ?? null, outcome: event.outcome }];
    });
    return { calls: calls.reverse() };
  };

  return {
    read: (reader: Reader, on: On): Promise<CaseWork> =>
      working(reader, on, readingOf(on), (tx) =>
        record(tx, reader, on, { action: readingOf(on), fields: ['work'] }),
      ),

    calls: (reader: Reader, on: On): Promise<CallLog> =>
      callsAfter(reader, on, readingOf(on), (tx) =>
        record(tx, reader, on, { action: readingOf(on), fields: ['calls'] }),
      ),

    note: (reader: Reader, on: On, note: { readonly id: string; readonly text: string }): Promise<CaseWork> =>
      working(reader, on, 'case.note', async (tx, file, now) => {
        if (!(await add(tx, reader, file, { kind: 'note', text: note.text }, now, note.id))) return;
        await forgetUnsent(tx, on.id, reader.userId);
        await touch(tx, on, now.getTime());
        await record(tx, reader, on, { action: 'case.note', fields: ['note'] });
      }),

    logCall: async (reader: Reader, on: On, call: CallRequest): Promise<CallLog> => {
      const { id, outcome, spokeWith, at, note } = call;
      refuseFuture(at, clock.now());
      if (note !== null && !reader.seesAnswers) throw noNoteHere();
      return callsAfter(reader, on, 'case.call', async (tx, file, now) => {
        const event = { kind: 'call', outcome, spokeWith, calledAt: at, note } as const;
        if (!(await add(tx, reader, file, event, now, id))) return;
        await forgetUnsent(tx, on.id, reader.userId);
        await touch(tx, on, now.getTime());
        await record(tx, reader, on, { action: 'case.call', fields: ['call'] });
      });
    },

    /** Keeps what somebody is writing, for them alone; empty text forgets it. That they began is recorded, not each word. */
    keepUnsent: (
      reader: Reader,
      on: On,
      unsent: { readonly panel: PanelName; readonly text: string },
    ): Promise<void> =>
      onFile(reader, on, 'case.unsent', async (tx, file, now) => {
        const before = await findUnsent(tx, on.id, reader.userId);
        if (unsent.text.trim() === '') return forgetUnsent(tx, on.id, reader.userId);
        await keepUnsent(tx, {
          subject_id: on.id,
          user_id: reader.userId,
          saved_at: now.getTime(),
          content: sealUnsent(envelope, file.keyOf(on.id), reader.userId, unsent),
        });
        if (before === undefined) {
          await record(tx, reader, on, { action: 'case.unsent', fields: [unsent.panel] });
        }
      }),
  };
};
