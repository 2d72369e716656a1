import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The programs under test are started many times: Node keeps what it compiled of them.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('.cache/compiled', import.meta.url));

/** Left to `npm run test:full`: what the short run sees by other means, or what asks a whole other program. */
const fullOnly =
  process.env.FULL === '1'
    ? []
    : [
        'tests/journeys/fhir-renderer.test.ts',
        'tests/journeys/privacy.test.ts',
        'tests/accessibility/controls.test.ts',
        'src/server/db/real-disk.test.ts',
        'tests/hostile-memory.test.ts',
      ];

const pure = '{lib,settings,questions,steps,screening,machines,coverage,submission,ui,patient,clinic}';

/** Where a branch without a test is not accepted; `npm run test:coverage` measures them. */
const areas = {
  crypto:
    'src/{server/keys/*.ts,server/backups/sealed-file.ts,server/drafts/verifier.ts,patient/draft/{keys,seal,secret,base64url}.ts}',
  audit: 'src/server/audit/*.ts',
  submission: 'src/{submission,server/submissions}/**/*.ts',
  signIn: 'src/server/{sign-in,second-factor,provider}/*.ts',
  screening: 'src/screening/**/*.ts',
};

/**
 * Three projects: what runs in Node alone, apart for what is pure, and what drives the built app in a real browser.
 * `npm test` runs both, one after the other, each on both cores.
 */
export default defineConfig({
  test: {
    // By itself vitest leaves one core free, which on two cores halves the speed.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: Object.values(areas),
      exclude: ['**/*.test.ts', '**/*.fixture.ts', 'src/screening/released/**'],
      reporter: ['text'],
      thresholds: Object.fromEntries(Object.values(areas).map((area) => [area, { branches: 95 }])),
    },
    projects: [
      {
        test: {
          name: 'pure',
          include: [`src/${pure}/**/*.test.ts`],
          environment: 'node',
          // Nothing in these folders keeps anything: one file after the other finds the modules loaded.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'node',
          include: ['src/{server,cli}/**/*.test.ts', 'tests/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/stores.ts'],
          exclude: fullOnly,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/{journeys,accessibility,faults,speed}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browser-setup.ts'],
          exclude: fullOnly,
          // For a machine that is ten times as slow as ours.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What a person sees comes a moment after the act: a test waits for it. No test is tried a second time.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
