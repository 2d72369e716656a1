import { execFileSync } from 'node:child_process';
import { chromiumPath } from './chromium.ts';

/** Before the browser tests: both apps as they stand now, and the browser unpacked. */
export default async function setup(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build-if-needed.ts'], { stdio: 'inherit' });
  await chromiumPath();
}
