/**
 * `npm run bench:browser -- 7`: the patient app beside its limit and beside what people use today, on a slow phone and a
 * bad network. So many rounds, seven if nothing is said. It writes the browser part of `docs/generated/performance.md`.
 */
import { execFileSync } from 'node:child_process';
import { argv, execPath } from 'node:process';
import { type Contender, contenders } from './browser/contenders.ts';
import { figuresOf } from './browser/figures.ts';
import { installContenders } from './browser/install.ts';
import { method } from './browser/method.ts';
import { type Visit, visit } from './browser/visit.ts';
import { inWords, keepRun, type Results, thisMachine } from './performance.ts';

const rounds = Number(argv[2] ?? 7);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('How many rounds? A whole number, as in: -- 7');

installContenders();
execFileSync(execPath, ['scripts/build-if-needed.ts'], { stdio: 'inherit' });

/** Another one begins each round, and every other round goes backwards: nobody always comes first. */
function orderOf<T>(all: readonly T[], round: number): readonly T[] {
  const from = round % all.length;
  const order = [...all.slice(from), ...all.slice(0, from)];
  return round % 2 === 0 ? order : order.toReversed();
}

const open: Contender[] = [];
try {
  for (const one of contenders) open.push(await one());
  const visits = new Map<Contender, Visit[]>(open.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of orderOf(open, round)) {
      const begun = performance.now();
      const seen = await visit(one);
      visits.get(one)?.push(seen);
      const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
      console.log(`round ${round + 1} of ${rounds}: ${one.name}, ${seconds} s`);
    }
  }
  const figures = figuresOf(open.map((one) => ({ name: one.name, visits: visits.get(one) ?? [] })));
  const results: Results = {
    measured: new Date().toISOString(),
    machine: thisMachine(),
    method: method(rounds),
    ...figures,
  };
  console.log(`\n${inWords(results)}`);
  keepRun('browser', results);
} finally {
  await Promise.all(open.map((one) => one.close()));
}
