import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../edge/problem.ts';
import type { Password } from './password.ts';

/** Argon2id, 46 MiB, one pass, one lane: on the OWASP and ASVS lists. The hash carries its parameters. */
const parameters = { memoryCost: 46 * 1_024, timeCost: 1, parallelism: 1 } as const;
const CURRENT = '$argon2id$v=19$m=47104,t=1,p=1$';

export const hashPassword = (password: Password): Promise<string> => inTurn(() => hash(password, parameters));

export const matchesHash = (password: Password, hashed: string): Promise<boolean> =>
  inTurn(() => verify(hashed, password));

/** Made with other parameters, or another method, than today's. */
export const isOutdated = (hashed: string): boolean => !hashed.startsWith(CURRENT);

/** What an unknown name is checked against, so that it takes as long as a known one. Nobody has its password. */
export const dummyHash = async (): Promise<string> => {
  dummy ??= hashPassword(crypto.randomUUID() as Password);
  return dummy;
};
let dummy: Promise<string> | undefined;

const AT_ONCE = 2;
const WAITING_AT_MOST = 50;
let running = 0;
const waiting: (() => void)[] = [];

/** Each hash takes 46 MiB and a core; a flood of sign-ins must leave both to the patients. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw busy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

const busy = (): Problem =>
  new Problem({
    status: 503,
    code: 'busy',
    title: 'Many people are signing in',
    detail: 'Try again in a few seconds.',
    retryAfterSeconds: 5,
  });
