import type { SubmissionsTable } from '../db/schema.ts';
import type { Queries } from '../db/transaction.ts';

export type CaseRow = SubmissionsTable;

/** What of a case stands in clear: enough to know whether what is held in memory is still so. */
export type CaseHead = Pick<
  CaseRow,
  'id' | 'status' | 'version' | 'location' | 'assignee_id' | 'received_at'
>;

const head = ['id', 'status', 'version', 'location', 'assignee_id', 'received_at'] as const;

export const listOpenCases = (db: Queries): Promise<readonly CaseHead[]> =>
  db.selectFrom('submissions').select(head).where('status', '!=', 'closed').execute();

export const countClosedCases = async (db: Queries): Promise<number> => {
  const { cases } = await db
    .selectFrom('submissions')
    .select((row) => row.fn.countAll<number>().as('cases'))
    .where('status', '=', 'closed')
    .executeTakeFirstOrThrow();
  return cases;
};

/** The last closed first; `before` is where the page before ended. */
export const listClosedCases = (
  db: Queries,
  page: { readonly most: number; readonly before: { readonly at: number; readonly id: string } | undefined },
): Promise<readonly CaseHead[]> => {
  const { before } = page;
  return db
    .selectFrom('submissions')
    .select(head)
    .where('status', '=', 'closed')
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

export const findCase = (db: Queries, id: string): Promise<CaseRow | undefined> =>
  db.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();

export type SealedSummary = Pick<CaseRow, 'id' | 'version' | 'summary'>;

export const findSealedSummaries = async (
  db: Queries,
  ids: readonly string[],
): Promise<readonly SealedSummary[]> => {
  const found: SealedSummary[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY) {
    found.push(
      ...(await db
        .selectFrom('submissions')
        .select(['id', 'version', 'summary'])
        .where('id', 'in', ids.slice(from, from + IDS_PER_QUERY))
        .execute()),
    );
  }
  return found;
};

const IDS_PER_QUERY = 500;
