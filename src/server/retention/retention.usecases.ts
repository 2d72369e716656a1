import { readReference } from '../../submission/reference.ts';
import type { Actor } from '../audit/act.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { expireDrafts } from '../drafts/drafts.repository.ts';
import { emptyWriteLog, eraseRecord } from './erasures.repository.ts';
import {
  countExpiredDrafts,
  countTombstonesBefore,
  deleteTombstonesBefore,
  findCaseByReference,
  type HeldCase,
  listAlertsOf,
  listClosedBefore,
  listLoneAlertsBefore,
  setHold,
} from './retention.repository.ts';

/** Why a record went. A word of ours, since it stands in clear for good. */
export const erasureReasons = ['patient-asked', 'sent-by-mistake', 'court-order', 'test-data'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** How many of each there are to go. */
export interface Due {
  readonly drafts: number;
  readonly submissions: number;
  readonly alerts: number;
  readonly tombstones: number;
}

export type CaseOutcome =
  | { readonly kind: 'done'; readonly alerts: number }
  | { readonly kind: 'unknown' }
  /** It must not be erased before the hold is released. */
  | { readonly kind: 'on-hold' }
  | { readonly kind: 'already' };

export interface Retention {
  /** Looks and changes nothing. */
  due(): Promise<Due>;
  /** Takes away whatever is due. */
  purge(): Promise<Due>;
  /** Drafts and tombstones alone. */
  purgeShortLived(): Promise<Pick<Due, 'drafts' | 'tombstones'>>;
  erase(reference: string, reason: ErasureReason): Promise<CaseOutcome>;
  hold(reference: string): Promise<CaseOutcome>;
  release(reference: string): Promise<CaseOutcome>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings'>;

const TOMBSTONE_YEARS = 2;

/**
 * What is kept for how long. Drafts: some days after the last save. Closed cases: only where the clinic has set years,
 * and never one on hold. The audit: for good.
 *
 * @param now the time to go by; not the clock alone, which may have been set back (see clock-watch.ts)
 */
export const createRetention = (
  { store, vault, audit, clock, settings }: Needs,
  actor: Actor,
  now: () => number = () => clock.now().getTime(),
): Retention => {
  const { submissionYears } = settings.retention;
  const casesBefore = () => (submissionYears === undefined ? undefined : yearsBefore(now(), submissionYears));

  const dueIds = async () => {
    const before = casesBefore();
    if (before === undefined) return { submissions: [], alerts: [] };
    return {
      submissions: await listClosedBefore(store.db(), before),
      alerts: await listLoneAlertsBefore(store.db(), before),
    };
  };

  const eraseCase = async (tx: Tx, id: string, reason: ErasureReason | 'retention'): Promise<number> => {
    const alerts = await listAlertsOf(tx, id);
    for (const recordId of [...alerts, id]) {
      await eraseRecord(tx, { record_id: recordId, erased_at: clock.now().getTime(), reason });
    }
    await audit.append(tx, {
      actor,
      action: 'submission.erase',
      object: { type: 'submission', id },
      reason,
    });
    return alerts.length;
  };

  const eraseLoneAlert = async (tx: Tx, id: string): Promise<void> => {
    await eraseRecord(tx, { record_id: id, erased_at: clock.now().getTime(), reason: 'retention' });
    await audit.append(tx, {
      actor,
      action: 'safety-alert.erase',
      object: { type: 'safety-alert', id },
      reason: 'retention',
    });
  };

  const purgeShortLived = (): Promise<Pick<Due, 'drafts' | 'tombstones'>> =>
    store.inTransaction(async (tx) => {
      const drafts = await expireDrafts(tx, now());
      if (drafts > 0) await audit.append(tx, { actor, action: 'draft.delete', reason: 'expired' });
      const before = yearsBefore(now(), TOMBSTONE_YEARS);
      const tombstones = await countTombstonesBefore(tx, before);
      if (tombstones > 0) {
        await deleteTombstonesBefore(tx, before);
        await audit.append(tx, { actor, action: 'tombstone.delete', reason: 'retention' });
      }
      return { drafts, tombstones };
    });

  /** What a reference names, changed in one transaction. */
  const withCase = (
    reference: string,
    work: (tx: Tx, found: HeldCase) => Promise<CaseOutcome>,
  ): Promise<CaseOutcome> => {
    const read = readReference(reference);
    if (read === undefined) return Promise.resolve({ kind: 'unknown' });
    const index = vault.indexes.of('reference', read);
    return store.inTransaction(async (tx) => {
      const found = await findCaseByReference(tx, index);
      return found === undefined ? { kind: 'unknown' } : work(tx, found);
    });
  };

  const changeHold = (reference: string, isHeld: boolean) =>
    withCase(reference, async (tx, found) => {
      if ((found.on_hold === 1) === isHeld) return { kind: 'already' };
      await setHold(tx, found.id, isHeld);
      await audit.append(tx, {
        actor,
        action: isHeld ? 'submission.hold' : 'submission.release',
        object: { type: 'submission', id: found.id },
      });
      return { kind: 'done', alerts: 0 };
    });

  const forgetWriteLog = async () => {
    if (store.engine === 'sqlite') await emptyWriteLog(store.db());
  };

  return {
    due: async () => {
      const { submissions, alerts } = await dueIds();
      return {
        drafts: await countExpiredDrafts(store.db(), now()),
        submissions: submissions.length,
        alerts: alerts.length,
        tombstones: await countTombstonesBefore(store.db(), yearsBefore(now(), TOMBSTONE_YEARS)),
      };
    },

    purge: async () => {
      const shortLived = await purgeShortLived();
      const { submissions, alerts } = await dueIds();
      // One transaction each: a purge that is stopped half way has purged some, and none by half.
      for (const id of submissions) await store.inTransaction((tx) => eraseCase(tx, id, 'retention'));
      for (const id of alerts) await store.inTransaction((tx) => eraseLoneAlert(tx, id));
      if (submissions.length + alerts.length > 0) await forgetWriteLog();
      return { ...shortLived, submissions: submissions.length, alerts: alerts.length };
    },

    purgeShortLived,

    erase: async (reference, reason) => {
      const outcome = await withCase(reference, async (tx, found) =>
        found.on_hold === 1
          ? { kind: 'on-hold' }
          : { kind: 'done', alerts: await eraseCase(tx, found.id, reason) },
      );
      if (outcome.kind === 'done') await forgetWriteLog();
      return outcome;
    },

    hold: (reference) => changeHold(reference, true),
    release: (reference) => changeHold(reference, false),
  };
};

/** The same day of the year, so many years earlier. */
const yearsBefore = (now: number, years: number): number => {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.getTime();
};
