import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port on which nobody listens. It lies below those that a system gives to outgoing connections, so that none of
 * these takes it before the server that it is for has started, or while that one is down.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('There is no free port.');
}

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer().listen(port);
  const isOurs = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isOurs) return false;
  probe.close();
  await once(probe, 'close');
  return true;
};
