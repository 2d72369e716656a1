import { randomUUID } from 'node:crypto';
import type { NewFactor, OfferedKey, PasskeyCreation } from '../../submission/sign-in-wire.ts';
import type { SecondFactorsTable, UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../edge/problem.ts';
import { readProfile } from '../sign-in/users.ts';
import { newChallenge, takeChallenge } from './challenges.ts';
import { challengeIn, creationOptions, verifiedPasskey } from './passkeys.ts';
import { openPasskey, openTotp, sealFactor, userKey } from './sealed-factors.ts';
import {
  confirmOffered,
  findOffered,
  forgetOffered,
  insertFactor,
  listFactors,
} from './second-factors.repository.ts';
import { keyUri, newTotpKey, stepOfCode } from './totp.ts';

type Needs = Pick<Dependencies, 'store' | 'vault' | 'clock' | 'publicUrl' | 'settings'>;

/** A key for an authenticator app; it counts once a code made with it was typed. */
export const offerKey = async (deps: Needs, user: UsersTable): Promise<OfferedKey> => {
  const { store, vault, clock, settings } = deps;
  const sealing = await userKey(store.db(), vault, user.id);
  const { signInName } = await readProfile(store.db(), vault, user);
  const key = newTotpKey();
  const base = rowOf(user.id, 'totp', clock.now().getTime());
  const row = { ...base, content: sealFactor(vault, sealing, base, { key }) };
  await store.inTransaction(async (tx) => {
    await forgetOffered(tx, user.id);
    await insertFactor(tx, row);
  });
  return { key, uri: keyUri(key, settings.name, signInName) };
};

/** What an authenticator needs to make a passkey for this account. */
export const askForNewPasskey = async (
  deps: Needs,
  user: UsersTable,
  holderHash: string,
): Promise<PasskeyCreation> => {
  const { store, vault, publicUrl, settings } = deps;
  const key = await userKey(store.db(), vault, user.id);
  const factors = await listFactors(store.db(), user.id);
  return creationOptions({
    publicUrl,
    clinic: settings.name,
    userId: user.id,
    ...(await readProfile(store.db(), vault, user)),
    challenge: await newChallenge(deps, holderHash),
    held: factors
      .filter(({ kind }) => kind === 'passkey')
      .map((row) => openPasskey(vault, key, row).credentialId),
  });
};

/** Keeps a factor inside the transaction of what it allows; `undefined` where somebody was faster. */
export type KeepFactor = (tx: Tx) => Promise<string | undefined>;

/** Looks whether a new factor works, and gives back how to keep it. Throws what to mend. */
export const tryOut = async (
  deps: Needs,
  user: UsersTable,
  given: NewFactor,
  holderHash: string,
): Promise<KeepFactor> =>
  given.kind === 'totp' ? tryKey(deps, user, given.code) : tryPasskey(deps, user, given, holderHash);

const tryKey = async (
  { store, vault, clock }: Needs,
  user: UsersTable,
  code: string,
): Promise<KeepFactor> => {
  const now = clock.now().getTime();
  const offered = await findOffered(store.db(), user.id);
  if (offered === undefined) throw wrongCode();
  const key = openTotp(vault, await userKey(store.db(), vault, user.id), offered);
  const step = stepOfCode(key, code, now);
  if (step === undefined) throw wrongCode();
  return async (tx) => ((await confirmOffered(tx, offered, step, now)) ? offered.id : undefined);
};

const tryPasskey = async (
  deps: Needs,
  user: UsersTable,
  { name, response }: Extract<NewFactor, { kind: 'passkey' }>,
  holderHash: string,
): Promise<KeepFactor> => {
  const { store, vault, clock, publicUrl } = deps;
  const challenge = challengeIn(response.response);
  if (challenge === undefined || !(await takeChallenge(deps, challenge, holderHash))) throw unusablePasskey();
  const made = await verifiedPasskey(publicUrl, challenge, response);
  if (made === undefined) throw unusablePasskey();
  const { credentialId, publicKey, counter } = made;
  const now = clock.now().getTime();
  const base = rowOf(user.id, 'passkey', now);
  const key = await userKey(store.db(), vault, user.id);
  const row = {
    ...base,
    counter,
    confirmed_at: now,
    credential_index: vault.indexes.of('passkey', credentialId),
    content: sealFactor(vault, key, base, { name, credentialId, publicKey }),
  };
  return async (tx) => ((await insertFactor(tx, row)) ? row.id : undefined);
};

const rowOf = (userId: string, kind: SecondFactorsTable['kind'], now: number) => ({
  id: randomUUID(),
  user_id: userId,
  kind,
  version: 1,
  credential_index: null,
  last_step: -1,
  counter: 0,
  created_at: now,
  confirmed_at: null,
  used_at: null,
});

export const wrongCode = (): Problem =>
  new Problem({
    status: 422,
    code: 'wrong-code',
    title: 'This code is not right',
    detail: 'Type the code that the app shows now. If it goes on, set the clock of the phone to automatic.',
    path: 'code',
  });

export const unusablePasskey = (): Problem =>
  new Problem({
    status: 422,
    code: 'passkey-not-usable',
    title: 'This passkey cannot be used here',
    detail: 'Try again, with a device that asks for a fingerprint, a face or a PIN.',
  });
