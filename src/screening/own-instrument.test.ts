import { describe, expect, test } from 'vitest';
import { madeUpInstrument } from '../questions/instrument.fixture.ts';
import type { Answers } from '../steps/catalog.ts';
import { answersParser } from '../steps/parse-answers.ts';
import { explain } from './explain.ts';
import { intakeOf } from './intake-of.ts';
import { asOf, circumstances, plainPerson } from './plain-person.fixture.ts';
import { screen } from './screen.ts';

const atThisClinic = {
  ...circumstances,
  settings: { ...circumstances.settings, instrument: madeUpInstrument },
};
const { asq1: _1, asq2: _2, asq3: _3, asq4: _4, ...withoutAsq } = plainPerson;
const person = (own: object, more: Answers = {}) => ({ ...withoutAsq, ...more, ...own }) as Answers;
const flagsOf = (answers: Answers) => screen(answers, atThisClinic).flags.map(({ id }) => id as string);
const ofSuicide = (answers: Answers) => flagsOf(answers).filter((id) => id.startsWith('SU-'));

const thoughts = { cssrs1: 'yes', cssrs2: 'yes', cssrs3: 'no', cssrs4: 'no', cssrs5: 'no' };
const never = { cssrs6: 'no' };
const longAgo = { cssrs6: 'yes', cssrs6recent: 'no' };
const allNo = { cssrs1: 'no', cssrs2: 'no', cssrs6: 'no' };

describe('an instrument of the clinic’s own, in place of the ASQ', () => {
  test('V27: thoughts without a plan, an attempt years ago: the day’s review, and nobody called at once', () => {
    const { flags, urgent, disposition } = screen(person({ ...thoughts, ...longAgo }), atThisClinic);
    expect(flags.map(({ id }) => id).sort()).toEqual(
      ['SU-POSITIVE', 'TRD-MET', 'IND-IVK-OFFLABEL', 'IND-MDSI'].sort(),
    );
    expect(urgent).toBe(false);
    expect(disposition).toEqual({ spravato: 'REVIEW', ivKetamine: 'REVIEW' });
  });

  test.each([
    ['all no: negative', allNo, []],
    ['an acute item yes', { ...thoughts, ...never, cssrs4: 'yes' }, ['SU-ACUTE', 'SU-POSITIVE']],
    ['an acute item declined', { ...thoughts, ...never, cssrs5: 'declined' }, ['SU-ACUTE', 'SU-POSITIVE']],
    ['an acute item left blank', { ...thoughts, ...never, cssrs5: undefined }, ['SU-ACUTE', 'SU-POSITIVE']],
    [
      'behaviour in the past 3 months',
      { ...allNo, cssrs6: 'yes', cssrs6recent: 'yes' },
      ['SU-ACUTE', 'SU-POSITIVE'],
    ],
    ['a refusal', { ...allNo, cssrs1: 'declined' }, ['SU-POSITIVE']],
    ['nothing answered at all', {}, ['SU-POSITIVE']],
    ['an acute item off the path', { ...allNo, cssrs4: 'yes', cssrs6recent: 'yes' }, []],
  ])('%s', (_title, own, expected) => {
    expect(ofSuicide(person(own))).toEqual(expected);
  });

  test('item 9 above 0 with every item no is discordant', () => {
    expect(ofSuicide(person(allNo, { phq9: [2, 2, 2, 2, 2, 2, 2, 2, 1] }))).toEqual([
      'SU-PHQ9-ITEM9',
      'SU-DISCORDANT',
    ]);
  });

  test('the ASQ counts for nothing there, an attempt told in it neither', () => {
    const asq: Answers = { asq1: 'yes', asq4: 'yes', asq4when: 'past3m', asq5: 'yes' };
    expect(ofSuicide(person(allNo, asq))).toEqual([]);
  });

  test('a flag shows the patient’s own answers and names the instrument, not the ASQ', () => {
    const answers = person({ ...thoughts, ...never });
    const intake = intakeOf(answers, atThisClinic);
    const [positive] = explain(screen(answers, atThisClinic).flags, intake, null);
    expect(positive?.flag.id).toBe('SU-POSITIVE');
    expect(positive?.reads).toEqual(['cssrs1', 'cssrs2', 'cssrs3', 'cssrs4', 'cssrs5', 'cssrs6']);
    expect(positive?.finds).toContain('Made-up screen');
    expect(positive?.sources.map(({ code }) => code)).toEqual(['clinic']);
  });

  test('its keys are known where it is installed, and nowhere else', () => {
    expect(answersParser([], madeUpInstrument)(thoughts, asOf).ok).toBe(true);
    expect(answersParser([], madeUpInstrument)({ cssrs1: 'perhaps' }, asOf)).toMatchObject({ ok: false });
    expect(answersParser([])(thoughts, asOf)).toMatchObject({
      ok: false,
      error: { path: 'cssrs1', reason: 'is not a known key' },
    });
  });
});
