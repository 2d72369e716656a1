import type { QueueEntry } from '../../submission/queue-entry.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { type AlertContent, openAlert } from '../safety-alerts/alert-content.ts';
import { findAlertContents, listOpenAlerts } from '../safety-alerts/safety-alerts.repository.ts';
import { openColumn } from '../submissions/sealed-columns.ts';
import { type CaseHead, findSealedSummaries, listOpenCases, type SealedSummary } from './cases.repository.ts';
import { type HeldOpen, holdOpen } from './held-open.ts';
import { type Row, rowsOf } from './queue.ts';

export interface Rows {
  /** Every open case and alert, opened. `keep` is to be called after the commit. */
  open(tx: Tx): Promise<{ readonly rows: readonly Row[]; keep(): void }>;
  /** These cases, which are opened now and not held: closed ones, a few at a time. In the order of the heads. */
  ofCases(tx: Tx, heads: readonly CaseHead[]): Promise<readonly Row[]>;
}

/** The rows of the queue, decrypted. One for the whole process: the queue and the search read the same memory. */
export const createRows = ({ vault, log }: Pick<Dependencies, 'vault' | 'log'>): Rows => {
  const { envelope } = vault;
  const onUnreadable = (id: string, error: unknown) =>
    log.error({ err: error, recordId: id }, 'a record cannot be opened');

  const holdEntries = () =>
    holdOpen<SealedSummary, QueueEntry>({
      load: findSealedSummaries,
      unwrap: envelope.unwrap,
      open: (key, { summary }) => openColumn(envelope, key, 'summary', summary),
      onUnreadable,
    });
  const entries = holdEntries();
  const alerts: HeldOpen<AlertContent> = holdOpen({
    load: findAlertContents,
    unwrap: envelope.unwrap,
    open: (key, row) => openAlert(envelope, key, row),
    onUnreadable,
  });

  return {
    open: async (tx) => {
      const caseHeads = await listOpenCases(tx);
      const alertHeads = await listOpenAlerts(tx);
      const lookedEntries = await entries.of(tx, caseHeads);
      const lookedAlerts = await alerts.of(tx, alertHeads);
      return {
        rows: rowsOf({
          cases: caseHeads,
          entries: lookedEntries.contents,
          alerts: alertHeads,
          contents: lookedAlerts.contents,
        }),
        keep: () => {
          lookedEntries.keep();
          lookedAlerts.keep();
        },
      };
    },

    ofCases: async (tx, heads) => {
      const { contents } = await holdEntries().of(tx, heads);
      const rows = rowsOf({ cases: heads, entries: contents, alerts: [], contents: new Map() });
      const order = new Map(heads.map(({ id }, index) => [id, index]));
      return [...rows].sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
    },
  };
};
