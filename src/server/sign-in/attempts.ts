/** How many tries are free, and how long the next one waits after that. Nobody is locked out: the wait has an end. */
export interface AttemptRule {
  readonly free: number;
  /** The wait after the free ones are used up; doubles with each further failure. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Failures are forgotten after this long without another. */
  readonly forgetAfterMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const QUARTER = 15 * MINUTE;

export const attemptRules = {
  /** One name from one address. */
  pair: { free: 5, firstWaitMs: 30 * SECOND, longestWaitMs: QUARTER, forgetAfterMs: QUARTER },
  /** One name from anywhere. */
  name: { free: 10, firstWaitMs: MINUTE, longestWaitMs: QUARTER, forgetAfterMs: QUARTER },
  /** The second factor of one account, from anywhere: a code, a recovery code, a passkey. */
  factor: { free: 10, firstWaitMs: MINUTE, longestWaitMs: QUARTER, forgetAfterMs: QUARTER },
  /** One address, whatever the name. */
  address: { free: 100, firstWaitMs: MINUTE, longestWaitMs: QUARTER, forgetAfterMs: 60 * MINUTE },
} as const satisfies Readonly<Record<string, AttemptRule>>;

export interface Tries {
  readonly failures: number;
  readonly lastAt: number;
  readonly nextAt: number;
}

/** Counts one more try, which is taken back if it succeeds. `undefined` when it is too early for it. */
export const countTry = (rule: AttemptRule, before: Tries | undefined, now: number): Tries | undefined => {
  if (before === undefined || now - Math.max(before.lastAt, before.nextAt) >= rule.forgetAfterMs) {
    return { failures: 1, lastAt: now, nextAt: now };
  }
  if (now < before.nextAt) return undefined;
  const failures = before.failures + 1;
  return { failures, lastAt: now, nextAt: now + waitAfter(rule, failures) };
};

const waitAfter = (rule: AttemptRule, failures: number): number =>
  failures < rule.free ? 0 : Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** (failures - rule.free));
