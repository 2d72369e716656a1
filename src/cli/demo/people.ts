import type { Locale } from '../../lib/locale.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Chance } from './chance.ts';
import { counties, firstNames, names, spanishNames, surnames } from './names.ts';
import { plainHealth } from './plain-health.ts';
import { stories } from './stories.ts';

/** Somebody who never lived, and what they answered. */
export interface Person {
  readonly language: Locale;
  readonly answers: Answers;
}

/** How pressing the person is: what the clinic must be told at once, the same day, or in time. */
export type Pressing = 'urgent' | 'sameDay' | 'none';

const SPANISH = 0.12;

/** Of those who read English, how many have one of the names that a portal must be able to show. */
const FROM_FURTHER_AWAY = 0.2;

/**
 * Invents a person who is the same for the same chance.
 *
 * @param at when the form was sent, ISO instant
 * @param places the ids of the clinic's locations
 */
export const inventPerson = (
  chance: Chance,
  pressing: Pressing,
  at: string,
  places: readonly string[],
): Person => {
  const language: Locale = chance.happens(SPANISH) ? 'es' : 'en';
  const identity = inventIdentity(chance, language, at);
  const { firstName, lastName } = identity;
  return {
    language,
    answers: {
      ...plainHealth,
      ...identity,
      ...feelings(chance, pressing),
      ...body(chance),
      ...chance.oneOf(stories)(chance),
      ...dangers(chance, pressing),
      ...wishes(chance, places),
      consents: { version: '1', at, language, name: `${firstName} ${lastName}` },
    },
  };
};

const inventIdentity = (chance: Chance, language: Locale, at: string) => {
  const [firstName, lastName] = inventName(chance, language);
  const area = chance.oneOf(['615', '931', '901', '865', '423', '731']);
  const email = chance.happens(0.5) ? { email: `person${chance.between(100, 999)}@example.org` } : {};
  return {
    firstName,
    lastName,
    birthDate: birthDate(chance, Number(at.slice(0, 4))),
    phone: `(${area}) 555-01${String(chance.between(0, 99)).padStart(2, '0')}`,
    mayCall: chance.oneOf(['yes', 'yes', 'yes', 'no']),
    mayText: chance.oneOf(['yes', 'no']),
    mayLeaveMessage: chance.oneOf(['yes', 'no', 'no']),
    whereToday: chance.oneOf(counties),
    safetyCallConsent: chance.oneOf(['yes', 'yes', 'no']),
    interpreter: language === 'es' && chance.happens(0.5) ? 'yes' : 'no',
    preferredTimes: [chance.oneOf(['weekdayMorning', 'weekdayAfternoon', 'evening', 'weekend'])],
    ...email,
  } satisfies Answers;
};

const inventName = (chance: Chance, language: Locale): readonly [string, string] => {
  if (language === 'es') return chance.oneOf<readonly [string, string]>(spanishNames);
  if (chance.happens(FROM_FURTHER_AWAY)) return chance.oneOf<readonly [string, string]>(names);
  return [chance.oneOf(firstNames), chance.oneOf(surnames)];
};

const wishes = (chance: Chance, [first, ...others]: readonly string[]): Answers =>
  first === undefined || others.length === 0 ? {} : { location: chance.oneOf([first, ...others]) };

/** Nobody under 19, so that no birthday to come makes a person too young. */
const birthDate = (chance: Chance, year: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const born = year - chance.between(19, chance.happens(0.2) ? 79 : 58);
  return `${born}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
};

/** The bands of the PHQ-9, moderate and severe the most frequent here. Item 9 is for `dangers`. */
const bands = [1, 4, 8, 12, 12, 15, 17, 17, 19, 21, 23] as const;

const feelings = (chance: Chance, pressing: Pressing) => {
  const total = chance.oneOf(bands);
  const phq9 = [...spread(chance, total, 8, 3), 0];
  if (pressing === 'none' && chance.happens(0.08)) phq9[chance.between(0, 7)] = null;
  return {
    phq9,
    phq9Difficulty: chance.between(total > 14 ? 2 : 0, total > 8 ? 3 : 1),
    gad7: spread(chance, chance.oneOf([3, 6, 9, 11, 14, 18]), 7, 3),
  } satisfies Answers;
};

/** A total spread over so many items, none above `most`. */
const spread = (chance: Chance, total: number, many: number, most: number): (number | null)[] => {
  const items: number[] = Array.from({ length: many }, () => 0);
  let left = Math.min(total, many * most);
  while (left > 0) {
    const item = chance.between(0, many - 1);
    if ((items[item] ?? most) >= most) continue;
    items[item] = (items[item] ?? 0) + 1;
    left -= 1;
  }
  return items;
};

const body = (chance: Chance) => {
  const sex = chance.oneOf(['male', 'female', 'female', 'intersex', 'declined']);
  return {
    sex,
    heightIn: chance.between(59, 76),
    weightLb: chance.between(112, 290),
    sbp: chance.between(104, 138),
    dbp: chance.between(64, 88),
    auditc: chance.oneOf<number[]>([
      [0, 0, 0],
      [1, 0, 0],
      [2, 1, 0],
      [3, 1, 1],
    ]),
  } satisfies Answers;
};

/** What makes a person one to be called: the three ways to be urgent, the three to be called the same day. */
const dangers = (chance: Chance, pressing: Pressing): Answers => {
  const phq9WithItem9 = (value: number) => ({ phq9: [2, 3, 2, 3, 2, 2, 2, 1, value], phq9Difficulty: 2 });
  if (pressing === 'urgent') {
    return chance.oneOf<Answers>([
      { emergencyNow: 'yes', ...phq9WithItem9(3), asq1: 'yes', asq2: 'yes', asq3: 'yes', asq5: 'yes' },
      { ...phq9WithItem9(3), asq1: 'yes', asq2: 'no', asq3: 'yes', asq4: 'no', asq5: 'yes' },
      { ...phq9WithItem9(1), asq1: 'no', asq3: 'yes', asq4: 'yes', asq4when: 'past3m', asq5: 'no' },
    ]);
  }
  if (pressing === 'none') return {};
  return chance.oneOf<Answers>([
    phq9WithItem9(1),
    { ...phq9WithItem9(2), asq1: 'yes', asq5: 'no' },
    { asq4: 'yes', asq4when: 'over1y', asq5: 'no' },
  ]);
};
