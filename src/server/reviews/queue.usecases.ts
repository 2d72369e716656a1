import type { Settings } from '../../settings/settings.ts';
import { isOpenAt, isSomebodyOnCall } from '../../submission/escalation.ts';
import {
  type FrontDeskQueue,
  frontDeskQueue,
  type Overdue,
  type Queue,
  queue,
  type View,
} from '../../submission/staff-wire.ts';
import { listEscalations } from '../case-work/case-work.repository.ts';
import { escalationKinds } from '../case-work/escalation-kinds.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { hasArrivedSince } from '../notifications/notices.repository.ts';
import { findCameBefore } from '../same-person/same-person.repository.ts';
import { type ClosedFilters, countClosedCases, listClosedCases } from './cases.repository.ts';
import { createClosedCount } from './closed-count.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { Rows } from './open-rows.ts';
import { casesOf, type Filters, type Row } from './queue.ts';
import { clinicianItem, frontDeskItem, type Showing } from './queue-items.ts';
import type { Reader } from './reader.ts';
import { createSeenLists } from './seen-lists.ts';

export interface QueueQuestion {
  readonly view: View;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly filters: Filters;
}

export interface Queues {
  /** A clinician sees the clinical queue; the front desk alone sees whom to call. */
  look(reader: Reader, question: QueueQuestion): Promise<Queue | FrontDeskQueue>;
}

type Needs = Pick<Dependencies, 'store' | 'audit' | 'clock' | 'outbox'>;

export const createQueues = (needs: Needs, opened: Rows): Queues => {
  const { store, audit, clock, outbox } = needs;
  const seen = createSeenLists();
  const closedCount = createClosedCount(clock);

  /** Closed cases are opened a page at a time, and not held. */
  const closedRows = async (
    tx: Tx,
    { limit, cursor }: QueueQuestion,
    wanted: ClosedFilters,
  ): Promise<readonly Row[]> => {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const before = after && { at: Date.parse(after.since), id: after.id };
    return opened.ofCases(tx, await listClosedCases(tx, { most: limit + 1, before }, wanted));
  };

  return {
    look: async (reader, question) => {
      const { view, limit } = question;
      const filters = allowedTo(reader, question.filters);
      const { userId } = reader;
      const inClosed = {
        location: filters.location,
        assigneeId: filters.whose === 'mine' ? userId : undefined,
      };
      const after = question.cursor === undefined ? undefined : readCursor(question.cursor);
      const now = clock.now().getTime();
      const looked = await store.inTransaction(async (tx) => {
        const { line, showing, keep } = await opened.open(tx);
        const closed = await closedCount(JSON.stringify(inClosed), line, () =>
          countClosedCases(tx, inClosed),
        );
        const whose = { userId, filters };
        const inView =
          view === 'closed'
            ? await closedRows(tx, question, inClosed)
            : line.page(view, whose, after, limit + 1);
        const page = inView.slice(0, limit);
        const list = { view, filters, cursor: question.cursor, rows: page.map(markOf) };
        const isNews = seen.isNews(reader.sessionHash, list, now);
        if (isNews) await audit.append(tx, { ...reader.act, action: 'queue.read', fields: [view] });
        const counts = { ...line.counts(whose), closed };
        const last = inView.length > limit ? page.at(-1) : undefined;
        const overdue = await overdueOf(tx, line.late(showing), showing, outbox);
        const cameBefore = await findCameBefore(tx, casesOf(page));
        return { page, cameBefore, counts, overdue, last, list, isNews, showing, keep };
      });
      looked.keep();
      if (looked.isNews) seen.remember(reader.sessionHash, looked.list, now);

      const shared = {
        counts: looked.counts,
        overdue: looked.overdue,
        next: looked.last === undefined ? null : writeCursor(cursorOf(looked.last)),
      };
      return reader.seesAnswers
        ? queue.parse({ ...shared, items: looked.page.map(clinicianItem(looked.showing, looked.cameBefore)) })
        : frontDeskQueue.parse({ ...shared, items: looked.page.map(frontDeskItem) });
    },
  };
};

/** As `recipientsOf` reads it: where nobody is named for what is late, those of every notice are told. */
const tellsSomebody = ({ escalateTo, notifyEmails, webhookUrl }: Settings['safety']): boolean =>
  escalateTo.length + notifyEmails.length > 0 || webhookUrl !== undefined;

/** Who waits too long, and whether somebody outside knows of it. */
const overdueOf = async (
  tx: Tx,
  late: readonly Row[],
  { limits, now }: Showing,
  { canTellClinic }: Dependencies['outbox'],
): Promise<Overdue> => {
  const escalations = await listEscalations(tx);
  const told = late.flatMap(({ id }) => escalations.get(id)?.getTime() ?? []);
  const toldAt = told.length === 0 ? undefined : Math.max(...told);
  return {
    many: late.length,
    isOpen: isOpenAt(limits, now),
    tells: canTellClinic && (tellsSomebody(limits.safety) || isSomebodyOnCall(limits)),
    toldAt: toldAt === undefined ? null : new Date(toldAt).toISOString(),
    hasArrived: toldAt !== undefined && (await hasArrivedSince(tx, escalationKinds, toldAt)),
  };
};

/** What somebody may not read must not be found out by filtering either. */
const allowedTo = ({ seesAnswers }: Reader, filters: Filters): Filters =>
  seesAnswers ? filters : { ...filters, treatment: undefined };

/** Closed cases are in the order in which they came, which the store knows in clear. */
const cursorOf = (row: Row): Cursor =>
  row.kind === 'case' && row.head.status === 'closed'
    ? { level: 'none', since: new Date(row.head.received_at).toISOString(), id: row.id }
    : row;

/** What makes a row news: which it is, and which version of it. */
const markOf = ({ id, head, level }: Row) => [id, head.version, level];
