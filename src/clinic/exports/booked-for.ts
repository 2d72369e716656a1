import type { TimelineEntry } from '../../submission/case-work-wire.ts';

/** When the visit is that a case was booked for; `undefined` where none stands, or no time was given. */
export function bookedFor(timeline: readonly TimelineEntry[]): string | undefined {
  const last = timeline.find(({ kind }) => kind === 'booked' || kind === 'reopened');
  return last?.kind === 'booked' ? (last.visitAt ?? undefined) : undefined;
}
