import type { Clock } from '../../lib/clock.ts';

export interface ClockJump {
  readonly direction: 'forward' | 'backward';
  readonly seconds: number;
}

export interface ClockWatch {
  /** How far the clock was moved since the last look, if more than five seconds. */
  look(): ClockJump | undefined;
  /** The later of what the clock says and what has really passed: a clock that was set back keeps nothing longer. */
  latest(): number;
  /** Whether the clock has run evenly for a whole day. What is destroyed by the year waits for that. */
  isTrusted(): boolean;
}

const JUMP_MS = 5_000;
const DAY_MS = 86_400_000;

/**
 * Holds the clock of the machine, which can be set, against one that only counts.
 *
 * @param elapsed milliseconds since some moment, such as `performance.now`
 */
export const createClockWatch = (clock: Clock, elapsed: () => number): ClockWatch => {
  const wall = () => clock.now().getTime();
  let seen = { wall: wall(), elapsed: elapsed() };
  /** What the clock would say had nobody set it. */
  let steady = seen.wall;
  let unevenUntil = Number.NEGATIVE_INFINITY;

  const advance = (): number => {
    const now = { wall: wall(), elapsed: elapsed() };
    const passed = now.elapsed - seen.elapsed;
    const moved = now.wall - seen.wall - passed;
    steady += passed;
    seen = now;
    return moved;
  };

  let moved = 0;
  return {
    look: () => {
      moved += advance();
      if (Math.abs(moved) <= JUMP_MS) return undefined;
      const jump: ClockJump = {
        direction: moved > 0 ? 'forward' : 'backward',
        seconds: Math.round(Math.abs(moved) / 1_000),
      };
      moved = 0;
      unevenUntil = seen.elapsed + DAY_MS;
      return jump;
    },
    latest: () => {
      moved += advance();
      return Math.floor(Math.max(seen.wall, steady));
    },
    isTrusted: () => elapsed() >= unevenUntil,
  };
};
