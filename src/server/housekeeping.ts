import type { Dependencies } from './dependencies.ts';
import { forgetOldSteps } from './second-factor/second-factors.repository.ts';
import { forgetOldTries } from './sign-in/attempts.repository.ts';
import { forgetEnded } from './sign-in/sign-in.repository.ts';

const EVERY_MS = 3_600_000;

export interface Housekeeping {
  start(): void;
  stop(): void;
}

/** Once an hour, what nobody needs any more goes: ended sessions, dead links, old sign-in tries, steps half done. */
export const createHousekeeping = ({
  store,
  clock,
  log,
}: Pick<Dependencies, 'store' | 'clock' | 'log'>): Housekeeping => {
  let timer: NodeJS.Timeout | undefined;
  const tidy = () => {
    const now = clock.now().getTime();
    store
      .inTransaction(async (tx) => {
        await forgetEnded(tx, now);
        await forgetOldTries(tx, now);
        await forgetOldSteps(tx, now);
      })
      .catch((error: unknown) => log.error({ err: error }, 'housekeeping failed'));
  };
  return {
    start: () => {
      tidy();
      timer = setInterval(tidy, EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
};
