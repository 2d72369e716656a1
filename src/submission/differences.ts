import type { Scores } from '../screening/evaluation.ts';
import type { Result } from '../screening/pack.ts';
import { rangeText, type Treatment } from '../screening/rule.ts';
import { reasonsOf } from '../screening/trials.ts';

/** One thing that two evaluations of the same submission say differently, in words for a clinician. */
export interface Difference {
  /** The id of a rule, or what else it is about: `PHQ-9`, `SPRAVATO`, `trial 1 (sertraline)`. */
  readonly about: string;
  readonly before: string;
  readonly after: string;
  /** How a rule speaks, not what it found. */
  readonly isWording: boolean;
}

/** A difference on one line: `CV-BP-SEVERE: absent → present, SPRAVATO review, IV ketamine review`. */
export const differenceText = ({ about, before, after }: Omit<Difference, 'isWording'>): string =>
  `${about}: ${before} → ${after}`;

/**
 * What two results say differently: the disposition first, then each rule in the order of the protocol, scores and
 * trials. That they come from different versions is no difference.
 */
export function differencesBetween(before: Result, after: Result): readonly Difference[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const [worded, rewords] = [wordingOf(before), wordingOf(after)];
  return [
    ...[...new Set([...was.keys(), ...is.keys()])].map((about) => ({
      about,
      before: was.get(about) ?? 'not there',
      after: is.get(about) ?? 'not there',
      isWording: false,
    })),
    // A flag that is new has no words to compare.
    ...[...worded].map(([about, words]) => ({
      about,
      before: words,
      after: rewords.get(about) ?? words,
      isWording: true,
    })),
  ].filter((one) => one.before !== one.after);
}

const treatmentNames: Readonly<Record<Treatment, string>> = {
  spravato: 'SPRAVATO',
  ivKetamine: 'IV ketamine',
};
const scaleNames: Readonly<Record<keyof Scores, string>> = {
  phq9: 'PHQ-9',
  gad7: 'GAD-7',
  auditc: 'AUDIT-C',
  pcptsd5: 'PC-PTSD-5',
  peg: 'PEG',
};
const entriesOf = <K extends string, V>(record: Readonly<Partial<Record<K, V>>>) =>
  Object.entries(record) as [K, V][];

const verdicts = { present: 'counts', absent: 'does not count', unknown: 'cannot tell' } as const;

/** A result as what it says about each thing. */
function partsOf({ evaluation, flags, trials }: Result): ReadonlyMap<string, string> {
  const flagged = new Map(flags.map((one) => [one.flag.id as string, one]));
  return new Map<string, string>([
    ['urgent', evaluation.urgent ? 'yes' : 'no'],
    ...entriesOf(treatmentNames).map(([id, name]): [string, string] => [name, evaluation.disposition[id]]),
    ...evaluation.findings.flatMap(({ id, result }): [string, string][] => {
      const explained = flagged.get(id);
      if (!explained) return [[id, result]];
      const weights = entriesOf(treatmentNames).map(([treatment, name]) => {
        const severity = explained.flag[treatment];
        return `${name} ${severity ?? 'not shown'}`;
      });
      return [[id, [result, ...weights].join(', ')]];
    }),
    ...entriesOf(scaleNames).flatMap(([id, name]): [string, string][] => {
      const range = evaluation.scores[id];
      return range ? [[name, rangeText(range)]] : [];
    }),
    [
      'trials that count',
      `${trials.adequate} (${trials.possible} possible), resistance ${trials.resistance}`,
    ],
    ...trials.readings.map((reading, index): [string, string] => [
      `trial ${index + 1} (${reading.name})`,
      [verdicts[reading.failed], ...reasonsOf(reading)].join(', '),
    ]),
  ]);
}

/** How the flags of a result speak. */
const wordingOf = ({ flags }: Result): ReadonlyMap<string, string> =>
  new Map(
    flags.flatMap(({ flag, words, finds, tags, sources }): [string, string][] => [
      [`${flag.id}, in words`, words],
      [`${flag.id}, looks for`, finds],
      [`${flag.id}, rests on`, [...tags, ...sources.map(({ code, name }) => `${name} [${code}]`)].join('; ')],
    ]),
  );
