import { dayIn } from '../lib/dates.ts';
import { instantAt, nextDay, weekdayOf } from '../lib/wall-clock.ts';
import type { Settings } from '../settings/settings.ts';
import type { SafetyLevel } from './staff-wire.ts';

/** Somebody who must be called. */
export interface SafetyItem {
  readonly id: string;
  readonly level: SafetyLevel;
  /** ISO instant: since when they wait. */
  readonly since: string;
  /** A member of staff has taken it. */
  readonly isClaimed: boolean;
}

type Limits = Pick<Settings, 'hours' | 'timeZone'> & { readonly safety: { readonly urgentMinutes: number } };

const MINUTE = 60_000;
/** An item that nobody takes is told of again and again. */
const REPEAT_MS = 15 * MINUTE;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

interface Opening {
  readonly from: number;
  readonly to: number;
}

/** Openings of each clinic's days as they were worked out: a queue of thousands asks for the same few days. */
const known = new WeakMap<Limits['hours'], Map<string, Opening | undefined>>();
const MOST_DAYS = 1_000;

/** The open hours of a day; one that closes at or before it opens goes on past midnight. */
const openingOn = (limits: Pick<Limits, 'hours' | 'timeZone'>, day: string): Opening | undefined => {
  const days = known.get(limits.hours) ?? new Map<string, Opening | undefined>();
  known.set(limits.hours, days);
  const key = `${limits.timeZone} ${day}`;
  if (days.has(key)) return days.get(key);
  const opening = workOut(limits, day);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, opening);
  return opening;
};

const workOut = (
  { hours, timeZone }: Pick<Limits, 'hours' | 'timeZone'>,
  day: string,
): Opening | undefined => {
  const [from, to] = hours[weekdays[weekdayOf(day)] ?? 'sun']?.split('-') ?? [];
  if (from === undefined || to === undefined) return undefined;
  return {
    from: instantAt(timeZone, day, from).getTime(),
    to: instantAt(timeZone, to > from ? day : nextDay(day), to).getTime(),
  };
};

/** Yesterday's hours may still run; a week holds every weekday once. */
const DAYS_AHEAD = 8;

/** The first opening that has not ended at an instant: the present one, or the next. */
export const openingAt = (limits: Pick<Limits, 'hours' | 'timeZone'>, at: number): Opening | undefined => {
  let day = dayIn(limits.timeZone, new Date(at - 24 * 60 * MINUTE));
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const opening = openingOn(limits, day);
    if (opening && opening.to > at) return opening;
    day = nextDay(day);
  }
  return undefined;
};

/** Whether the clinic is open at an instant. */
export const isOpenAt = (limits: Limits, at: Date): boolean => {
  const opening = openingAt(limits, at.getTime());
  return opening !== undefined && opening.from <= at.getTime();
};

/**
 * Until when somebody must have been called. Urgent: within the limit while the clinic is open, and at once where it
 * is closed, or closes before. Same day: by closing time, of the next open day where it is closed already.
 *
 * @example dueAt({ level: 'urgent', since: '2026-11-23T15:00:00Z' }, limits) // open: 15:15
 */
export function dueAt({ level, since }: Pick<SafetyItem, 'level' | 'since'>, limits: Limits): Date {
  const waitsSince = Date.parse(since);
  const opening = openingAt(limits, waitsSince);
  if (level === 'sameDay') return new Date(opening?.to ?? waitsSince);
  const isOpen = opening !== undefined && opening.from <= waitsSince;
  return new Date(
    isOpen ? Math.min(waitsSince + limits.safety.urgentMinutes * MINUTE, opening.to) : waitsSince,
  );
}

/** Past its limit, and nobody has taken it. */
export const isOverdue = (item: Omit<SafetyItem, 'id'>, limits: Limits, now: Date): boolean =>
  item.level !== 'none' && !item.isClaimed && dueAt(item, limits).getTime() <= now.getTime();

/**
 * Of whom the clinic must be told now: past the limit, taken by nobody, and not told of in the last quarter of an hour.
 *
 * @param toldAt when each was last told of
 */
export function escalationsDue<Item extends SafetyItem>(
  items: readonly Item[],
  toldAt: ReadonlyMap<string, Date>,
  limits: Limits,
  now: Date,
): readonly Item[] {
  const wasToldLately = ({ id }: Item): boolean => {
    const told = toldAt.get(id);
    return told !== undefined && now.getTime() - told.getTime() < REPEAT_MS;
  };
  return items.filter((item) => !wasToldLately(item) && isOverdue(item, limits, now));
}

type OnCall = Pick<Settings['safety'], 'onCall'>;

/** Whether the settings name anybody for the hours in which the clinic is closed. */
export const isSomebodyOnCall = ({ safety: { onCall } }: { readonly safety: OnCall }): boolean =>
  onCall !== undefined && (onCall.emails.length > 0 || onCall.webhookUrl !== undefined);

/**
 * Whom to tell that nobody has taken an item: while the clinic is closed the person on call, and the others too as soon
 * as that was not enough. Where nobody is on call, always the others.
 *
 * @param again it was told of before, and is still not taken
 */
export function toBeTold(
  limits: Limits & { readonly safety: OnCall },
  now: Date,
  again: boolean,
): readonly ('onCall' | 'clinic')[] {
  if (isOpenAt(limits, now) || !isSomebodyOnCall(limits)) return ['clinic'];
  return again ? ['onCall', 'clinic'] : ['onCall'];
}
