import type { SecondFactorsTable, StepKind } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';

/** The factors of an account that were shown to work. */
export const listFactors = (db: Queries, userId: string): Promise<readonly SecondFactorsTable[]> =>
  db
    .selectFrom('second_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** The key for an authenticator app that was offered last and not confirmed yet. */
export const findOffered = (db: Queries, userId: string): Promise<SecondFactorsTable | undefined> =>
  db
    .selectFrom('second_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();

export const forgetOffered = async (tx: Tx, userId: string): Promise<void> => {
  await tx
    .deleteFrom('second_factors')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .execute();
};

/** @returns whether it was new: a passkey belongs to one account */
export const insertFactor = async (tx: Tx, row: SecondFactorsTable): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('second_factors')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

/** The authenticator app takes the place of an earlier one; its first code is used up. */
export const confirmOffered = async (
  tx: Tx,
  offered: SecondFactorsTable,
  step: number,
  now: number,
): Promise<boolean> => {
  await tx
    .deleteFrom('second_factors')
    .where('user_id', '=', offered.user_id)
    .where('kind', '=', 'totp')
    .where('id', '!=', offered.id)
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ confirmed_at: now, last_step: step })
    .where('id', '=', offered.id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Each time step once, also when many use its code together. */
export const useStep = async (tx: Tx, id: string, step: number, now: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ last_step: step, used_at: now })
    .where('id', '=', id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const countUse = async (
  tx: Tx,
  id: string,
  count: { readonly from: number; readonly to: number },
  now: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ counter: count.to, used_at: now })
    .where('id', '=', id)
    .where('counter', '=', count.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const renamePasskey = async (
  tx: Tx,
  { id, version }: SecondFactorsTable,
  content: Uint8Array,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ content, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const deleteFactor = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('second_factors').where('id', '=', id).execute();
};

/** Sign-ins that are half done do not go on. */
export const forgetStepsOf = async (tx: Tx, userId: string): Promise<void> => {
  await tx.deleteFrom('sign_in_steps').where('user_id', '=', userId).execute();
};

/** Everything that a second factor can be shown with. */
export const forgetFactorsOf = async (tx: Tx, userId: string): Promise<void> => {
  await forgetStepsOf(tx, userId);
  await tx.deleteFrom('second_factors').where('user_id', '=', userId).execute();
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
};

export const replaceRecoveryCodes = async (
  tx: Tx,
  userId: string,
  hashes: readonly string[],
  now: number,
): Promise<void> => {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ code_hash: hash, user_id: userId, created_at: now, used_at: null })))
    .execute();
};

export const useRecoveryCode = async (
  tx: Tx,
  userId: string,
  hash: string,
  now: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const countRecoveryCodes = async (db: Queries, userId: string): Promise<number> => {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select((row) => row.fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
};

export const insertStep = async (
  tx: Tx,
  step: { tokenHash: string; kind: StepKind; userId: string | null; endsAt: number },
): Promise<void> => {
  await tx
    .insertInto('sign_in_steps')
    .values({
      token_hash: step.tokenHash,
      kind: step.kind,
      user_id: step.userId,
      tries: 0,
      ends_at: step.endsAt,
      spent_at: null,
    })
    .execute();
};

interface OpenStep {
  readonly user_id: string | null;
}

/** Takes one try of a step, as long as it has any; `undefined` when it is over. */
export const takeStepTry = (
  tx: Tx,
  tokenHash: string,
  kind: StepKind,
  limit: { readonly tries: number; readonly now: number },
): Promise<OpenStep | undefined> =>
  tx
    .updateTable('sign_in_steps')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('spent_at', 'is', null)
    .where('ends_at', '>', limit.now)
    .where('tries', '<', limit.tries)
    .returning('user_id')
    .executeTakeFirst();

export const findStep = (
  db: Queries,
  tokenHash: string,
  kind: StepKind,
  now: number,
): Promise<OpenStep | undefined> =>
  db
    .selectFrom('sign_in_steps')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('spent_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();

/** A step leads on once. */
export const spendStep = async (tx: Tx, tokenHash: string, kind: StepKind, now: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in_steps')
    .set({ spent_at: now })
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('spent_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const insertChallenge = async (
  tx: Tx,
  challenge: { challengeHash: string; holderHash: string; endsAt: number },
): Promise<void> => {
  await tx
    .insertInto('passkey_challenges')
    .values({
      challenge_hash: challenge.challengeHash,
      holder_hash: challenge.holderHash,
      ends_at: challenge.endsAt,
      spent_at: null,
    })
    .execute();
};

/** A challenge is answered once, and only by whoever asked for it. */
export const spendChallenge = async (
  tx: Tx,
  challengeHash: string,
  holderHash: string,
  now: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('passkey_challenges')
    .set({ spent_at: now })
    .where('challenge_hash', '=', challengeHash)
    .where('holder_hash', '=', holderHash)
    .where('spent_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Steps and challenges an hour after their end, spent or not. */
export const forgetOldSteps = async (tx: Tx, now: number): Promise<void> => {
  for (const table of ['sign_in_steps', 'passkey_challenges'] as const) {
    await tx
      .deleteFrom(table)
      .where('ends_at', '<', now - 3_600_000)
      .execute();
  }
};
