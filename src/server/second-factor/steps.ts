import type { StepKind } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../edge/problem.ts';
import { hashOf, newToken } from '../sign-in/token.ts';
import { insertStep } from './second-factors.repository.ts';

const MINUTE = 60_000;

/** Whoever enrols may have to install an app first. */
const lasts: Readonly<Record<StepKind, number>> = {
  'second-factor': 10 * MINUTE,
  enrol: 30 * MINUTE,
  provider: 10 * MINUTE,
};

/** Wrong codes before somebody has to begin again with the password. */
export const TRIES_PER_STEP = 5;

/** Whoever holds the token may go on with this sign-in, and do nothing else. */
export const beginStep = async (
  tx: Tx,
  { clock }: Pick<Dependencies, 'clock'>,
  kind: StepKind,
  userId: string | null,
): Promise<string> => {
  const token = newToken();
  const endsAt = clock.now().getTime() + lasts[kind];
  await insertStep(tx, { tokenHash: hashOf(token), kind, userId, endsAt });
  return token;
};

export const stepOver = (): Problem =>
  new Problem({
    status: 401,
    code: 'step-over',
    title: 'This sign-in has ended',
    detail: 'It took too long, or there were too many tries. Begin again with your password.',
  });
