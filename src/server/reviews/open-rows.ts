import { openEntry, type WorkedEntry } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { type AlertContent, openAlert } from '../safety-alerts/alert-content.ts';
import { findAlertContents, listOpenAlerts } from '../safety-alerts/safety-alerts.repository.ts';
import { createStaffNames } from '../sign-in/staff-names.ts';
import { type CaseHead, findSealedSummaries, listOpenCases, type SealedSummary } from './cases.repository.ts';
import { type HeldOpen, holdOpen } from './held-open.ts';
import { type Line, lineOf } from './line.ts';
import { type Row, rowsOf } from './queue.ts';
import type { Showing } from './queue-items.ts';
import { standOfOpen } from './stand.repository.ts';

export interface Rows {
  /** Every open case and alert, opened. `keep` is to be called after the commit. */
  open(tx: Tx): Promise<{ readonly line: Line; readonly showing: Showing; keep(): void }>;
  /** These cases, which are opened now and not held: closed ones, a few at a time. In the order of the heads. */
  ofCases(tx: Tx, heads: readonly CaseHead[]): Promise<readonly Row[]>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'log' | 'settings' | 'clock'>;

/** Every open case and alert of a store as it was last seen: in order, and decrypted. */
interface Memory {
  readonly entries: HeldOpen<WorkedEntry>;
  readonly alerts: HeldOpen<AlertContent>;
  last: { readonly stand: string; readonly line: Line } | undefined;
}

/** One memory for each store, whoever asks: queue, search, and the watch over those who wait too long. */
const memories = new WeakMap<Needs['store'], Memory>();

/** The rows of the queue, decrypted. */
export const createRows = (needs: Needs): Rows => {
  const { store, vault, log, settings, clock } = needs;
  const { envelope } = vault;
  const namesOf = createStaffNames({ vault });
  const onUnreadable = (id: string, error: unknown) =>
    log.error({ err: error, recordId: id }, 'a record cannot be opened');

  const holdEntries = () =>
    holdOpen<SealedSummary, WorkedEntry>({
      load: findSealedSummaries,
      unwrap: envelope.unwrap,
      open: (key, row) => openEntry(envelope, key, row),
      onUnreadable,
    });
  const memory: Memory = memories.get(store) ?? {
    entries: holdEntries(),
    alerts: holdOpen({
      load: findAlertContents,
      unwrap: envelope.unwrap,
      open: (key, row) => openAlert(envelope, key, row),
      onUnreadable,
    }),
    last: undefined,
  };
  memories.set(store, memory);

  return {
    open: async (tx) => {
      // Asked before the rows: what is written in between is in them, and makes them be read again.
      const stand = await standOfOpen(tx);
      const showing = { names: await namesOf(tx), limits: settings, now: clock.now() };
      if (memory.last?.stand === stand) return { line: memory.last.line, showing, keep: () => undefined };
      const heads = { cases: await listOpenCases(tx), alerts: await listOpenAlerts(tx) };
      const entries = await memory.entries.of(tx, heads.cases);
      const alerts = await memory.alerts.of(tx, heads.alerts);
      const line = lineOf(rowsOf({ ...heads, entries: entries.contents, contents: alerts.contents }));
      return {
        line,
        showing,
        keep: () => {
          entries.keep();
          alerts.keep();
          memory.last = { stand, line };
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
