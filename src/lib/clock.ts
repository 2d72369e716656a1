/** Time is handed in, never taken: `systemClock` in the shell, `clockAt('2026-11-22T…')` in a test. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const clockAt = (iso: string): Clock => ({ now: () => new Date(iso) });
