/**
 * What the benches measured. Each bench keeps its last run as JSON; `docs/generated/performance.md` is drawn from both,
 * and says of each goal whether the run reached it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { isDirectRun, writeGenerated } from '../scripts/generated.ts';
import { reasons } from './reasons.ts';

const folder = 'bench/results';

const cells = z.array(z.string());

const results = z.strictObject({
  /** When the run ended, as ISO. */
  measured: z.string(),
  machine: z.strictObject({
    cpu: z.string(),
    cores: z.number(),
    memory: z.string(),
    node: z.string(),
    os: z.string(),
  }),
  /** How it was measured, a sentence or two each. */
  method: cells,
  tables: z.array(
    z.strictObject({ title: z.string(), columns: cells, rows: z.array(cells), note: z.string().optional() }),
  ),
  verdicts: z.array(
    z.strictObject({ goal: z.string(), limit: z.string(), got: z.string(), holds: z.boolean() }),
  ),
});
/** One bench, run once. */
export type Results = z.infer<typeof results>;

const parts = {
  browser: { title: 'Browser', command: 'npm run bench:browser' },
  server: { title: 'Server', command: 'npm run bench:server' },
} as const;
export type Part = keyof typeof parts;
export type LastRuns = Readonly<Partial<Record<Part, Results>>>;

export function thisMachine(): Results['machine'] {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memory: `${(totalmem() / 1024 ** 3).toFixed(1)} GiB`,
    node: process.version,
    os: `${type()} ${release()}`,
  };
}

/** The last run of each bench, as far as there was one. */
export function lastRuns(): LastRuns {
  const ran = (part: Part): Results | undefined => {
    const file = join(folder, `${part}.json`);
    return existsSync(file) ? results.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  };
  const [browser, server] = [ran('browser'), ran('server')];
  return { ...(browser && { browser }), ...(server && { server }) };
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), `|${columns.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`]
    .concat(rows.map(line))
    .join('\n');
};

const verdictsTable = (verdicts: Results['verdicts']): string =>
  table(
    ['Goal', 'Must be', 'Was', 'Reached'],
    verdicts.map(({ goal, limit, got, holds }) => [goal, limit, got, holds ? 'yes' : '**no**']),
  );

/** The tables as a bench prints them when it ends. */
export const inWords = ({ tables, verdicts }: Results): string =>
  [
    ...tables.flatMap(({ title, columns, rows, note }) => [
      `### ${title}`,
      table(columns, rows),
      ...(note ? [note] : []),
    ]),
    '### Goals',
    verdictsTable(verdicts),
  ].join('\n\n');

/** A goal that is missed without a known reason says so. */
const whyOf = (short: Results['verdicts']): string =>
  short.map(({ goal }) => `- **${goal}**: ${reasons[goal] ?? 'not looked into yet.'}`).join('\n');

function chapter(part: Part, run: Results | undefined): string {
  const { title, command } = parts[part];
  const head = `## ${title}: \`${command}\``;
  if (!run) return `${head}\n\nNot run yet.`;
  const { cpu, cores, memory, node, os } = run.machine;
  const short = run.verdicts.filter(({ holds }) => !holds);
  return [
    head,
    `Measured ${run.measured.slice(0, 10)} on ${cores} × ${cpu}, ${memory}, ${os}, Node ${node}.`,
    short.length === 0
      ? 'Every goal was reached.'
      : `**Fell short:** ${short.map(({ goal, got, limit }) => `${goal} (${got}, must be ${limit})`).join('; ')}.`,
    inWords(run),
    ...(short.length === 0 ? [] : ['### Why it falls short', whyOf(short)]),
    '### Method',
    run.method.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n');
}

/** `docs/generated/performance.md`. */
export const performancePage = (runs: LastRuns): string =>
  `${[
    '# How fast it is',
    'Written by the bench commands from their last runs in `bench/results`; do not edit.',
    chapter('browser', runs.browser),
    chapter('server', runs.server),
  ].join('\n\n')}\n`;

/** Keeps a run as the last of its bench, and draws the page again. */
export function keepRun(part: Part, run: Results): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(results.parse(run), null, 2)}\n`);
  writeGenerated('performance.md', performancePage(lastRuns()));
}

if (isDirectRun(import.meta.url)) writeGenerated('performance.md', performancePage(lastRuns()));
