import type { Answers, Key } from '../steps/catalog.ts';
import { type Relevant, relevant } from '../steps/relevant.ts';
import { type SectionId, sections } from '../steps/step.ts';
import type { Facts } from './facts.ts';
import { missing } from './missing.ts';
import { isInterruption, isPage, type Place, pageAt, sectionOf } from './places.ts';
import { wholePath } from './whole-path.ts';

/** What is known of a person's way through the form. */
export interface Visit extends Facts {
  /** The pages left with Continue. A blank is an answer too, so the answers alone cannot tell. */
  readonly passed: Iterable<string>;
}

export type SectionStatus = 'done' | 'inProgress' | 'notStarted' | 'cannotStart';

export interface Walk {
  /** From the first page to the place where the person stands, that place included. */
  readonly path: readonly Place[];
  /** The first page that was not passed, or lacks an answer without which nobody goes on; or the end. */
  readonly place: Place;
  /** The way to the end, as far as the answers tell. */
  readonly whole: readonly Place[];
  /** The questions on the whole way, and their answers, whether or not the person has come there yet. */
  readonly everything: Relevant;
  /** Where Back leads. Support pages and checks come up once, so Back passes over them. */
  readonly previous: (place: Place) => Place | undefined;
  /** Where Continue leads: to the next page on the path, past what came up once; from off the path, to the place. */
  readonly next: (place: Place) => Place;
  readonly ended?: 'underAge';
  /** The questions on the path that are asked of this person. */
  readonly shown: ReadonlySet<Key>;
  /** The answers that count: those to the questions shown. */
  readonly relevant: Answers;
  readonly sections: Readonly<Record<SectionId, SectionStatus>>;
  /** From 0 to 1: how many of the pages that can be foreseen lie behind. */
  readonly progress: number;
}

/**
 * Where the person is, and which answers count. The only answer to both, in the browser and on the server.
 *
 * @example walk({ answers: { emergencyNow: 'no' }, passed: ['danger'], circumstances, thresholds }).place // 'birthDate'
 */
export function walk(visit: Visit): Walk {
  const whole = wholePath(visit);
  const passed: ReadonlySet<string> = new Set(visit.passed);
  const everything = relevant(visit.answers, visit.circumstances);

  const lacksAnAnswer = (place: Place) => {
    if (place === 'check') return missing(visit, whole).needed.length > 0;
    const questions = pageAt(place, visit.circumstances.instrument)?.questions ?? [];
    return questions.some(
      ({ key, needed }) =>
        (needed === 'toContinue' || place === 'sign') &&
        everything.shown.has(key) &&
        everything.answers[key] === undefined,
    );
  };
  const behind: ReadonlySet<Place> = new Set(
    whole.filter((place) => passed.has(place) && !lacksAnAnswer(place)),
  );

  const end = whole.length - 1;
  const gap = whole.findIndex((place, index) => index === end || !behind.has(place));
  const path = whole.slice(0, gap + 1);
  const place = whole[gap] ?? 'danger';

  const shown = new Set(
    path
      .flatMap((one) => pageAt(one, visit.circumstances.instrument)?.questions.map(({ key }) => key) ?? [])
      .filter((key) => everything.shown.has(key)),
  );
  const pages = whole.filter(isPage);

  return {
    path,
    place,
    whole,
    everything,
    previous: (from) =>
      path.slice(0, Math.max(path.indexOf(from), 0)).findLast((one) => !isInterruption(one)),
    next: (from) =>
      path.includes(from)
        ? (path.slice(path.indexOf(from) + 1).find((one) => !(isInterruption(one) && passed.has(one))) ??
          place)
        : place,
    ...(place === 'underAge' && { ended: place }),
    shown,
    relevant: Object.fromEntries(Object.entries(everything.answers).filter(([key]) => shown.has(key as Key))),
    sections: statuses(pages, behind, place),
    progress: place === whole[end] ? 1 : pages.filter((page) => behind.has(page)).length / pages.length,
  };
}

/** Whether each of the seven sections is done, begun, open to begin, or still waits for one before it. */
function statuses(
  pages: readonly Place[],
  behind: ReadonlySet<Place>,
  place: Place,
): Readonly<Record<SectionId, SectionStatus>> {
  const statusOf = (section: SectionId): SectionStatus => {
    const own = pages.filter((page) => sectionOf(page) === section);
    const passed = own.filter((page) => behind.has(page)).length;
    if (passed > 0) return passed === own.length ? 'done' : 'inProgress';
    return sectionOf(place) === section ? 'notStarted' : 'cannotStart';
  };
  return Object.fromEntries(sections.map((section) => [section, statusOf(section)])) as Record<
    SectionId,
    SectionStatus
  >;
}
