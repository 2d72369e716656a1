import { describe, expect, it } from 'vitest';
import { attemptRules, countTry, type Tries } from './attempts.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const rule = attemptRules.pair;

/** Fails as early as each try is allowed, and lists how long each had to wait. */
const waits = (failures: number): number[] => {
  let now = 0;
  let tries: Tries | undefined;
  return Array.from({ length: failures }, () => {
    const from = now;
    now = Math.max(now, tries?.nextAt ?? 0);
    tries = countTry(rule, tries, now);
    return now - from;
  });
};

it('five tries are free, then each waits twice as long as the one before, up to a quarter of an hour', () => {
  expect(waits(12).map((ms) => ms / SECOND)).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

describe('after the fifth failure', () => {
  const fifth: Tries = { failures: 5, lastAt: 0, nextAt: 30 * SECOND };
  it.each([
    ['a moment too early', 30 * SECOND - 1, undefined],
    ['in time', 30 * SECOND, 6],
    ['just before it is forgotten', 30 * SECOND + 15 * MINUTE - 1, 6],
    ['when it is forgotten', 30 * SECOND + 15 * MINUTE, 1],
  ])('a try %s', (_, now, failures) => {
    expect(countTry(rule, fifth, now)?.failures).toBe(failures);
  });
});

it('nobody ever waits longer than a quarter of an hour', () => {
  for (const one of Object.values(attemptRules)) {
    const after = countTry(one, { failures: 5_000, lastAt: 0, nextAt: 0 }, 1);
    expect((after?.nextAt ?? 0) - 1).toBe(15 * MINUTE);
  }
});
