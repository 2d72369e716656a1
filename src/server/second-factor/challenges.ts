import type { Dependencies } from '../dependencies.ts';
import { hashOf, newToken } from '../sign-in/token.ts';
import { insertChallenge, spendChallenge } from './second-factors.repository.ts';

const LASTS_MS = 5 * 60_000;

type Needs = Pick<Dependencies, 'store' | 'clock'>;

/** 256 bits for an authenticator to sign, bound to whoever asks: a sign-in step or a session. */
export const newChallenge = async ({ store, clock }: Needs, holderHash: string): Promise<string> => {
  const challenge = newToken();
  const endsAt = clock.now().getTime() + LASTS_MS;
  await store.inTransaction((tx) =>
    insertChallenge(tx, { challengeHash: hashOf(challenge), holderHash, endsAt }),
  );
  return challenge;
};

/** Uses the challenge up before the answer is looked at, so that no answer is looked at twice. */
export const takeChallenge = (
  { store, clock }: Needs,
  challenge: string,
  holderHash: string,
): Promise<boolean> =>
  store.inTransaction((tx) => spendChallenge(tx, hashOf(challenge), holderHash, clock.now().getTime()));
