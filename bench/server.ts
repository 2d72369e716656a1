/**
 * `npm run bench:server`: how many forms a second one server takes. `npm run bench:server -- --growth <folder>`, and
 * `--growth-postgres <folder>`: how reading grows with what is stored; the folder keeps the filled clinics for the
 * next time.
 */
import { argv } from 'node:process';
import { inWords, keepRun, lastRuns, type Results, thisMachine } from './performance.ts';
import { measureCapacity } from './server/capacity.ts';
import { growthOnPostgres, growthOnSqlite } from './server/growth.ts';

const GROWTH_CACHE = '.cache/bench-growth';

type Part = Pick<Results, 'tables' | 'verdicts' | 'method'>;

/** Lines that begin alike are about the same thing: the newer one counts. */
const topicOf = (line: string): string => line.split(' ', 2).join(' ');

/** What the other part measured last stays, under its own titles. */
const beside = (part: Part, before: Part | undefined): Part => ({
  tables: [
    ...part.tables,
    ...(before?.tables ?? []).filter(({ title }) => !part.tables.some((one) => one.title === title)),
  ],
  verdicts: [
    ...part.verdicts,
    ...(before?.verdicts ?? []).filter(({ goal }) => !part.verdicts.some((one) => one.goal === goal)),
  ],
  method: [
    ...part.method,
    ...(before?.method ?? []).filter((line) => !part.method.some((one) => topicOf(one) === topicOf(line))),
  ],
});

const parts: Readonly<Record<string, (cache: string) => Promise<Part>>> = {
  '--capacity': measureCapacity,
  '--growth': growthOnSqlite,
  '--growth-postgres': growthOnPostgres,
};

const [, , wanted = '--capacity', cache = GROWTH_CACHE] = argv;
const measure = parts[wanted];
if (measure === undefined) throw new Error(`There is no part ${wanted}: ${Object.keys(parts).join(', ')}.`);
const part = await measure(cache);
const run: Results = { measured: new Date().toISOString(), machine: thisMachine(), ...part };
console.log(inWords(run));
keepRun('server', { ...run, ...beside(part, lastRuns().server) });
process.exitCode = part.verdicts.every(({ holds }) => holds) ? 0 : 1;
