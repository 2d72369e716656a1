/**
 * Puts faults into the code, one at a time, and counts which of them a test finds: `npm run test:mutation`, or with
 * the names of areas, or the paths of their files, for those alone. Ends with an error where fewer than 80 of 100 are
 * found. The faults are Stryker's; what was not found stands in `.cache/mutation`.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Plugin } from 'vite';
import { startVitest, type TestModule } from 'vitest/node';
import { openStore } from '../src/server/db/connect.ts';
import { isDirectRun } from './generated.ts';

interface Area {
  readonly mutate: readonly string[];
  /** What finds its faults, and is fast: a test that starts a program would see none of them. */
  readonly tests: readonly string[];
}

const areas: Readonly<Record<string, Area>> = {
  crypto: {
    mutate: [
      'src/server/keys/*.ts',
      'src/server/backups/sealed-file.ts',
      'src/server/drafts/verifier.ts',
      'src/patient/draft/{base64url,keys,seal,secret}.ts',
    ],
    tests: [
      'src/server/keys/{blind-index,envelope,kept,key-files,key-ring,rotation,unlock}.test.ts',
      'src/server/backups/sealed-file.test.ts',
      'src/server/drafts/verifier.test.ts',
      'src/patient/draft/draft.test.ts',
    ],
  },
  audit: { mutate: ['src/server/audit/*.ts'], tests: ['src/server/audit/*.test.ts'] },
  screening: {
    // A released pack is a copy of the rules by design, and compared with them elsewhere.
    mutate: ['src/screening/{*,rules/*,medicines/*}.ts'],
    tests: ['src/screening/**/*.test.ts', 'tests/rules-reference.test.ts'],
  },
};

/** Of a hundred faults, this many must be found in each area. */
const WANTED = 80;

export interface Findings {
  readonly reached: readonly string[];
  readonly found: readonly string[];
}

type Status = 'found' | 'missed' | 'not reached' | 'when loaded' | 'set aside';

const quiet = () => undefined;
const never = () => false;
const logger = {
  ...{ isTraceEnabled: never, isDebugEnabled: never, isInfoEnabled: never, isWarnEnabled: never },
  ...{ isErrorEnabled: never, isFatalEnabled: never },
  ...{ trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet },
};

/** A store with its tables, of which tests take copies; SQLite alone, unlike `tests/stores.ts`. */
async function emptyStore(): Promise<string> {
  const file = resolve('.cache/mutation/empty/store.sqlite');
  rmSync(dirname(file), { recursive: true, force: true });
  await (await openStore({ engine: 'sqlite', file })).close();
  return file;
}

/** Every fault of an area, and how it ended. */
async function putToTheTest(names: readonly string[], tests: readonly string[]) {
  const files = names.map((name) => ({
    name: resolve(name),
    mutate: true,
    content: readFileSync(name, 'utf8'),
  }));
  const instrumented = await new Instrumenter(logger).instrument(files, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
  });
  const code = new Map(instrumented.files.map(({ name, content }) => [name, content]));
  const withFaults: Plugin = {
    name: 'faults',
    enforce: 'pre',
    load: (id) => code.get(id),
  };
  const vitest = await startVitest(
    'test',
    [],
    {
      config: false,
      watch: false,
      run: true,
      include: [...tests],
      provide: { emptyStoreFile: await emptyStore() },
      isolate: false,
      // The code must come from this run, not from Node itself and not from what an earlier run kept.
      fsModuleCache: false,
      maxWorkers: 2,
      testTimeout: 60_000,
      runner: resolve('scripts/mutation-runner.ts'),
      reporters: ['dot'],
      dangerouslyIgnoreUnhandledErrors: true,
    },
    { plugins: [withFaults] },
  );
  const modules = vitest.state.getTestModules();
  // A worker that died leaves tests that never ran: their faults would count as missed.
  const broken = modules.filter((one) => one.state() !== 'passed').map((one) => one.moduleId);
  if (broken.length > 0) throw new Error(`These do not pass as they are: ${broken.join(', ')}`);
  const { reached, found, loaded } = together(modules);
  await vitest.close();
  return instrumented.mutants.map((mutant) => {
    const status: Status =
      mutant.status === 'Ignored'
        ? 'set aside'
        : found.has(mutant.id)
          ? 'found'
          : reached.has(mutant.id)
            ? 'missed'
            : loaded.has(mutant.id)
              ? 'when loaded'
              : 'not reached';
    return { ...mutant, status };
  });
}

function together(modules: readonly TestModule[]) {
  const reached = new Set<string>();
  const found = new Set<string>();
  const loaded = new Set<string>();
  for (const module of modules) {
    for (const id of module.meta().mutation?.reached ?? []) loaded.add(id);
    for (const test of module.children.allTests()) {
      for (const id of test.meta().mutation?.reached ?? []) reached.add(id);
      for (const id of test.meta().mutation?.found ?? []) found.add(id);
    }
  }
  return { reached, found, loaded };
}

const filesOf = ({ mutate }: Area): readonly string[] =>
  globSync([...mutate])
    .filter((name) => !/\.(test|fixture)\.ts$/.test(name))
    .sort();

type Outcome = Awaited<ReturnType<typeof putToTheTest>>[number];

/** `file:line:column status: what stood there instead`, of a fault that nobody found. */
const unfoundLine = ({ fileName, location: { start }, mutatorName, replacement, status }: Outcome): string =>
  `${relative('.', fileName)}:${start.line + 1}:${start.column + 1} ${status}: ${mutatorName} ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}`;

if (isDirectRun(import.meta.url)) {
  const asked = process.argv.slice(2);
  const left = new Set(asked);
  mkdirSync('.cache/mutation', { recursive: true });
  for (const [name, area] of Object.entries(areas)) {
    const isWhole = asked.length === 0 || left.delete(name);
    const files = filesOf(area).filter((file) => left.delete(file) || isWhole);
    if (files.length === 0) continue;
    const mutants = await putToTheTest(files, area.tests);
    const many = (status: Status) => mutants.filter((one) => one.status === status).length;
    const unfound = mutants.filter(({ status }) => status === 'missed' || status === 'not reached');
    writeFileSync(`.cache/mutation/${name}.txt`, unfound.map((one) => `${unfoundLine(one)}\n`).join(''));
    const all = many('found') + unfound.length;
    const score = (100 * many('found')) / all;
    console.log(
      `${name}: ${score.toFixed(1)} % of ${all} faults found; ${many('missed')} missed, ${many('not reached')} not reached by a test; beside them ${many('when loaded')} in what is made when a file is loaded, ${many('set aside')} set aside.`,
    );
    if (score < WANTED) process.exitCode = 1;
  }
  if (left.size > 0) {
    console.error(
      `No area and no file of one: ${[...left].join(', ')}. Areas: ${Object.keys(areas).join(', ')}.`,
    );
    process.exitCode = 2;
  }
}
