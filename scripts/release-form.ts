/**
 * `node scripts/release-form.ts` writes the form as it is now to `src/submission/released/<version>.json`, where it
 * stays for ever. A version that has a file is left alone; `--again` writes it anew, and is for a version that no
 * patient has seen.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { formVersion } from '../src/steps/form-version.ts';
import { releasedForm } from './released-form.ts';

const folder = 'src/submission/released';
const file = `${folder}/${formVersion}.json`;

if (existsSync(file) && !process.argv.includes('--again')) {
  console.error(
    `${file} is there already. A change of the form needs a new version in src/steps/form-version.ts; ` +
      'for a version that no patient has seen, run this with --again.',
  );
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(releasedForm(), null, 1)}\n`);
  console.log(`${file} written. A new version also needs its line in src/submission/released-forms.ts.`);
}
