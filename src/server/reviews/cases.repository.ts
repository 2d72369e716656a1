import type { ExpressionBuilder } from 'kysely';
import { reviewStates } from '../../machines/review-states.ts';
import type { Database, SubmissionsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type CaseRow = SubmissionsTable;

/** What of a case stands in clear: enough to know whether what is held in memory is still so. */
export type CaseHead = Pick<
  CaseRow,
  'id' | 'status' | 'version' | 'location' | 'assignee_id' | 'received_at'
>;

const head = ['id', 'status', 'version', 'location', 'assignee_id', 'received_at'] as const;

/** Named one by one: an index finds what is there, not what is not. */
export const openStates = reviewStates.filter((state) => state !== 'closed');

export const listOpenCases = (db: Queries): Promise<readonly CaseHead[]> =>
  db.selectFrom('submissions').select(head).where('status', 'in', openStates).execute();

/** What of a closed case can be asked without opening it. */
export interface ClosedFilters {
  readonly location: string | undefined;
  readonly assigneeId: string | undefined;
}

export const countClosedCases = async (db: Queries, wanted: ClosedFilters): Promise<number> => {
  const { cases } = await db
    .selectFrom('submissions')
    .select((row) => row.fn.countAll<number>().as('cases'))
    .where('status', '=', 'closed')
    .where(isWanted(wanted))
    .executeTakeFirstOrThrow();
  return cases;
};

/** The last closed first; `before` is where the page before ended. */
export const listClosedCases = (
  db: Queries,
  page: { readonly most: number; readonly before: { readonly at: number; readonly id: string } | undefined },
  wanted: ClosedFilters,
): Promise<readonly CaseHead[]> => {
  const { before } = page;
  return db
    .selectFrom('submissions')
    .select(head)
    .where('status', '=', 'closed')
    .where(isWanted(wanted))
    .$if(before !== undefined, (query) =>
      query.where((row) =>
        row.or([
          row('received_at', '<', before?.at ?? 0),
          row.and([row('received_at', '=', before?.at ?? 0), row('id', '<', before?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.most)
    .execute();
};

/** Keyed hashes of what a case may be known by; each is enough. */
export interface KnownBy {
  readonly surnames: readonly string[];
  readonly birthDate: string | undefined;
  readonly phone: string | undefined;
  readonly reference: string | undefined;
}

/** The last received first. */
export const findCasesOf = (
  db: Queries,
  { surnames, birthDate, phone, reference }: KnownBy,
  most: number,
): Promise<readonly CaseHead[]> =>
  db
    .selectFrom('submissions')
    .select(head)
    .where((row) =>
      row.or([
        row('surname_index', 'in', surnames.length === 0 ? [''] : surnames),
        ...(birthDate === undefined ? [] : [row('birth_date_index', '=', birthDate)]),
        ...(phone === undefined ? [] : [row('phone_index', '=', phone)]),
        ...(reference === undefined ? [] : [row('reference_index', '=', reference)]),
      ]),
    )
    .orderBy('received_at', 'desc')
    .limit(most)
    .execute();

const isWanted =
  ({ location, assigneeId }: ClosedFilters) =>
  (row: ExpressionBuilder<Database, 'submissions'>) =>
    row.and([
      ...(location === undefined
        ? []
        : [row.or([row('location', '=', location), row('location', 'is', null)])]),
      ...(assigneeId === undefined ? [] : [row('assignee_id', '=', assigneeId)]),
    ]);

export const findCase = (db: Queries, id: string): Promise<CaseRow | undefined> =>
  db.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();

/** Says whether the case was still as it was seen: of two at the same moment one is too late. */
export const moveCase = async (
  tx: Tx,
  { id, version }: Pick<CaseRow, 'id' | 'version'>,
  change: Pick<CaseRow, 'updated_at'> &
    Partial<Pick<CaseRow, 'status' | 'assignee_id' | 'closed_at' | 'summary' | 'work' | 'work_version'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('submissions')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export type SealedSummary = Pick<CaseRow, 'id' | 'version' | 'summary' | 'work' | 'work_version'>;

export const findSealedSummaries = async (
  db: Queries,
  ids: readonly string[],
): Promise<readonly SealedSummary[]> => {
  const found: SealedSummary[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY) {
    found.push(
      ...(await db
        .selectFrom('submissions')
        .select(['id', 'version', 'summary', 'work', 'work_version'])
        .where('id', 'in', ids.slice(from, from + IDS_PER_QUERY))
        .execute()),
    );
  }
  return found;
};

const IDS_PER_QUERY = 500;
