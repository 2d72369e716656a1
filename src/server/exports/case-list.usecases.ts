import { setImmediate as breathe } from 'node:timers/promises';
import { dayBefore, dayIn, nextDay } from '../../lib/dates.ts';
import { startOfDay } from '../../lib/local-time.ts';
import { type ListQuery, MOST_EXPORTED } from '../../submission/export-wire.ts';
import { countActs } from '../audit/audit.repository.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem, unprocessable } from '../edge/problem.ts';
import { CannotOpen, type WrappedRecordKey } from '../keys/envelope.ts';
import { findRecordKeys } from '../keys/record-keys.repository.ts';
import type { Reader } from '../reviews/reader.ts';
import { type CaseVersionRow, findNewestVersions } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import { openVerified } from '../verified/overlay.ts';
import { findVerifiedOf, type VerifiedRow } from '../verified/verified.repository.ts';
import { countInRange, type ListRange, listInRange, receivedAfter } from './case-list.repository.ts';
import { caseList, type ListedCase } from './case-list.ts';
import { csvOf } from './csv.ts';

export interface CaseLists {
  /** Many cases as one file, for a stated reason: refused where it would be too large, or too often. */
  csv(reader: Reader, query: ListQuery): Promise<string>;
}

/** So many lists a person may take out in a day. */
export const MOST_LISTS_A_DAY = 10;
const DAY_MS = 24 * 60 * 60_000;
/** Others are served between so many rows. */
const AT_ONCE = 50;

export const createCaseLists = (
  needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log' | 'clock' | 'settings'>,
): CaseLists => {
  const { store, vault, audit, log, clock, settings } = needs;
  const { timeZone } = settings;

  const openCase = (
    row: Awaited<ReturnType<typeof listInRange>>[number],
    wrapped: WrappedRecordKey | undefined,
    newest: CaseVersionRow | undefined,
    verified: VerifiedRow | undefined,
  ): ListedCase => {
    const { id, status, received_at: receivedAt } = row;
    try {
      if (wrapped === undefined) throw new CannotOpen('The key of this record is gone.');
      const { envelope } = vault;
      const key = envelope.unwrap(wrapped);
      const opened = openVerified(envelope, key, openNewest(envelope, key, row, newest), verified);
      return { id, status, receivedAt, opened };
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      log.error({ err: error, recordId: id }, 'a record cannot be opened');
      return { id, status, receivedAt, opened: undefined };
    }
  };

  /** What is wrong with what was asked is found before anything is recorded; a refusal is recorded like an export. */
  const refusalOf = async (
    reader: Reader,
    range: ListRange,
    query: ListQuery,
  ): Promise<Problem | undefined> => {
    const since = clock.now().getTime() - DAY_MS;
    const lists = await countActs(store.db(), {
      actorId: reader.userId,
      action: 'submission.export-list',
      since,
    });
    if (lists >= MOST_LISTS_A_DAY) return tooOften();
    const many = await countInRange(store.db(), range);
    if (many <= MOST_EXPORTED) return undefined;
    const beyond = await receivedAfter(store.db(), range, MOST_EXPORTED);
    return tooLarge(
      many,
      query.from,
      beyond === undefined ? undefined : dayBefore(dayIn(timeZone, new Date(beyond))),
    );
  };

  return {
    csv: async (reader, query) => {
      const range = rangeOf(query, timeZone, reader.userId);
      const refusal = await refusalOf(reader, range, query);
      const act = {
        ...reader.act,
        action: 'submission.export-list',
        fields: ['csv', query.columns, query.view, query.from, query.to],
        reason: query.reason,
      } as const;
      if (refusal !== undefined) {
        await store.inTransaction((tx) =>
          audit.append(tx, { ...act, outcome: 'refused', reason: refusal.code }),
        );
        throw refusal;
      }
      const { rows, keys, versions, verified } = await store.inTransaction(async (tx) => {
        const found = await listInRange(tx, range);
        const ids = found.map(({ id }) => id);
        const wrapped = await findRecordKeys(tx, ids);
        const newest = await findNewestVersions(tx, ids);
        const overlays = await findVerifiedOf(tx, ids);
        await audit.append(tx, { ...act, fields: [...act.fields, `rows:${found.length}`] });
        return { rows: found, keys: wrapped, versions: newest, verified: overlays };
      });
      const cases: ListedCase[] = [];
      for (const [at, row] of rows.entries()) {
        if (at % AT_ONCE === 0) await breathe();
        cases.push(openCase(row, keys.get(row.id), versions.get(row.id), verified.get(row.id)));
      }
      return csvOf(caseList(cases, query.columns, settings));
    },
  };
};

const rangeOf = ({ from, to, view }: ListQuery, timeZone: string, userId: string): ListRange => {
  if (from > to) throw unprocessable('range-reversed', 'The last day lies before the first.', 'to');
  return {
    from: startOfDay(from, timeZone).getTime(),
    before: startOfDay(nextDay(to), timeZone).getTime(),
    view,
    userId,
  };
};

const tooLarge = (many: number, from: string, lastDay: string | undefined): Problem =>
  new Problem({
    status: 422,
    code: 'export-too-large',
    title: 'This list is too long for one file',
    detail: [
      `It would hold ${many} cases, and one file holds at most ${MOST_EXPORTED}.`,
      lastDay !== undefined && lastDay >= from
        ? `The days from ${from} to ${lastDay} fit; take the rest in further files.`
        : 'Choose another view of that day.',
    ].join(' '),
    path: 'to',
  });

const tooOften = (): Problem =>
  new Problem({
    status: 429,
    code: 'export-too-often',
    title: 'That is the last list for today',
    detail: `A person may take out ${MOST_LISTS_A_DAY} lists in a day. Ask a colleague, or go on tomorrow.`,
  });
