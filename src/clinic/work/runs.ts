import type { TimelineEntry } from '../../submission/case-work-wire.ts';

/** An entry of the timeline; where the server told the same again and again, the last of them. */
export interface Run {
  readonly entry: TimelineEntry;
  readonly times: number;
  /** When the first of them was. */
  readonly since: string;
}

/** Somebody who waits past the limit is told of every quarter of an hour: a night of that is one line. */
export function runsOf(timeline: readonly TimelineEntry[]): readonly Run[] {
  const runs: Run[] = [];
  for (const entry of timeline) {
    const last = runs.at(-1);
    if (last !== undefined && entry.kind === 'escalated' && last.entry.kind === 'escalated')
      runs[runs.length - 1] = { ...last, times: last.times + 1, since: entry.at };
    else runs.push({ entry, times: 1, since: entry.at });
  }
  return runs;
}
