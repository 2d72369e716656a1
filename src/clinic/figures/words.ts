import type { FigureSums, FigureWeek, Took } from '../../submission/figures-wire.ts';
import { duration } from '../format.ts';

/** `Nov 16`: the Monday of a week. A date is text: no time zone moves it. */
export const weekText = (monday: string): string =>
  new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${monday}T00:00:00Z`),
  );

export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

/** What is told of a waiting time, and what stands where nobody has waited to the end. */
export const tookText = (took: Took | null, share: 'median' | 'p90' | 'longest'): string =>
  took === null ? '–' : duration(took[share]);

/** The weeks that are over: the present one would look as if work had fallen off. */
export const pastWeeks = (weeks: readonly FigureWeek[]): readonly FigureWeek[] => weeks.slice(0, -1);

/** `Half were read within 3 h 20 min, nine in ten within 19 h.` */
export const halfAndMost = (did: string, took: Took | null): string => {
  if (took === null) return `None was ${did} yet.`;
  if (took.many === 1) return `One was ${did}, within ${duration(took.median)}.`;
  return `Half were ${did} within ${duration(took.median)}, nine in ten within ${duration(took.p90)}.`;
};

export const stillText = (received: number, took: Took | null, notYet: string): string => {
  const left = received - (took?.many ?? 0);
  return left === 0 ? '' : `${many(left, 'form is', 'forms are')} ${notYet}.`;
};

export const safetyText = ({ items, open, reached, inTime, urgent }: FigureSums['safety']): string => {
  if (items === 0) return 'Nobody had to be called.';
  const called =
    reached === 0
      ? ''
      : `${inTime} of ${reached} ${reached === 1 ? 'was' : 'were'} reached within the limit.`;
  const soon =
    urgent === null
      ? ''
      : `Urgent: half within ${duration(urgent.median)}, the longest ${duration(urgent.longest)}.`;
  const waiting = open === 0 ? '' : `${open} ${open === 1 ? 'waits' : 'wait'} for a call now.`;
  return [called, soon, waiting].filter((part) => part !== '').join(' ');
};
