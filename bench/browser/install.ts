/** The contenders' own packages, from the lock beside them; nothing is fetched where they stand already. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'bench/node_modules/.package-lock.json';
const lock = 'bench/package-lock.json';

export function installContenders(): void {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: 'bench', stdio: 'inherit' });
}
