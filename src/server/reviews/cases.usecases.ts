import {
  type AlertDetail,
  type FrontDeskItem,
  frontDeskItem,
  type Summary,
} from '../../submission/staff-wire.ts';
import { verifiedSummary } from '../../submission/summary.ts';
import type { Act } from '../audit/act.ts';
import { openEntry, type WorkedEntry } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { notFound, Problem } from '../edge/problem.ts';
import { noteFirstRead } from '../figures/figures.repository.ts';
import { CannotOpen, type Envelope, type RecordKey } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import { type AlertContent, openAlert } from '../safety-alerts/alert-content.ts';
import { type AlertRow, findAlert, findAlertsOf } from '../safety-alerts/safety-alerts.repository.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import { openVerified } from '../verified/overlay.ts';
import { findVerified } from '../verified/verified.repository.ts';
import { type CaseRow, findCase } from './cases.repository.ts';
import { rowsOf } from './queue.ts';
import { frontDeskItem as asFrontDeskItem } from './queue-items.ts';
import type { Reader } from './reader.ts';

export interface Cases {
  /** Everything for a clinician; whom to call for the front desk. */
  open(reader: Reader, id: string): Promise<Summary | FrontDeskItem>;
  openAlert(reader: Reader, id: string): Promise<AlertDetail | FrontDeskItem>;
  /** The summary for a document that leaves the portal: the audit holds an export. */
  openForExport(reader: Reader, id: string, format: ExportFormat): Promise<Summary>;
}

type ExportFormat = 'pdf' | 'one-page' | 'txt';

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'log'>;

type KeyOf = (recordId: string) => RecordKey;

interface OpenedAlert {
  readonly row: AlertRow;
  readonly content: AlertContent;
}

export const createCases = ({ store, vault, audit, clock, log }: Needs): Cases => {
  const { envelope } = vault;

  /** The keys of these records, each unwrapped when it is asked for. */
  const keysOf = async (tx: Tx, ids: readonly string[]): Promise<KeyOf> => {
    const wrapped = await findRecordKeys(tx, ids);
    return (id) => {
      const key = wrapped.get(id);
      if (key === undefined) throw new CannotOpen('The key of this record is gone.');
      return envelope.unwrap(key);
    };
  };

  /** The reading and its record are one: what cannot be recorded is not read. Opened is what was read, afterwards. */
  const read = async <T>(
    reader: Reader,
    object: { readonly type: 'submission' | 'safety-alert'; readonly id: string },
    find: (tx: Tx) => Promise<{ readonly location: string | null; readonly open: () => T } | undefined>,
    exportedAs?: ExportFormat,
  ): Promise<T> => {
    const found = await store.inTransaction(async (tx) => {
      const result = await find(tx);
      await audit.append(tx, {
        ...reader.act,
        ...whatWasDone(reader, object.type, exportedAs),
        object,
        ...(result === undefined ? { outcome: 'refused', reason: 'not-found' } : {}),
        ...(result?.location ? { location: result.location } : {}),
      });
      return result;
    });
    if (found === undefined) throw notFound();
    try {
      return found.open();
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      log.error({ err: error, recordId: object.id }, 'a record cannot be opened');
      throw damaged();
    }
  };

  /** A case with what was told before it was sent, to be opened after the commit. */
  const findWhole = async (tx: Tx, id: string) => {
    const row = await findCase(tx, id);
    if (row === undefined) return undefined;
    const alertRows = await findAlertsOf(tx, id);
    const newest = await findNewestVersion(tx, id);
    const overlay = await findVerified(tx, id);
    const keyOf = await keysOf(tx, [id, ...alertRows.map((alert) => alert.id)]);
    const alerts = () => openAlerts(envelope, keyOf, alertRows);
    return {
      location: row.location,
      summary: () => {
        const key = keyOf(id);
        const verified = openVerified(envelope, key, openNewest(envelope, key, row, newest), overlay);
        return verifiedSummary(verified, overlay?.version ?? null, alerts().map(alertLine));
      },
      contact: () => contactOfCase(row, openEntry(envelope, keyOf(id), row), alerts()),
    };
  };

  return {
    open: (reader, id) =>
      read<Summary | FrontDeskItem>(reader, { type: 'submission', id }, async (tx) => {
        const whole = await findWhole(tx, id);
        if (whole !== undefined && reader.seesAnswers) await noteFirstRead(tx, id, clock.now().getTime());
        return (
          whole && { location: whole.location, open: reader.seesAnswers ? whole.summary : whole.contact }
        );
      }),

    openForExport: (reader, id, format) =>
      read(
        reader,
        { type: 'submission', id },
        async (tx) => {
          const whole = await findWhole(tx, id);
          return whole && { location: whole.location, open: whole.summary };
        },
        format,
      ),

    openAlert: (reader, id) =>
      read(reader, { type: 'safety-alert', id }, async (tx) => {
        const row = await findAlert(tx, id);
        if (row === undefined) return undefined;
        const keyOf = await keysOf(tx, [id]);
        const open = () => {
          const alert = { row, content: openAlert(envelope, keyOf(id), row) };
          return reader.seesAnswers ? detailOf(alert) : contactOfAlert(alert);
        };
        return { location: row.location, open };
      }),
  };
};

