/** From visits to figures: medians over the rounds, and what they are held against. */
import type { Results } from '../performance.ts';
import type { Visit } from './visit.ts';

export interface Visited {
  readonly name: string;
  readonly visits: readonly Visit[];
}

/** The one below which this share of all lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

interface Measure {
  readonly label: string;
  readonly unit: 'kB' | 'ms' | 'MB';
  readonly of: (visits: readonly Visit[]) => number;
}

const each = (label: string, unit: Measure['unit'], one: (visit: Visit) => number): Measure => ({
  label,
  unit,
  of: (visits) => median(visits.map(one)),
});

const measures = {
  codeToFirst: each('JS + CSS to the first question, brotli', 'kB', (one) => one.codeToFirst / 1_000),
  codeInAll: each('JS + CSS for the whole form, brotli', 'kB', (one) => one.codeInAll / 1_000),
  firstPaint: each('first paint', 'ms', (one) => one.firstPaint),
  largestPaint: each('largest paint (LCP)', 'ms', (one) => one.largestPaint),
  startTakesInput: each('the start page takes a choice', 'ms', (one) => one.startTakesInput),
  takesInput: each('the first question takes input', 'ms', (one) => one.takesInput),
  appAnswers: each('the app answers: Continue has led on', 'ms', (one) => one.appAnswers),
  blocked: each('blocked while it comes up', 'ms', (one) => one.blocked),
  workToArrive: each('main-thread work until it has settled', 'ms', (one) => one.workToArrive),
  turnMedian: each('page advance, median', 'ms', (one) => median(one.turns)),
  turnP95: {
    label: 'page advance, p95',
    unit: 'ms',
    of: (visits) =>
      quantile(
        visits.flatMap(({ turns }) => turns),
        0.95,
      ),
  },
  answersListed: each('the page with all answers opens', 'ms', (one) => one.answersListed),
  key: each('keystroke to paint, median', 'ms', (one) => median(one.keys)),
  keyP95: {
    label: 'keystroke to paint, p95',
    unit: 'ms',
    of: (visits) =>
      quantile(
        visits.flatMap(({ keys }) => keys),
        0.95,
      ),
  },
  workPerKey: each('main-thread work for a key', 'ms', (one) => one.workPerKey),
  work: each('main-thread work for the whole form', 'ms', (one) => one.work),
  heap: each('JavaScript heap, everything answered', 'MB', (one) => one.heap / 1e6),
} satisfies Record<string, Measure>;
type MeasureName = keyof typeof measures;

const names = Object.keys(measures) as MeasureName[];

/** What the first of two may be, as a multiple of the second. */
const ratioGoals: readonly { readonly of: MeasureName; readonly times: number; readonly against: number }[] =
  [
    { of: 'largestPaint', times: 1.3, against: 1 },
    { of: 'takesInput', times: 1.4, against: 1 },
    { of: 'appAnswers', times: 2, against: 1 },
    { of: 'turnMedian', times: 1.3, against: 1 },
    { of: 'turnP95', times: 1.5, against: 1 },
    { of: 'key', times: 1.1, against: 2 },
    { of: 'work', times: 1.3, against: 1 },
    { of: 'heap', times: 2.4, against: 1 },
  ];
const weightGoals: readonly { readonly of: MeasureName; readonly most: number }[] = [
  { of: 'codeToFirst', most: 90 },
  { of: 'codeInAll', most: 170 },
];

const shown = (value: number): string => value.toFixed(value < 20 ? 1 : 0);
const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '–');

/** @param all ours first, then the limit, then React with react-hook-form, then the others */
export function figuresOf(all: readonly Visited[]): Pick<Results, 'tables' | 'verdicts'> {
  const value = (name: MeasureName, contender: number) => measures[name].of(all[contender]?.visits ?? []);
  const ratio = (name: MeasureName, against: number) => value(name, 0) / value(name, against);
  const ours = all[0]?.name ?? '';
  const others = all.slice(1);
  return {
    tables: [
      {
        title: 'Measured',
        columns: ['Median of the rounds', ...all.map(({ name }) => name)],
        rows: names.map((name) => [
          `${measures[name].label} (${measures[name].unit})`,
          ...all.map((_, index) => shown(value(name, index))),
        ]),
      },
      {
        title: 'Beside the others',
        columns: [`${ours} as a multiple of`, ...others.map(({ name }) => name)],
        rows: names
          .filter((name) => value(name, 1) > 0)
          .map((name) => [measures[name].label, ...others.map((_, index) => times(ratio(name, index + 1)))]),
        note: 'Below 1: ours is better.',
      },
    ],
    verdicts: [
      ...weightGoals.map(({ of, most }) => ({
        goal: measures[of].label,
        limit: `≤ ${most} kB`,
        got: `${value(of, 0).toFixed(1)} kB`,
        holds: value(of, 0) <= most,
      })),
      ...ratioGoals.map(({ of, times: most, against }) => ({
        goal: measures[of].label,
        limit: `≤ ${most.toFixed(1)}× ${all[against]?.name}`,
        got: times(ratio(of, against)),
        holds: ratio(of, against) <= most,
      })),
    ],
  };
}
