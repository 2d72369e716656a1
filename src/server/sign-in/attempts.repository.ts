import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { SignInAttemptsTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { type AttemptRule, countTry } from './attempts.ts';

export interface Subject {
  readonly index: string;
  readonly rule: AttemptRule;
}

export type Reservation = { readonly granted: true } | { readonly granted: false; readonly waitMs: number };

/** How long a pair of name and address counts as known after it got in. */
const KNOWN_FOR_MS = 30 * 24 * 3_600_000;

/**
 * Takes a try from every subject before the password is looked at, so that many at once cannot share one try. Where
 * this pair got in lately, the name's own limit is left out: strangers cannot make its owner wait.
 */
export const reserveTry = async (
  tx: Tx,
  subjects: { readonly pair: Subject; readonly name: Subject; readonly address: Subject },
  now: number,
): Promise<Reservation> => {
  const { pair, name, address } = subjects;
  // Always in this order, so that two sign-ins cannot wait for each other.
  for (const { index } of [name, address]) await oneAtATime(tx, `sign-in ${index}`);
  const rows = await rowsOf(tx, [pair, name, address]);
  const succeededAt = rows.find((row) => row.subject === pair.index)?.succeeded_at;
  const isKnownPair = now - (succeededAt ?? Number.NEGATIVE_INFINITY) < KNOWN_FOR_MS;
  return takeTries(tx, rows, isKnownPair ? [pair, address] : [pair, name, address], now);
};

/** Takes one of the tries that a second factor has, whatever browser they come from. */
export const reserveFactorTry = async (tx: Tx, factor: Subject, now: number): Promise<Reservation> => {
  await oneAtATime(tx, `sign-in ${factor.index}`);
  return takeTries(tx, await rowsOf(tx, [factor]), [factor], now);
};

const rowsOf = (tx: Tx, subjects: readonly Subject[]): Promise<readonly SignInAttemptsTable[]> =>
  tx
    .selectFrom('sign_in_attempts')
    .selectAll()
    .where(
      'subject',
      'in',
      subjects.map(({ index }) => index),
    )
    .execute();

const takeTries = async (
  tx: Tx,
  rows: readonly SignInAttemptsTable[],
  counted: readonly Subject[],
  now: number,
): Promise<Reservation> => {
  const next = counted.map((subject) => {
    const row = rows.find((one) => one.subject === subject.index);
    const before = row && { failures: row.failures, lastAt: row.last_at, nextAt: row.next_at };
    return { subject, before, tries: countTry(subject.rule, before, now) };
  });
  const waits = next.map(({ before, tries }) => (tries === undefined && before ? before.nextAt - now : 0));
  const waitMs = Math.max(...waits);
  if (waitMs > 0) return { granted: false, waitMs };

  for (const { subject, tries } of next) {
    if (tries === undefined) continue;
    const columns = { failures: tries.failures, last_at: tries.lastAt, next_at: tries.nextAt };
    await tx
      .insertInto('sign_in_attempts')
      .values({ subject: subject.index, ...columns, succeeded_at: null })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(columns))
      .execute();
  }
  return { granted: true };
};

/** A factor was shown: its failures are forgotten. */
export const forgiveFactorTries = async (tx: Tx, factor: Subject, now: number): Promise<void> => {
  await tx
    .updateTable('sign_in_attempts')
    .set({ failures: 0, next_at: now, last_at: now })
    .where('subject', '=', factor.index)
    .execute();
};

/** Somebody is in: the failures of this pair and name are forgotten, and the pair is known from now on. */
export const forgiveTries = async (tx: Tx, pair: Subject, name: Subject, now: number): Promise<void> => {
  const fresh = { failures: 0, next_at: now, last_at: now };
  await tx.updateTable('sign_in_attempts').set(fresh).where('subject', '=', name.index).execute();
  await tx
    .updateTable('sign_in_attempts')
    .set({ ...fresh, succeeded_at: now })
    .where('subject', '=', pair.index)
    .execute();
};

export const forgetOldTries = async (tx: Tx, now: number): Promise<void> => {
  await tx
    .deleteFrom('sign_in_attempts')
    .where('last_at', '<', now - KNOWN_FOR_MS)
    .execute();
};
