import type { OutboxChannel } from '../db/schema.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Deliver, type Delivery, never } from './delivery.ts';
import {
  isAnythingDue,
  leaseDue,
  markDead,
  markForRetry,
  markSent,
  type OutboxRow,
} from './outbox.repository.ts';

export interface DeliveryWorker {
  /** Sends all that is due now; gives back how many messages it tried. */
  deliverDue(): Promise<number>;
  start(): void;
  /** Finishes the message under way and takes no other. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const AT_ONCE = 10;
/** Longer than any try takes: a lease that runs out belongs to a process that died. */
const LEASE_MS = 60_000;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 2 * 3_600_000;
/** With the waits above: somewhat more than a day. */
export const MOST_TRIES = 20;

export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));

export const createDeliveryWorker = (
  needs: Pick<Dependencies, 'store' | 'audit' | 'clock' | 'log'> & {
    readonly channels: ReadonlyMap<OutboxChannel, Deliver>;
  },
): DeliveryWorker => {
  const { store, audit, clock, log } = needs;
  const now = () => clock.now().getTime();

  const deliver = async (row: OutboxRow): Promise<void> => {
    const way = needs.channels.get(row.channel);
    const outcome = way === undefined ? never('channel-removed') : await way(row);
    await store.inTransaction(async (tx) => {
      const isLast = !outcome.delivered && (!outcome.tryAgain || row.attempts >= MOST_TRIES);
      if (outcome.delivered) await markSent(tx, row, now());
      else if (!isLast) await markForRetry(tx, row, now() + waitAfter(row.attempts), outcome.problem);
      else if (await markDead(tx, row, now(), outcome.problem)) {
        await audit.append(tx, {
          actor: { kind: 'system' },
          action: 'notification.give-up',
          object: { type: 'notification', id: row.id },
          reason: outcome.problem,
        });
      }
    });
    tell(row, outcome);
  };

  const tell = (row: OutboxRow, outcome: Delivery) => {
    const { kind, channel, attempts } = row;
    if (outcome.delivered) log.info({ kind, channel, attempts }, 'notification sent');
    else log.warn({ kind, channel, attempts, problem: outcome.problem }, 'notification not sent');
  };

  const deliverDue = async (): Promise<number> => {
    let tried = 0;
    while (!stopping && (await isAnythingDue(store.db(), now()))) {
      const rows = await store.inTransaction((tx) =>
        leaseDue(tx, { now: now(), until: now() + LEASE_MS, most: AT_ONCE }),
      );
      if (rows.length === 0) break;
      await Promise.all(rows.map(deliver));
      tried += rows.length;
    }
    return tried;
  };

  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const look = () => {
    underWay = deliverDue()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox cannot be read'))
      .finally(() => {
        if (!stopping) timer = setTimeout(look, LOOK_EVERY_MS).unref();
      });
  };

  return {
    deliverDue,
    start: look,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
};
