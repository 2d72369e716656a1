import { type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import type { Findings } from './mutation.ts';

/** What Stryker's instrumentation reads and writes while the code runs. */
interface Switchboard {
  /** Ours: what a test found need not be found again. */
  readonly found: Set<string>;
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    readonly static: Readonly<Record<string, number>>;
    readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}

declare module 'vitest' {
  interface TaskMeta {
    mutation?: Findings;
  }
}

// Vitest evaluates this file once for each file of tests, the code under test once for all of them: one board for all.
const everywhere = globalThis as typeof globalThis & { __stryker__?: Switchboard };
everywhere.__stryker__ ??= { found: new Set() };
const board = everywhere.__stryker__;

/** A fault that makes a loop longer than this many times what it was is found: the loop would never end. */
const LONGEST_LOOP = 100;

/**
 * Runs each test as it is, then once with each fault that it comes by and nobody has found yet. The modules stay
 * loaded, so that a fault costs no more than the test itself.
 */
export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    board.currentTestId = test.id;
    await run(test);
    board.currentTestId = undefined;
    const hits = board.mutantCoverage?.perTest[test.id] ?? {};
    const found: string[] = [];
    for (const [mutant, count] of Object.entries(hits)) {
      if (board.found.has(mutant)) continue;
      Object.assign(board, { activeMutant: mutant, hitCount: 0, hitLimit: count * LONGEST_LOOP });
      const failed = await run(test).then(
        () => false,
        () => true,
      );
      Object.assign(board, { activeMutant: undefined, hitCount: undefined });
      if (failed) found.push(mutant);
    }
    // A fault that leaves something behind would make every later run fail: then nothing counts as found.
    await run(test);
    for (const mutant of found) board.found.add(mutant);
    test.meta.mutation = { reached: Object.keys(hits), found };
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    super.onAfterRunFiles(files);
    for (const file of files)
      file.meta.mutation = { reached: Object.keys(board.mutantCoverage?.static ?? {}), found: [] };
  }
}

/** Where vitest keeps what a test gave to `onTestFinished`. */
type Tidying = RunnerTestCase & {
  onFinished?: ((context: RunnerTestCase['context']) => unknown)[];
};

/** The test with what it left to be tidied, as vitest itself runs it. */
const run = async (test: Tidying): Promise<void> => {
  try {
    await TestRunner.getTestFn(test)();
  } finally {
    const tidy = test.onFinished?.toReversed() ?? [];
    delete test.onFinished;
    for (const one of tidy) await one(test.context);
  }
};
