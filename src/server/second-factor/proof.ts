import type { FactorProof, FactorsHeld, PasskeyRequest } from '../../submission/sign-in-wire.ts';
import type { SecondFactorsTable } from '../db/schema.ts';
import type { Queries, Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { newChallenge, takeChallenge } from './challenges.ts';
import { challengeIn, requestOptions, verifiedUse } from './passkeys.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { openPasskey, openTotp, userKey } from './sealed-factors.ts';
import {
  countRecoveryCodes,
  countUse,
  listFactors,
  useRecoveryCode,
  useStep,
} from './second-factors.repository.ts';
import { stepOfCode } from './totp.ts';

type Needs = Pick<Dependencies, 'store' | 'vault' | 'clock' | 'publicUrl'>;

export const factorsHeld = async (db: Queries, userId: string): Promise<FactorsHeld> => {
  const factors = await listFactors(db, userId);
  return {
    totp: factors.some(({ kind }) => kind === 'totp'),
    passkey: factors.some(({ kind }) => kind === 'passkey'),
    recoveryCodes: (await countRecoveryCodes(db, userId)) > 0,
  };
};

export const hasFactor = ({ totp, passkey }: FactorsHeld): boolean => totp || passkey;

/** What a passkey of this account must sign. */
export const askForPasskey = async (
  deps: Needs,
  userId: string,
  holderHash: string,
): Promise<PasskeyRequest> => {
  const db = deps.store.db();
  const key = await userKey(db, deps.vault, userId);
  const held = (await listFactors(db, userId))
    .filter(({ kind }) => kind === 'passkey')
    .map((row) => openPasskey(deps.vault, key, row).credentialId);
  return requestOptions({
    publicUrl: deps.publicUrl,
    challenge: await newChallenge(deps, holderHash),
    held,
  });
};

/** Uses a factor up inside the transaction of what it allows; `false` where somebody was faster. */
export type UseFactor = (tx: Tx) => Promise<boolean>;

/**
 * Looks at what somebody shows, and gives back how to use it up; `undefined`: it is not theirs. The caller has taken a
 * try before.
 */
export const examine = async (
  deps: Needs,
  userId: string,
  proof: FactorProof,
  holderHash: string,
): Promise<UseFactor | undefined> => {
  const now = deps.clock.now().getTime();
  if (proof.kind === 'recovery') {
    const hash = recoveryCodeHash(proof.code);
    return (tx) => useRecoveryCode(tx, userId, hash, now);
  }
  const db = deps.store.db();
  const factors = (await listFactors(db, userId)).filter(({ kind }) => kind === proof.kind);
  const key = await userKey(db, deps.vault, userId);
  if (proof.kind === 'passkey') {
    const held = factors.find((row) => openPasskey(deps.vault, key, row).credentialId === proof.response.id);
    return held && examinePasskey(deps, held, openPasskey(deps.vault, key, held), proof.response, holderHash);
  }
  for (const row of factors) {
    const step = stepOfCode(openTotp(deps.vault, key, row), proof.code, now);
    if (step !== undefined) return (tx) => useStep(tx, row.id, step, now);
  }
  return undefined;
};

const examinePasskey = async (
  deps: Needs,
  row: SecondFactorsTable,
  passkey: ReturnType<typeof openPasskey>,
  response: Extract<FactorProof, { kind: 'passkey' }>['response'],
  holderHash: string,
): Promise<UseFactor | undefined> => {
  const challenge = challengeIn(response.response);
  if (challenge === undefined || !(await takeChallenge(deps, challenge, holderHash))) return undefined;
  const from = row.counter;
  const to = await verifiedUse(deps.publicUrl, challenge, response, { ...passkey, counter: from });
  if (to === undefined) return undefined;
  return (tx) => countUse(tx, row.id, { from, to }, deps.clock.now().getTime());
};
