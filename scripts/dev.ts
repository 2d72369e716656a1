/**
 * `npm run dev`: both apps from their sources on http://localhost:5173, over the real server on data of its own under
 * `.cache/dev`, filled with invented people. A change of an app loads the page anew, one of the server starts it anew.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';

const folder = '.cache/dev';
const PORT = '8080';
const vite = await createServer();

const env = {
  ...process.env,
  PORT,
  PUBLIC_URL: `http://localhost:${vite.config.server.port}`,
  DATA_DIR: join(folder, 'data'),
  KEYS_DIR: join(folder, 'keys'),
  AUDIT_DIR: join(folder, 'audit'),
};

if (!existsSync(env.DATA_DIR)) {
  const filled = spawnSync(process.execPath, ['src/cli/cli.ts', 'demo', '--submissions', '200'], {
    env,
    stdio: 'inherit',
  });
  if (filled.status !== 0) process.exit(filled.status ?? 1);
}

const server: ChildProcess = spawn(process.execPath, ['--watch', 'src/server/main.ts'], {
  env,
  stdio: 'inherit',
});
await vite.listen();
console.log(`Both apps, from their sources: ${env.PUBLIC_URL} and ${env.PUBLIC_URL}/clinic`);

const stop = async () => {
  server.kill('SIGTERM');
  await vite.close();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
server.on('exit', () => void stop());
