import type { TimelineEntry } from '../../submission/case-work-wire.ts';

/** An entry of the timeline; where the server told the same again and again, the last of them. */
export interface Run {
  readonly entry: TimelineEntry;
  readonly times: number;
  /** When the first of them was. */
  readonly since: string;
}

/** Somebody who waits past the limit is told of every quarter of an hour: a night of that is one line. */
export const runsOf = (timeline: readonly TimelineEntry[]): readonly Run[] =>
  timeline.reduce<readonly Run[]>((runs, entry) => {
    const last = runs.at(-1);
    return last !== undefined && entry.kind === 'escalated' && last.entry.kind === 'escalated'
      ? [...runs.slice(0, -1), { ...last, times: last.times + 1, since: entry.at }]
      : [...runs, { entry, times: 1, since: entry.at }];
  }, []);
