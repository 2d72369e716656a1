import { describe, expect, it } from 'vitest';
import { createClosedCount } from './closed-count.ts';

/** Somebody who asks how many are closed, of a store that takes so long to count them. */
const asking = (takesMs: number) => {
  let now = Date.parse('2026-11-23T15:00:00Z');
  let counts = 0;
  const closedOf = createClosedCount({ now: () => new Date(now) });
  const ask = (filter: string, open: object) =>
    closedOf(filter, open, async () => {
      now += takesMs;
      counts += 1;
      return counts;
    });
  const pass = (ms: number) => {
    now += ms;
  };
  return { ask, pass };
};

const [before, after] = [{}, {}];

describe('the number of closed cases', () => {
  it('is counted for each filter, and again when what is open has changed, or after a minute', async () => {
    const { ask, pass } = asking(1);
    expect([await ask('all', before), await ask('all', before), await ask('mine', before)]).toEqual([
      1, 1, 2,
    ]);
    expect(await ask('all', after)).toBe(3);
    pass(59_999);
    expect(await ask('all', after)).toBe(3);
    pass(1);
    expect(await ask('all', after)).toBe(4);
  });

  it('may be older where it takes long to count, so that not every look waits for it', async () => {
    const { ask, pass } = asking(500);
    expect(await ask('all', before)).toBe(1);
    pass(9_999);
    expect(await ask('all', after)).toBe(1);
    pass(1);
    expect(await ask('all', after)).toBe(2);
  });
});
