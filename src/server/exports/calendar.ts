import { createEvent, type DateArray } from 'ics';
import { instantOf } from '../../lib/local-time.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Settings } from '../../settings/settings.ts';
import type { CalendarQuery } from '../../submission/export-wire.ts';

export interface Appointment {
  readonly start: Date;
  readonly minutes: number;
  readonly place: string | undefined;
  readonly phone: string;
}

/** Code, words and place of what is wrong with a time or location. */
type Wrong = readonly [code: string, detail: string, path: string];

export const appointmentOf = (
  { start: local, minutes, location: id }: CalendarQuery,
  settings: Pick<Settings, 'timeZone' | 'locations' | 'phone'>,
): Result<Appointment, Wrong> => {
  const start = instantOf(local, settings.timeZone);
  if (start === undefined)
    return failed(['no-such-time', 'There is no such time at the clinic. Choose another.', 'start']);
  const [only, ...others] = settings.locations;
  const location =
    id === undefined
      ? others.length === 0
        ? only
        : undefined
      : settings.locations.find((one) => one.id === id);
  if (id !== undefined && location === undefined)
    return failed([
      'no-such-location',
      'The clinic has no such location. Choose one of the list.',
      'location',
    ]);
  return ok({
    start,
    minutes,
    place: location && [location.name, location.address].filter(Boolean).join(', '),
    phone: location?.phone ?? settings.phone,
  });
};

/** Calendars are shared and synchronized: the file names nobody, and says nothing of a treatment. */
export const calendarFile = (
  { start, minutes, place, phone }: Appointment,
  of: {
    readonly uid: string;
    readonly reference: string;
    readonly clinic: Pick<Settings, 'name'>;
    readonly madeAt: Date;
  },
): string => {
  const { error, value } = createEvent({
    uid: of.uid,
    productId: 'Prelude',
    title: `Appointment: ${of.clinic.name}`,
    description: `Reference ${of.reference}. To change it, call ${phone}.`,
    ...(place === undefined ? {} : { location: place }),
    start: utc(start),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
    classification: 'PRIVATE',
    created: utc(of.madeAt),
    lastModified: utc(of.madeAt),
  });
  if (error || value === null) throw error ?? new Error('The calendar file could not be written.');
  return value;
};

const utc = (instant: Date): DateArray => [
  instant.getUTCFullYear(),
  instant.getUTCMonth() + 1,
  instant.getUTCDate(),
  instant.getUTCHours(),
  instant.getUTCMinutes(),
];
