import type { Dependencies } from './dependencies.ts';
import { forgetOldCounts } from './edge/counts.repository.ts';
import { type ClockJump, createClockWatch } from './retention/clock-watch.ts';
import { createRetention } from './retention/retention.usecases.ts';
import { forgetOldSteps } from './second-factor/second-factors.repository.ts';
import { forgetOldTries } from './sign-in/attempts.repository.ts';
import { forgetEnded } from './sign-in/sign-in.repository.ts';

const EVERY_MS = 15 * 60_000;
const CLOCK_EVERY_MS = 60_000;

export interface Housekeeping {
  /** One round. */
  tidy(): Promise<void>;
  /** Whether the clock was set since the last look; the audit is told. */
  watchClock(): Promise<void>;
  start(): void;
  stop(): void;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings' | 'log'>;

/**
 * Four times an hour, what nobody needs or may keep any more goes: ended sessions, dead links, old sign-in tries,
 * steps half done, expired drafts, and closed cases whose years are over.
 */
export const createHousekeeping = (
  needs: Needs,
  elapsed: () => number = () => performance.now(),
): Housekeeping => {
  const { store, audit, clock, log } = needs;
  const system = { kind: 'system' } as const;
  const watch = createClockWatch(clock, elapsed);
  const retention = createRetention(needs, system, watch.latest);
  const timers: NodeJS.Timeout[] = [];

  const record = (jump: ClockJump) =>
    store.inTransaction((tx) =>
      audit.append(tx, {
        actor: system,
        action: 'clock.jump',
        reason: `${jump.direction}-${jump.seconds}-seconds`,
      }),
    );
  const watchClock = async () => {
    const jump = watch.look();
    if (jump !== undefined) await record(jump);
  };
  const tidy = async () => {
    await watchClock();
    const now = clock.now().getTime();
    await store.inTransaction(async (tx) => {
      await forgetEnded(tx, now);
      await forgetOldTries(tx, now);
      await forgetOldSteps(tx, now);
      await forgetOldCounts(tx, now);
    });
    if (watch.isTrusted()) await retention.purge();
    else await retention.purgeShortLived();
  };

  const inBackground = (work: () => Promise<void>) => () =>
    void work().catch((error: unknown) => log.error({ err: error }, 'housekeeping failed'));

  return {
    tidy,
    watchClock,
    start: () => {
      inBackground(tidy)();
      timers.push(setInterval(inBackground(tidy), EVERY_MS).unref());
      timers.push(setInterval(inBackground(watchClock), CLOCK_EVERY_MS).unref());
    },
    stop: () => {
      for (const timer of timers.splice(0)) clearInterval(timer);
    },
  };
};
