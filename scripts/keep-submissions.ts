/**
 * `node scripts/keep-submissions.ts` keeps some invented submissions as the program of today stores them, in
 * `tests/fixtures/submissions/`, so that later programs prove that they open, print, export and replay them. Run it
 * once for each form version and pack, after `release-form.ts` and `release-pack.ts`.
 */
import { writeFileSync } from 'node:fs';
import { rulesVersion } from '../src/screening/rules.ts';
import { formVersion } from '../src/steps/form-version.ts';
import { frozenOf } from '../src/submission/frozen.fixture.ts';
import { personas } from '../tests/personas.ts';

const kept = ['V01', 'V06', 'V08', 'V12', 'V14', 'V20', 'V22', 'V24'];
const file = `tests/fixtures/submissions/form-${formVersion}-rules-${rulesVersion}.json`;

const lines = personas
  .filter(({ id }) => kept.includes(id))
  .map(({ answers }, index) =>
    JSON.stringify(frozenOf(answers, { formVersion, language: index % 3 === 1 ? 'es' : 'en' })),
  );
writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
console.log(`${file} written.`);
