import type { Results } from '../performance.ts';

type Verdict = Results['verdicts'][number];

const says =
  (sign: '≥' | '≤', holds: (got: number, limit: number) => boolean) =>
  (goal: string, got: number, limit: number, text: (value: number) => string): Verdict => ({
    goal,
    limit: `${sign} ${text(limit)}`,
    got: Number.isNaN(got) ? 'not measured' : text(got),
    holds: holds(got, limit),
  });

export const atLeast = says('≥', (got, limit) => got >= limit);
export const atMost = says('≤', (got, limit) => got <= limit);
