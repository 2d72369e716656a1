/**
 * The instant of a clinic's wall clock, `2026-12-01T14:30`; `undefined` where the text is no such time, or where the
 * clock jumped over it in spring. Where it comes twice in autumn, the first.
 *
 * @example instantOf('2026-12-01T14:30', 'America/Chicago')?.toISOString() // '2026-12-01T20:30:00.000Z'
 */
export function instantOf(local: string, timeZone: string): Date | undefined {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(local)?.map(Number) ?? [];
  if (!year || !month || !day || hour === undefined || minute === undefined) return undefined;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  // A zone's offset lies between these two; around a change of the clock both are tried, the earlier instant first.
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => offsetAt(near, timeZone));
  return [...new Set(offsets)]
    .sort((one, other) => other - one)
    .map((offset) => new Date(asUtc - offset))
    .find((instant) => wallClock(instant.getTime(), timeZone) === local);
}

/** When a day begins at the clinic: an hour later where the clock is put forward at midnight. */
export const startOfDay = (day: string, timeZone: string): Date =>
  instantOf(`${day}T00:00`, timeZone) ?? instantOf(`${day}T01:00`, timeZone) ?? new Date(`${day}T00:00:00Z`);

const DAY_MS = 24 * 60 * 60_000;

/** What the clinic's clock shows at an instant, as a field for day and time holds it. */
export const wallClock = (instant: number, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
};

const offsetAt = (instant: number, timeZone: string): number =>
  Date.parse(`${wallClock(instant, timeZone)}:00Z`) - Math.floor(instant / 60_000) * 60_000;
