/** Time is handed in, never taken: `systemClock` in the shell, `clockAt('2026-11-22T…')` in a test. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still. @param iso an instant, such as `2026-11-22T09:00:00Z` */
export const clockAt = (iso: string): Clock => ({ now: () => new Date(iso) });
