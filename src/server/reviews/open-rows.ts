import type { QueueEntry } from '../../submission/queue-entry.ts';
import { openEntry } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { type AlertContent, openAlert } from '../safety-alerts/alert-content.ts';
import { findAlertContents, listOpenAlerts } from '../safety-alerts/safety-alerts.repository.ts';
import { createStaffNames } from '../sign-in/staff-names.ts';
import { type CaseHead, findSealedSummaries, listOpenCases, type SealedSummary } from './cases.repository.ts';
import { type HeldOpen, holdOpen } from './held-open.ts';
import { type Row, rowsOf } from './queue.ts';
import type { Showing } from './queue-items.ts';

export interface Rows {
  /** Every open case and alert, opened. `keep` is to be called after the commit. */
  open(tx: Tx): Promise<{ readonly rows: readonly Row[]; readonly showing: Showing; keep(): void }>;
  /** These cases, which are opened now and not held: closed ones, a few at a time. In the order of the heads. */
  ofCases(tx: Tx, heads: readonly CaseHead[]): Promise<readonly Row[]>;
}

/** The rows of the queue, decrypted. One for the whole process: the queue and the search read the same memory. */
export const createRows = (needs: Pick<Dependencies, 'vault' | 'log' | 'settings' | 'clock'>): Rows => {
  const { vault, log, settings, clock } = needs;
  const { envelope } = vault;
  const namesOf = createStaffNames({ vault });
  const onUnreadable = (id: string, error: unknown) =>
    log.error({ err: error, recordId: id }, 'a record cannot be opened');

  const holdEntries = () =>
    holdOpen<SealedSummary, QueueEntry>({
      load: findSealedSummaries,
      unwrap: envelope.unwrap,
      open: (key, row) => openEntry(envelope, key, row),
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
        showing: { names: await namesOf(tx), limits: settings, now: clock.now() },
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
