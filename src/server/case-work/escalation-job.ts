import { escalationsDue, toBeTold } from '../../submission/escalation.ts';
import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Dependencies } from '../dependencies.ts';
import { createRows } from '../reviews/open-rows.ts';
import type { Row } from '../reviews/queue.ts';
import { forgetEscalations, listEscalations, rememberEscalation } from './case-work.repository.ts';
import { kindFor } from './escalation-kinds.ts';

export interface EscalationJob {
  /** Tells the clinic of whoever has waited too long; gives back of how many. */
  escalateDue(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20_000;
const FORGET_AFTER_MS = 24 * 3_600_000;

/**
 * Looks for safety items past their limit that nobody has taken. What is told is recorded in the same transaction, one
 * process at a time, so that of two processes one tells. One message tells of all that are due at a moment.
 */
export const createEscalationJob = (
  needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'settings' | 'log'>,
): EscalationJob => {
  const { store, audit, outbox, clock, settings, log } = needs;
  const opened = createRows(needs);

  const escalateDue = async (): Promise<number> => {
    const { due, keep } = await store.inTransaction(async (tx) => {
      await oneAtATime(tx, 'escalations');
      const now = clock.now();
      const { line, keep: keepRows } = await opened.open(tx);
      const toldAt = await listEscalations(tx);
      const late = escalationsDue(line.pressing.filter(isToBeTold), toldAt, settings, now);
      for (const row of late) {
        await rememberEscalation(tx, row.id, now.getTime());
        await audit.append(tx, {
          actor: { kind: 'system' },
          action: 'safety-item.escalate',
          object: { type: isOfCase(row) ? 'submission' : 'safety-alert', id: row.id },
        });
      }
      const [first] = late;
      const again = late.some(({ id }) => toldAt.has(id));
      if (first !== undefined)
        for (const whom of toBeTold(settings, now, again))
          await outbox.enqueue(tx, { kind: kindFor[whom], refId: first.id });
      await forgetEscalations(tx, now.getTime() - FORGET_AFTER_MS);
      return { due: late, keep: keepRows };
    });
    keep();
    return due.length;
  };

  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let underWay: Promise<unknown> = Promise.resolve();
  const look = () => {
    underWay = escalateDue()
      .catch((error: unknown) => log.error({ err: error }, 'late safety items could not be looked for'))
      .finally(() => {
        if (!stopping) timer = setTimeout(look, LOOK_EVERY_MS).unref();
      });
  };
  return {
    escalateDue,
    start: look,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
};

/** Of many from one address no mail goes out: they stand in the queue. */
const isToBeTold = (row: Row): boolean => row.kind !== 'alert' || !row.alert.manyFromThisAddress;

const isOfCase = (row: Row): boolean =>
  row.kind === 'case' || (row.kind === 'unreadable' && row.of === 'submission');
