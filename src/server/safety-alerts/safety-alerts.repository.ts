import type { SafetyAlertStatus, SafetyAlertsTable, SubmissionStatus } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

export type AlertRow = SafetyAlertsTable;

export const findAlert = (db: Queries, id: string): Promise<AlertRow | undefined> =>
  db.selectFrom('safety_alerts').selectAll().where('id', '=', id).executeTakeFirst();

/** The name under which an alert is held while it is changed, by its patient or by staff. */
export const alertLock = (id: string): string => `safety alert ${id}`;

export const insertAlert = async (tx: Tx, row: AlertRow): Promise<void> => {
  await tx.insertInto('safety_alerts').values(row).execute();
};

export const updateAlert = async (
  tx: Tx,
  id: string,
  next: Pick<
    AlertRow,
    'status' | 'version' | 'submission_id' | 'assignee_id' | 'updated_at' | 'body_index' | 'content'
  >,
): Promise<void> => {
  await tx.updateTable('safety_alerts').set(next).where('id', '=', id).execute();
};

export const countAlertsFrom = async (db: Queries, addressIndex: string, since: number): Promise<number> => {
  const { alerts } = await db
    .selectFrom('safety_alerts')
    .select((row) => row.fn.countAll<number>().as('alerts'))
    .where('address_index', '=', addressIndex)
    .where('raised_at', '>', since)
    .executeTakeFirstOrThrow();
  return alerts;
};

/** Whether the clinic has been told of this person already. */
export const hasRaisedAlert = async (db: Queries, submissionId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('safety_alerts')
    .select('id')
    .where('submission_id', '=', submissionId)
    .where('status', '=', 'raised')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const findAlertsOf = (db: Queries, submissionId: string): Promise<readonly AlertRow[]> =>
  db
    .selectFrom('safety_alerts')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('raised_at')
    .execute();

/** What the queue needs to know whether what it holds in memory is still so. */
export type AlertHead = Pick<
  AlertRow,
  'id' | 'submission_id' | 'status' | 'version' | 'assignee_id' | 'raised_at'
> & {
  /** Of the case it belongs to; null while its form has not been sent. */
  readonly case_status: SubmissionStatus | null;
};

/** Taken back is not closed: staff see to that. */
export const openAlertStates: readonly SafetyAlertStatus[] = ['raised', 'withdrawn'];

/** Every alert that nobody has closed. */
export const listOpenAlerts = (db: Queries): Promise<readonly AlertHead[]> =>
  db
    .selectFrom('safety_alerts')
    .leftJoin('submissions', 'submissions.id', 'safety_alerts.submission_id')
    .select([
      'safety_alerts.id',
      'safety_alerts.submission_id',
      'safety_alerts.status',
      'safety_alerts.version',
      'safety_alerts.assignee_id',
      'safety_alerts.raised_at',
      'submissions.status as case_status',
    ])
    .where('safety_alerts.status', 'in', openAlertStates)
    .execute();

export const findAlertContents = async (
  db: Queries,
  ids: readonly string[],
): Promise<readonly Pick<AlertRow, 'id' | 'version' | 'content'>[]> => {
  const found: Pick<AlertRow, 'id' | 'version' | 'content'>[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY) {
    found.push(
      ...(await db
        .selectFrom('safety_alerts')
        .select(['id', 'version', 'content'])
        .where('id', 'in', ids.slice(from, from + IDS_PER_QUERY))
        .execute()),
    );
  }
  return found;
};

const IDS_PER_QUERY = 500;
