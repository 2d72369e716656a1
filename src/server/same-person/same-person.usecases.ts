import { fullName } from '../../submission/queue-entry.ts';
import {
  type SamePeople,
  type ScorePoint,
  samePeople,
  type Verdict,
} from '../../submission/same-person-wire.ts';
import { scaleReadings } from '../../submission/scales.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { changedMeanwhile, notFound, unprocessable } from '../edge/problem.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import { type CaseRow, findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { type CaseVersionRow, findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import {
  findAlike,
  findCases,
  insertPair,
  listPairsOf,
  type PairRow,
  updatePair,
} from './same-person.repository.ts';

/** Which cases may be of one person. A machine only asks: a clinician says, and nothing is ever merged. */
export interface SamePersons {
  read(reader: Reader, id: string): Promise<SamePeople>;
  decide(
    reader: Reader,
    pair: { readonly id: string; readonly otherId: string; readonly seen: number | 'none' },
    verdict: Verdict,
  ): Promise<SamePeople>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock'>;

const MOST_ALIKE = 20;
/** How many steps of "the same as the same" are followed. */
const MOST_STEPS = 5;

interface Found {
  readonly row: CaseRow;
  readonly others: readonly CaseRow[];
  readonly pairs: readonly PairRow[];
  readonly same: ReadonlySet<string>;
  readonly newest: ReadonlyMap<string, CaseVersionRow | undefined>;
  readonly keys: Awaited<ReturnType<typeof findRecordKeys>>;
}

export const createSamePersons = ({ store, vault, audit, clock }: Needs): SamePersons => {
  const { envelope } = vault;

  const gather = async (tx: Tx, reader: Reader, id: string): Promise<Found | undefined> => {
    const row = await findCase(tx, id);
    if (row === undefined) return undefined;
    const alike = await findAlike(tx, row, MOST_ALIKE);
    const same = await sameAs(tx, id);
    const known = new Set(alike.map((one) => one.id));
    const linked = await findCases(
      tx,
      [...same].filter((one) => one !== id && !known.has(one)),
    );
    const others = [...alike, ...linked];
    const ids = [id, ...others.map((one) => one.id)];
    const newest = new Map<string, CaseVersionRow | undefined>();
    for (const one of ids) newest.set(one, await findNewestVersion(tx, one));
    for (const other of others)
      await audit.append(tx, {
        ...reader.act,
        action: 'submission.read',
        object: { type: 'submission', id: other.id },
        fields: same.has(other.id) ? ['name', 'scores'] : ['name'],
        reason: 'same-person',
      });
    return {
      row,
      others,
      pairs: await listPairsOf(tx, ids),
      same,
      newest,
      keys: await findRecordKeys(tx, ids),
    };
  };

  const frozenOf = ({ newest, keys }: Found, row: CaseRow) => {
    const wrapped = keys.get(row.id);
    if (wrapped === undefined) throw damaged();
    return openNewest(envelope, envelope.unwrap(wrapped), row, newest.get(row.id));
  };

  const shown = (found: Found): SamePeople => {
    const { row, others, pairs, same } = found;
    const cases = [row, ...others].map((one) => ({ row: one, frozen: frozenOf(found, one) }));
    const [, ...opened] = cases;
    return samePeople.parse({
      others: opened.map(({ row: other, frozen }) => {
        const pair = pairs.find(isPair(row.id, other.id));
        return {
          id: other.id,
          reference: frozen.content.reference,
          name: fullName(frozen.content.answers),
          receivedAt: frozen.content.receivedAt,
          verdict: pair?.verdict ?? (same.has(other.id) ? 'same' : null),
          version: pair?.version ?? null,
        };
      }),
      history: cases
        .filter((one) => one.row.id === row.id || same.has(one.row.id))
        .sort((one, other) => one.row.received_at - other.row.received_at)
        .map(
          ({ row: { id }, frozen }): ScorePoint => ({
            id,
            receivedAt: frozen.content.receivedAt,
            scores: scaleReadings(frozen).map(({ id: scale, min, max, band }) => ({
              id: scale,
              min,
              max,
              band,
              item9: scale === 'phq9' ? (frozen.content.answers.phq9?.[8] ?? null) : null,
            })),
          }),
        ),
    });
  };

  const read = async (reader: Reader, id: string): Promise<SamePeople> => {
    const found = await store.inTransaction((tx) => gather(tx, reader, id));
    if (found === undefined) throw notFound();
    return shown(found);
  };

  return {
    read,
    decide: async (reader, { id, otherId, seen }, verdict) => {
      if (id === otherId) throw unprocessable('same-case', 'A case is not compared with itself.', 'otherId');
      const [one_id = id, other_id = otherId] = [id, otherId].sort();
      await store.inTransaction(async (tx) => {
        const cases = await findCases(tx, [id, otherId]);
        if (cases.length < 2) throw notFound();
        const row: PairRow = {
          one_id,
          other_id,
          version: seen === 'none' ? 1 : seen + 1,
          verdict,
          decided_by: reader.userId,
          decided_at: clock.now().getTime(),
        };
        const isDone = seen === 'none' ? await insertPair(tx, row) : await updatePair(tx, seen, row);
        if (!isDone) throw changedMeanwhile();
        for (const one of [id, otherId])
          await audit.append(tx, {
            ...reader.act,
            action: 'person.match',
            object: { type: 'submission', id: one },
            reason: verdict,
          });
      });
      return read(reader, id);
    },
  };
};

const isPair = (id: string, other: string) => (pair: PairRow) =>
  (pair.one_id === id && pair.other_id === other) || (pair.one_id === other && pair.other_id === id);

/** The case itself, those that were confirmed, and those confirmed of them. */
const sameAs = async (tx: Tx, id: string): Promise<ReadonlySet<string>> => {
  const same = new Set([id]);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const pairs = await listPairsOf(tx, [...same]);
    const before = same.size;
    for (const { one_id, other_id, verdict } of pairs) {
      if (verdict !== 'same') continue;
      same.add(one_id);
      same.add(other_id);
    }
    if (same.size === before) break;
  }
  return same;
};
