import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { FolderTaken, lockFolder } from './lock.ts';
import { temporaryFolder } from './store.fixture.ts';

const module = fileURLToPath(new URL('./lock.ts', import.meta.url));

/** Another process that takes the folder and holds it. */
const holder = async (folder: string) => {
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => globalThis.gc(), 20);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
};

it('a second server on the folder is refused within three seconds, and told why', async () => {
  const folder = temporaryFolder();
  await holder(folder);
  const from = performance.now();
  expect(() => lockFolder(folder)).toThrow(FolderTaken);
  expect(performance.now() - from).toBeLessThan(3_000);
});

it('the lock outlives garbage collection', async () => {
  const folder = temporaryFolder();
  await holder(folder);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(() => lockFolder(folder)).toThrow(/Another server is running/);
});

it('is refused beside a server that is stopped but not gone', async () => {
  const folder = temporaryFolder();
  const child = await holder(folder);
  child.kill('SIGSTOP');
  expect(() => lockFolder(folder)).toThrow(FolderTaken);
});

it('the folder of a killed server is free at once', async () => {
  const folder = temporaryFolder();
  const child = await holder(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const from = performance.now();
  lockFolder(folder).release();
  expect(performance.now() - from).toBeLessThan(1_000);
});

it('a released folder can be taken again', () => {
  const folder = temporaryFolder();
  lockFolder(folder).release();
  const again = lockFolder(folder);
  expect(() => again.release()).not.toThrow();
});
