import type { Tx } from '../db/transaction.ts';
import { CannotOpen, type Envelope, type RecordKey } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import { type CaseRow, findCase } from '../reviews/cases.repository.ts';
import { type Row, rowsOf } from '../reviews/queue.ts';
import { openAlert } from '../safety-alerts/alert-content.ts';
import { type AlertRow, findAlert, findAlertsOf } from '../safety-alerts/safety-alerts.repository.ts';
import { openEntry } from './work-content.ts';

/** What somebody works on, with the keys to open it: a case and its alerts, or an alert whose form has not come. */
export interface CaseFile {
  readonly kind: 'submission';
  readonly row: CaseRow;
  readonly alerts: readonly AlertRow[];
  readonly keyOf: KeyOf;
}

export interface AlertFile {
  readonly kind: 'alert';
  readonly row: AlertRow;
  readonly alerts: readonly AlertRow[];
  readonly keyOf: KeyOf;
}

export type File = CaseFile | AlertFile;

type KeyOf = (recordId: string) => RecordKey;

/** `undefined` where there is none. */
export const findFile = async (
  tx: Tx,
  envelope: Envelope,
  kind: File['kind'],
  id: string,
): Promise<File | undefined> => {
  if (kind === 'alert') {
    const row = await findAlert(tx, id);
    return row && { kind, row, alerts: [row], keyOf: await keysOf(tx, envelope, [id]) };
  }
  const row = await findCase(tx, id);
  if (row === undefined) return undefined;
  const alerts = await findAlertsOf(tx, id);
  return { kind, row, alerts, keyOf: await keysOf(tx, envelope, [id, ...alerts.map((one) => one.id)]) };
};

const keysOf = async (tx: Tx, envelope: Envelope, ids: readonly string[]): Promise<KeyOf> => {
  const wrapped = await findRecordKeys(tx, ids);
  return (recordId) => {
    const key = wrapped.get(recordId);
    if (key === undefined) throw new CannotOpen('The key of this record is gone.');
    return envelope.unwrap(key);
  };
};

/** The case itself and its alerts: all of them have events. */
export const idsOf = ({ row, alerts }: File): readonly string[] => [
  ...new Set([row.id, ...alerts.map(({ id }) => id)]),
];

const opened = <T>(value: T) => ({ kind: 'opened', value }) as const;

/** Its line in the queue, which says whether somebody must be called, and since when. */
export const rowOf = (envelope: Envelope, file: File): Row | undefined => {
  const { alerts, keyOf } = file;
  const [row] = rowsOf({
    cases: file.kind === 'submission' ? [file.row] : [],
    entries: new Map(
      file.kind === 'submission'
        ? [[file.row.id, opened(openEntry(envelope, keyOf(file.row.id), file.row))]]
        : [],
    ),
    alerts: alerts
      .filter(({ status }) => status !== 'closed')
      .map((alert) => ({ ...alert, case_status: null })),
    contents: new Map(alerts.map((alert) => [alert.id, opened(openAlert(envelope, keyOf(alert.id), alert))])),
  });
  return row;
};
