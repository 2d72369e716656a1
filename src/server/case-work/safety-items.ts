import type { CaseWork, SafetyItemRequest } from '../../submission/case-work-wire.ts';
import { dueAt } from '../../submission/escalation.ts';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import type { Tx } from '../db/transaction.ts';
import { createTallies } from '../figures/tallies.ts';
import type { Row } from '../reviews/queue.ts';
import type { Reader } from '../reviews/reader.ts';
import { findAlert } from '../safety-alerts/safety-alerts.repository.ts';
import type { Acting, Seen } from './acting.ts';
import { rowOf } from './case-file.ts';
import { forgetUnsent } from './case-work.repository.ts';
import { inTheFuture, notNow } from './refusals.ts';
import type { CaseEvent } from './work-content.ts';

/** The clock of a browser may be somewhat fast. */
const AHEAD_MS = 5 * 60_000;

export const refuseFuture = (at: string, now: Date): void => {
  if (Date.parse(at) > now.getTime() + AHEAD_MS) throw inTheFuture();
};

/** The item of a case closes the case's alerts with it; that of an alert leaves what the case itself says open. */
export const createSafetyItems = (acting: Acting) => {
  const { envelope, store, clock, settings, changingCase, workOf, changingAlert, changeAlert } = acting;
  const tallies = createTallies(acting);

  /** How long it took to reach somebody, counted in the week in which they began to wait. */
  const countReached = (tx: Tx, { level, since }: Waited, { at }: SafetyItemRequest): Promise<void> =>
    tallies.reached(tx, {
      level,
      since,
      minutes: Math.max(0, Math.round((Date.parse(at) - Date.parse(since)) / 60_000)),
      inTime: Date.parse(at) <= dueAt({ level, since }, settings).getTime(),
    });

  const closeAlert = (reader: Reader, seen: Omit<Seen, 'kind'>, request: SafetyItemRequest) =>
    changingAlert(reader, seen, 'safety-item.close', async (tx, file) => {
      const row = rowOf(envelope, file);
      if (row === undefined) throw notNow();
      if (row.level !== 'none') await countReached(tx, row, request);
      await forgetUnsent(tx, seen.id, reader.userId);
      return { row: { status: 'closed' }, event: closed(request, row.level) };
    });

  const closeCase = (reader: Reader, seen: Omit<Seen, 'kind'>, request: SafetyItemRequest) =>
    changingCase(reader, seen, 'safety-item.close', async (tx, file, now) => {
      const waited = rowOf(envelope, file);
      if (waited === undefined || waited.level === 'none') throw notNow();
      const { level } = waited;
      await countReached(tx, waited, request);
      for (const alert of file.alerts) {
        if (alert.status !== 'closed') await changeAlert(tx, file, alert, { status: 'closed' }, now);
      }
      await forgetUnsent(tx, seen.id, reader.userId);
      const safety = { level, outcome: request.outcome, at: now.toISOString(), by: reader.userId };
      return {
        work: { ...workOf(file), safety },
        event: closed(request, level),
        act: { action: 'safety-item.close', fields: ['safety'] },
      };
    });

  return {
    close: async (
      reader: Reader,
      seen: Omit<Seen, 'kind'>,
      request: SafetyItemRequest,
    ): Promise<CaseWork> => {
      refuseFuture(request.at, clock.now());
      const isAlert = (await findAlert(store.db(), seen.id)) !== undefined;
      return isAlert ? closeAlert(reader, seen, request) : closeCase(reader, seen, request);
    },
  };
};

type Waited = Pick<Row, 'level' | 'since'>;

const closed = ({ outcome, spokeWith, at, note }: SafetyItemRequest, level: SafetyLevel): CaseEvent => ({
  kind: 'safetyClosed',
  level,
  outcome,
  spokeWith,
  spokeAt: at,
  note,
});
