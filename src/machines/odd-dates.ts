import type { Answers } from '../steps/catalog.ts';

const treatments = ['ect', 'tms', 'vns', 'psychotherapy'] as const;

/** A date of an event that cannot be, and the answer it stands in. */
export interface OddDate {
  readonly key: 'trials' | (typeof treatments)[number];
  /** Whole or partial. */
  readonly date: string;
  readonly is: 'ahead' | 'beforeBirth';
}

/** Every date of an event, with the answer that holds it. */
const datesIn = (answers: Answers): readonly Pick<OddDate, 'key' | 'date'>[] => [
  ...(answers.trials ?? []).flatMap(({ startedOn, endedOn }) =>
    [startedOn, endedOn].flatMap((date) => (date === undefined ? [] : [{ key: 'trials' as const, date }])),
  ),
  ...treatments.flatMap((key) => {
    const date = answers[key]?.when;
    return date === undefined ? [] : [{ key, date }];
  }),
];

/**
 * Dates of events that lie after the day or before the person was born; a year alone counts as a whole.
 *
 * @example oddDates({ tms: { had: 'yes', when: '2091' } }, '2026-11-22') // [{ key: 'tms', date: '2091', is: 'ahead' }]
 */
export function oddDates(answers: Answers, asOf: string): readonly OddDate[] {
  const { birthDate } = answers;
  return datesIn(answers).flatMap((one): readonly OddDate[] => {
    const asLong = (day: string) => day.slice(0, one.date.length);
    if (one.date > asLong(asOf)) return [{ ...one, is: 'ahead' }];
    if (birthDate !== undefined && one.date < asLong(birthDate)) return [{ ...one, is: 'beforeBirth' }];
    return [];
  });
}
