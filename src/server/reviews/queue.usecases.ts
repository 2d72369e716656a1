import type { QueueEntry } from '../../submission/queue-entry.ts';
import { byUrgency } from '../../submission/safety-level.ts';
import {
  type FrontDeskQueue,
  frontDeskQueue,
  type Queue,
  queue,
  type View,
  views,
} from '../../submission/staff-wire.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { type AlertContent, openAlert } from '../safety-alerts/alert-content.ts';
import { findAlertContents, listOpenAlerts } from '../safety-alerts/safety-alerts.repository.ts';
import { openColumn } from '../submissions/sealed-columns.ts';
import {
  type CaseHead,
  countClosedCases,
  findSealedSummaries,
  listClosedCases,
  listOpenCases,
  type SealedSummary,
} from './cases.repository.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { type HeldOpen, holdOpen } from './held-open.ts';
import { isIn, type Row, rowsOf } from './queue.ts';
import { clinicianItem, frontDeskItem } from './queue-items.ts';
import type { Reader } from './reader.ts';
import { createSeenLists } from './seen-lists.ts';

export interface QueueQuestion {
  readonly view: View;
  readonly limit: number;
  readonly cursor: string | undefined;
}

export interface Queues {
  /** A clinician sees the clinical queue; the front desk alone sees whom to call. */
  look(reader: Reader, question: QueueQuestion): Promise<Queue | FrontDeskQueue>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'log'>;

export const createQueues = (needs: Needs): Queues => {
  const { store, vault, audit, clock, log } = needs;
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
  const seen = createSeenLists();

  const openRows = async (tx: Tx) => {
    const caseHeads = await listOpenCases(tx);
    const alertHeads = await listOpenAlerts(tx);
    const lookedEntries = await entries.of(tx, caseHeads);
    const lookedAlerts = await alerts.of(tx, alertHeads);
    const rows = rowsOf({
      cases: caseHeads,
      entries: lookedEntries.contents,
      alerts: alertHeads,
      contents: lookedAlerts.contents,
    });
    const keep = () => {
      lookedEntries.keep();
      lookedAlerts.keep();
    };
    return { rows, keep };
  };

  /** Closed cases are opened a page at a time, and not held. */
  const closedRows = async (db: Queries, { limit, cursor }: QueueQuestion): Promise<readonly Row[]> => {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const before = after && { at: Date.parse(after.since), id: after.id };
    const heads: readonly CaseHead[] = await listClosedCases(db, { most: limit + 1, before });
    const { contents } = await holdEntries().of(db, heads);
    const rows = rowsOf({ cases: heads, entries: contents, alerts: [], contents: new Map() });
    const order = new Map(heads.map(({ id }, index) => [id, index]));
    return [...rows].sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  };

  return {
    look: async (reader, question) => {
      const { view, limit } = question;
      const after = question.cursor === undefined ? undefined : readCursor(question.cursor);
      const now = clock.now().getTime();
      const looked = await store.inTransaction(async (tx) => {
        const { rows, keep } = await openRows(tx);
        const closed = await countClosedCases(tx);
        const inView =
          view === 'closed'
            ? await closedRows(tx, question)
            : rows.filter((row) => isIn(view, row, reader.userId) && isAfter(row, after));
        const page = inView.slice(0, limit);
        const list = { view, cursor: question.cursor, rows: page.map(markOf) };
        const isNews = seen.isNews(reader.sessionHash, list, now);
        if (isNews) await audit.append(tx, { ...reader.act, action: 'queue.read', fields: [view] });
        const counts = Object.fromEntries(
          views.map((one) => [
            one,
            one === 'closed' ? closed : rows.filter((row) => isIn(one, row, reader.userId)).length,
          ]),
        );
        const last = inView.length > limit ? page.at(-1) : undefined;
        return { page, counts, last, list, isNews, keep };
      });
      looked.keep();
      if (looked.isNews) seen.remember(reader.sessionHash, looked.list, now);

      const shared = {
        counts: looked.counts,
        next: looked.last === undefined ? null : writeCursor(cursorOf(looked.last)),
      };
      return reader.seesAnswers
        ? queue.parse({ ...shared, items: looked.page.map(clinicianItem) })
        : frontDeskQueue.parse({ ...shared, items: looked.page.map(frontDeskItem) });
    },
  };
};

const isAfter = (row: Row, after: Cursor | undefined): boolean =>
  after === undefined || byUrgency(row, after) > 0;

/** Closed cases are in the order in which they came, which the store knows in clear. */
const cursorOf = (row: Row): Cursor =>
  row.kind === 'case' && row.head.status === 'closed'
    ? { level: 'none', since: new Date(row.head.received_at).toISOString(), id: row.id }
    : row;

/** What makes a row news: which it is, and which version of it. */
const markOf = ({ id, head, level }: Row) => [id, head.version, level];
