import { listenToTabs, tellTabs } from './tabs.ts';

/**
 * Locks a portal that nobody touches. Input keeps it open, here and, because the server counts for itself, there: while
 * somebody works the server is told, at most every half minute and once more after the last input. Every tab hears of
 * input in any of them.
 */
export interface IdleWatch {
  readonly lockAfterSeconds: number;
  /** Tells the server that somebody is there. Rejects where it did not hear it. */
  readonly tellServer: () => Promise<unknown>;
  /** Called when the lock comes near, and again when somebody is there after all. */
  readonly onNear: (isNear: boolean) => void;
  readonly onLock: () => void;
}

const NEAR_SECONDS = 60;
const TELL_EVERY_MS = 30_000;
const BEAT_MS = 1000;
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** @returns how to stop watching */
export function watchIdle({ lockAfterSeconds, tellServer, onNear, onLock }: IdleWatch): () => void {
  const lockAfter = lockAfterSeconds * 1000;
  const nearAfter = lockAfter - Math.min(NEAR_SECONDS * 1000, lockAfter / 2);
  let seenAt = Date.now();
  let triedAt = Date.now();
  let isUntold = false;
  let isTelling = false;
  let isNear = false;

  const idle = () => Date.now() - seenAt;

  const see = () => {
    // On a computer that slept, the first move of the mouse comes before the next beat, and too late.
    if (idle() >= lockAfter) return;
    seenAt = Date.now();
    if (isNear) {
      isNear = false;
      onNear(false);
    }
  };

  const onInput = () => {
    see();
    if (isUntold) return;
    isUntold = true;
    tellTabs('input');
  };

  const tell = async () => {
    isTelling = true;
    isUntold = false;
    triedAt = Date.now();
    try {
      await tellServer();
    } catch {
      isUntold = true;
    } finally {
      isTelling = false;
    }
  };

  const beat = () => {
    if (idle() >= lockAfter) {
      stop();
      onLock();
      return;
    }
    if (!isNear && idle() >= nearAfter) {
      isNear = true;
      onNear(true);
    }
    if (isUntold && !isTelling && Date.now() - triedAt >= TELL_EVERY_MS) void tell();
  };

  const timer = setInterval(beat, BEAT_MS);
  const stopListening = listenToTabs((news) => {
    if (news === 'input') see();
  });
  for (const event of INPUT) addEventListener(event, onInput, { passive: true });
  document.addEventListener('visibilitychange', beat);

  const stop = () => {
    clearInterval(timer);
    stopListening();
    for (const event of INPUT) removeEventListener(event, onInput);
    document.removeEventListener('visibilitychange', beat);
  };
  return stop;
}
