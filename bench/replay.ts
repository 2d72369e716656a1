/** `npm run bench:replay`: how many submissions a second are evaluated again and compared on one core, beside their limit. */

import { asOf, inventedIntakes } from '../scripts/invented-intakes.ts';
import { sha256 } from '../src/server/keys/sha256.ts';
import { demoSettings as settings } from '../src/settings/demo.ts';
import { formVersion } from '../src/steps/form-version.ts';
import { type Frozen, freeze } from '../src/submission/freeze.ts';
import { replay } from '../src/submission/replay.ts';

const LIMIT = 2_000;
const CASES = 10_000;
const DIFFERENT = 2_000;

const receiving = {
  submissionId: '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10',
  reference: 'KX7-4M2',
  receivedAt: `${asOf}T15:00:00.000Z`,
  asOf,
  settings,
  sha256,
};

/** As they come out of the store, once opened: each its own object, whatever the answers. */
const stored = inventedIntakes(DIFFERENT).map((answers) =>
  JSON.stringify(freeze({ formVersion, language: 'en', trail: [], answers }, receiving)),
);

let seconds = 0;
let identical = 0;
for (let done = 0; done < CASES; done += 1) {
  const frozen: Frozen = JSON.parse(stored[done % DIFFERENT] ?? '');
  const start = process.cpuUsage();
  if (replay(frozen, sha256).kind === 'identical') identical += 1;
  const { user, system } = process.cpuUsage(start);
  seconds += (user + system) / 1e6;
}

const rate = CASES / seconds;
const whole = (count: number) => Math.round(count).toLocaleString('en-US');
console.log(
  `evaluated again and compared: ${whole(rate)} a second (limit ${whole(LIMIT)}); ${whole(CASES - identical)} of ${whole(CASES)} different`,
);
process.exitCode = rate >= LIMIT && identical === CASES ? 0 : 1;
