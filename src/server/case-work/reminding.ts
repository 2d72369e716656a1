import { instantOf } from '../../lib/local-time.ts';
import type { CaseWork, ReminderRequest } from '../../submission/case-work-wire.ts';
import { isReminderDue } from '../../submission/reminder.ts';
import type { Reader } from '../reviews/reader.ts';
import type { Acting, Seen } from './acting.ts';
import { forgetUnsent } from './case-work.repository.ts';
import { inThePast, noSuchTime, notNow } from './refusals.ts';

/**
 * One reminder of an open case, for whoever opens it and in its row of the queue. Any clinician sets it, whoever works on
 * the case: like a note, it decides nothing. It is shown, and sent to nobody: staff have no address of their own here.
 */
export const createReminding = ({ changingCase, workOf, settings }: Acting) => ({
  set: (reader: Reader, seen: Omit<Seen, 'kind'>, { when, note }: ReminderRequest): Promise<CaseWork> =>
    changingCase(reader, seen, 'case.remind', async (tx, file, now) => {
      if (file.row.status === 'closed') throw notNow();
      const at = instantOf(when, settings.timeZone)?.toISOString();
      if (at === undefined) throw noSuchTime();
      if (isReminderDue(at, now)) throw inThePast();
      await forgetUnsent(tx, file.row.id, reader.userId);
      return {
        work: { ...workOf(file), reminder: { at, note, by: reader.userId } },
        event: { kind: 'reminderSet', remindAt: at, note },
        act: { action: 'case.remind', fields: ['reminder'] },
      };
    }),

  remove: (reader: Reader, seen: Omit<Seen, 'kind'>): Promise<CaseWork> =>
    changingCase(reader, seen, 'case.unremind', (_, file) => {
      const work = workOf(file);
      if (work.reminder === null) throw notNow();
      return {
        work: { ...work, reminder: null },
        event: { kind: 'reminderRemoved' },
        act: { action: 'case.unremind', fields: ['reminder'] },
      };
    }),
});
