import { clinicPackOf } from '../../screening/clinic-pack-of.ts';
import { pack } from '../../screening/pack.ts';
import type { Difference } from '../../submission/differences.ts';
import type { Frozen } from '../../submission/freeze.ts';
import {
  clinicOf,
  differencesUnder,
  type OtherRules,
  type Replayed,
  replay,
} from '../../submission/replay.ts';
import type { Act } from '../audit/act.ts';
import type { Dependencies } from '../dependencies.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import { sha256 } from '../keys/sha256.ts';
import { openFrozen } from '../submissions/sealed-columns.ts';
import { findSealedCase, listSealedCases, type SealedCase } from './replays.repository.ts';

/** One case evaluated again. */
export interface ReplayOfCase {
  readonly reference: string;
  readonly storedPacks: { readonly rules: string; readonly clinic: OtherRules['clinic'] };
  readonly stored: Replayed;
  /** What other rules would say differently. */
  readonly differences: readonly Difference[];
}

export type FoundCase =
  | { readonly kind: 'found'; readonly open: () => Frozen }
  | { readonly kind: 'notFound' };

/** What reads many cases gets of each: opened, or that it could not be. */
export type OpenedCase =
  | { readonly kind: 'opened'; readonly id: string; readonly frozen: Frozen }
  | { readonly kind: 'unreadable'; readonly id: string };

export interface Replays {
  /** Finds one case and records that it is looked at again; it is opened after the commit. */
  find(
    by: { readonly id: string } | { readonly reference: string },
    act: Pick<Act, 'actor' | 'requestId' | 'addressClass'>,
  ): Promise<FoundCase>;
  /** Every case there is, page by page; the audit holds one record for all of them. */
  all(act: Pick<Act, 'actor'>): AsyncGenerator<readonly OpenedCase[]>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit'>;

const PAGE = 250;

export const createReplays = ({ store, vault, audit }: Needs): Replays => {
  const { envelope, indexes } = vault;

  const openerOf = (row: SealedCase, keys: Awaited<ReturnType<typeof findRecordKeys>>) => (): Frozen => {
    const wrapped = keys.get(row.id);
    if (wrapped === undefined) throw new CannotOpen('The key of this record is gone.');
    return openFrozen(envelope, envelope.unwrap(wrapped), row);
  };

  const opened = (id: string, open: () => Frozen): OpenedCase => {
    try {
      return { kind: 'opened', id, frozen: open() };
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      return { kind: 'unreadable', id };
    }
  };

  return {
    find: (by, act) =>
      store.inTransaction(async (tx): Promise<FoundCase> => {
        const row = await findSealedCase(
          tx,
          'id' in by ? by : { referenceIndex: indexes.of('reference', by.reference) },
        );
        const keys = row && (await findRecordKeys(tx, [row.id]));
        const id = row?.id ?? ('id' in by ? by.id : undefined);
        await audit.append(tx, {
          ...act,
          action: 'submission.replay',
          ...(id === undefined ? {} : { object: { type: 'submission', id } }),
          ...(row === undefined ? { outcome: 'refused', reason: 'not-found' } : {}),
          ...(row?.location ? { location: row.location } : {}),
        });
        return row && keys ? { kind: 'found', open: openerOf(row, keys) } : { kind: 'notFound' };
      }),

    async *all(act) {
      await store.inTransaction((tx) =>
        audit.append(tx, { ...act, action: 'submission.replay', reason: 'all' }),
      );
      let after = '';
      for (;;) {
        const rows = await listSealedCases(store.db(), { after, most: PAGE });
        if (rows.length === 0) return;
        const keys = await findRecordKeys(
          store.db(),
          rows.map(({ id }) => id),
        );
        yield rows.map((row) => opened(row.id, openerOf(row, keys)));
        after = rows.at(-1)?.id ?? '';
      }
    },
  };
};

/** The rules as they are now, with the clinic's own rules and thresholds. */
export const rulesOfToday = ({
  clinicRules,
  thresholds,
}: Pick<Dependencies['settings'], 'clinicRules' | 'thresholds'>): OtherRules => ({
  pack,
  clinic: clinicPackOf(clinicRules),
  thresholds,
});

/** Evaluates one case again: under the rules of its day, and under others. */
export const replayOf = (frozen: Frozen, others: OtherRules): ReplayOfCase => ({
  reference: frozen.content.reference,
  storedPacks: { rules: frozen.screening.evaluation.rulesVersion, clinic: clinicOf(frozen.screening) },
  stored: replay(frozen, sha256),
  differences: differencesUnder(frozen, others),
});