const whatWasDone = (
  { seesAnswers }: Reader,
  type: 'submission' | 'safety-alert',
  exportedAs: ExportFormat | undefined,
): Pick<Act, 'action' | 'fields'> => {
  if (exportedAs !== undefined) return { action: 'submission.export', fields: [exportedAs] };
  const action = type === 'submission' ? 'submission.read' : 'safety-alert.read';
  return seesAnswers ? { action } : { action, fields: ['contact'] };
};

/** One that was taken back before it ever arrived told the clinic nothing. */
const openAlerts = (envelope: Envelope, keyOf: KeyOf, rows: readonly AlertRow[]): readonly OpenedAlert[] =>
  rows
    .map((row) => ({ row, content: openAlert(envelope, keyOf(row.id), row) }))
    .filter(({ content }) => content.wasRaised);

const alertLine = ({ row, content }: OpenedAlert): Summary['alerts'][number] => ({
  id: row.id,
  level: content.level,
  state: row.status,
  receivedAt: content.raisedAt,
});

const detailOf = ({ row, content }: OpenedAlert): AlertDetail => ({
  id: row.id,
  level: content.level,
  state: row.status === 'withdrawn' ? 'withdrawn' : 'raised',
  agreedBy: content.agreedBy,
  receivedAt: content.raisedAt,
  language: content.language,
  name: content.name,
  phone: content.phone,
  whereToday: content.whereToday,
  mayLeaveMessage: content.mayLeaveMessage,
  manyFromThisAddress: content.manyFromThisAddress,
  rules: content.rules.map(({ id, words }) => ({ id, words })),
  patientSaid: content.said.map(({ key, label, text, state }) => ({ key, label, text, state })),
});

const opened = <T>(value: T) => ({ kind: 'opened', value }) as const;

/** The front desk's view of one case is its row of the queue: no answer was opened for it. */
const contactOfCase = (row: CaseRow, entry: WorkedEntry, alerts: readonly OpenedAlert[]): FrontDeskItem =>
  onlyItem(
    rowsOf({
      cases: [row],
      entries: new Map([[row.id, opened(entry)]]),
      alerts: alerts.map((alert) => ({ ...alert.row, case_status: row.status })),
      contents: new Map(alerts.map((alert) => [alert.row.id, opened(alert.content)])),
    }),
  );

const contactOfAlert = ({ row, content }: OpenedAlert): FrontDeskItem =>
  onlyItem(
    rowsOf({
      cases: [],
      entries: new Map(),
      alerts: [{ ...row, case_status: null }],
      contents: new Map([[row.id, opened(content)]]),
    }),
  );

const onlyItem = ([row]: ReturnType<typeof rowsOf>): FrontDeskItem => {
  if (row === undefined) throw notFound();
  return frontDeskItem.parse(asFrontDeskItem(row));
};

export const damaged = (): Problem =>
  new Problem({
    status: 500,
    code: 'record-damaged',
    title: 'This record cannot be opened',
    detail: 'Its key is missing, or its data was damaged. Tell the operator, and name the request id.',
  });
