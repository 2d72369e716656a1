import type { SamePersonTable, SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type PairRow = SamePersonTable;

/** Cases with the same keyed hash of surname and of birth date. */
export const findAlike = (
  db: Queries,
  { id, surname_index, birth_date_index }: SubmissionsTable,
  most: number,
): Promise<readonly SubmissionsTable[]> =>
  surname_index === null || birth_date_index === null
    ? Promise.resolve([])
    : db
        .selectFrom('submissions')
        .selectAll()
        .where('surname_index', '=', surname_index)
        .where('birth_date_index', '=', birth_date_index)
        .where('id', '!=', id)
        .orderBy('received_at', 'desc')
        .limit(most)
        .execute();

/** Many of one name and birth date are a load test or an attack: a mark on a row is not worth more. */
const MOST_PAIRS = 2_000;

/** Of these cases, whose person may have come before: somebody has said so, or nobody has said no. */
export const findCameBefore = async (
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'confirmed' | 'maybe'>> => {
  if (ids.length === 0) return new Map();
  const alike = await db
    .selectFrom('submissions as one')
    .innerJoin('submissions as other', (join) =>
      join
        .onRef('other.birth_date_index', '=', 'one.birth_date_index')
        .onRef('other.surname_index', '=', 'one.surname_index')
        .onRef('other.id', '!=', 'one.id'),
    )
    .select(['one.id', 'other.id as otherId'])
    .where('one.id', 'in', ids)
    .limit(MOST_PAIRS)
    .execute();
  const pairs = await listPairsOf(db, ids);
  const decided = new Map(pairs.map(({ one_id, other_id, verdict }) => [`${one_id} ${other_id}`, verdict]));
  const verdictOf = (pair: readonly string[]) => decided.get(pair.toSorted().join(' '));
  const confirmed = pairs.filter(({ verdict }) => verdict === 'same');
  return new Map([
    ...alike
      .filter(({ id, otherId }) => verdictOf([id, otherId]) !== 'different')
      .map(({ id }) => [id, 'maybe'] as const),
    ...confirmed
      .flatMap(({ one_id, other_id }) => [one_id, other_id])
      .filter((id) => ids.includes(id))
      .map((id) => [id, 'confirmed'] as const),
  ]);
};

/** Whatever was decided of these cases, with whichever other. */
export const listPairsOf = (db: Queries, ids: readonly string[]): Promise<readonly PairRow[]> =>
  db
    .selectFrom('same_person')
    .selectAll()
    .where((row) => row.or([row('one_id', 'in', ids), row('other_id', 'in', ids)]))
    .execute();

export const findCases = (db: Queries, ids: readonly string[]): Promise<readonly SubmissionsTable[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('submissions').selectAll().where('id', 'in', ids).execute();

/** Says whether nobody had decided before. */
export const insertPair = async (tx: Tx, row: PairRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('same_person')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** Says whether it was still as it was seen. */
export const updatePair = async (tx: Tx, seen: number, row: PairRow): Promise<boolean> => {
  const { one_id, other_id, ...change } = row;
  const { numUpdatedRows } = await tx
    .updateTable('same_person')
    .set(change)
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
