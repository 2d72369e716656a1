/**
 * Invented intakes, the same on every machine and for ever: what rules and flow make of them is their fingerprint.
 * Numbers come from a small generator of our own, so that no update of a library changes them.
 */
import type { Question } from '../src/questions/question.ts';
import { answersSchema } from '../src/questions/schema.ts';
import { responses } from '../src/questions/values.ts';
import { antidepressantKeys, antidepressants } from '../src/screening/medicines/antidepressants.ts';
import { drugKeys } from '../src/screening/medicines/names.ts';
import { type Answers, allQuestions } from '../src/steps/catalog.ts';

/** Each next number from 0 up to, not including, 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Chance {
  readonly whole: (least: number, most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  readonly some: <T>(list: readonly T[], share: number) => readonly T[];
}

function chanceFrom(next: () => number): Chance {
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    one: <T>(list: readonly T[]): T => {
      const drawn = list[whole(0, list.length - 1)];
      if (drawn === undefined) throw new Error('nothing to draw from');
      return drawn;
    },
    some: (list, share) => list.filter(() => next() < share),
  };
}

export const asOf = '2026-11-22';
export const locations = ['north', 'south'];

/** In numbers, what lies about a threshold comes up often. */
const near: Readonly<Record<string, readonly number[]>> = {
  sbp: [139, 140, 141, 179, 180, 181],
  dbp: [89, 90, 91, 109, 110, 111],
  weightLb: [150, 200, 243, 244, 245, 246],
  heightIn: [63, 70],
};
const birthDates = [
  '2008-11-23',
  '2008-11-22',
  '2002-11-22',
  '2001-11-22',
  '1984-02-29',
  '1961-11-22',
  '1961-11-23',
];
const yesNoUnsure = ['yes', 'no', 'unsure'] as const;
const failed = ['none', 'some'] as const;
const mostlyYes = ['yes', 'yes', 'yes', ...yesNoUnsure] as const;

function valueFor(question: Question, chance: Chance): unknown {
  switch (question.kind) {
    case 'yesNo':
    case 'choice':
      return chance.one(question.options);
    case 'choices':
      return chance.some(question.options, 0.3);
    case 'location':
      return chance.one(locations);
    case 'rating':
      return chance.one(question.values);
    case 'items':
      return Array.from({ length: question.count }, () =>
        chance.one([null, ...question.values, ...question.values]),
      );
    case 'number':
      return chance.one([chance.whole(question.min, question.max), ...(near[question.key] ?? [])]);
    case 'text':
      return 'said';
    case 'birthDate':
      return chance.one(birthDates);
    case 'trials':
      return Array.from({ length: chance.whole(0, 4) }, () => {
        const drug = chance.one(antidepressantKeys);
        const { minimum } = antidepressants[drug];
        const least = typeof minimum === 'number' ? minimum : 50;
        return {
          drug,
          doseMg: chance.one([least - 0.5, least, least + 25]),
          weeks: chance.one([4, 6, 8, 12, 26]),
          currentEpisode: chance.one(mostlyYes),
          mostDays: chance.one(mostlyYes),
          response: chance.one([...failed, ...failed, ...failed, ...responses]),
        };
      });
    case 'augmentations':
      return [];
    case 'medications':
      return Array.from({ length: chance.whole(0, 4) }, () => chance.one([...drugKeys, 'home tea']));
    case 'treatment':
      return { had: chance.one(yesNoUnsure) };
    case 'consents':
      return { version: '1', at: `${asOf}T12:00:00Z`, language: 'en', name: 'Ann Example' };
  }
}

/** So many intakes of adults, most questions answered and some left blank. */
export function inventedIntakes(count: number): readonly Answers[] {
  const next = numbersFrom(20_261_122);
  const chance = chanceFrom(next);
  const schema = answersSchema(allQuestions, { asOf, locations });
  return Array.from({ length: count }, (): Answers => {
    const answers: Record<string, unknown> = {};
    for (const question of allQuestions)
      if (next() < 0.85) answers[question.key] = valueFor(question, chance);
    // What is chosen among other answers can only be one of them.
    const { conditions, mainCondition, ...others } = answers;
    const main = Array.isArray(conditions) && conditions.includes(mainCondition) ? { mainCondition } : {};
    return schema.parse({ ...others, ...(conditions !== undefined && { conditions }), ...main });
  });
}
