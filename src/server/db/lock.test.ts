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
  const times = Array.from({ length: 2 }, () => {
    const from = performance.now();
    expect(() => lockFolder(folder)).toThrow(FolderTaken);
    return performance.now() - from;
  });
  // The quicker of two: the machine may have been busy with something else for a moment.
  expect(Math.min(...times)).toBeLessThan(3_000);
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
  // It would wait a second for a server that is just stopping, and then throw.
  expect(() => lockFolder(folder).release()).not.toThrow();
});

it('a released folder can be taken again', () => {
  const folder = temporaryFolder();
  lockFolder(folder).release();
  const again = lockFolder(folder);
  expect(() => again.release()).not.toThrow();
});
