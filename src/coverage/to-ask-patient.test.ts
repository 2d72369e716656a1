import { expect, test } from 'vitest';
import type { Answers } from '../steps/catalog.ts';
import { factsAbout } from './facts.fixture.ts';
import { packOf } from './packs.ts';
import { toAskPatient } from './to-ask-patient.ts';

const asked = (pack: Parameters<typeof packOf>[0], answers: Answers) =>
  toAskPatient(packOf(pack), factsAbout(answers)).map(({ key, parts }) => [key, parts]);

test('what the payer reads and the patient left blank is asked, and nothing else', () => {
  const trials = [
    { drug: 'sertraline', doseMg: 150, weeks: 10, mostDays: 'yes', response: 'none' },
    { drug: 'venlafaxine', doseMg: 225, currentEpisode: 'yes', mostDays: 'yes', response: 'none' },
  ] as const;
  expect(asked('cigna', { trials })).toEqual([
    ['trials', ['sertraline: this spell or not', 'venlafaxine: weeks']],
  ]);
  expect(asked('general', { trials })).toEqual([
    ['trials', ['venlafaxine: weeks']],
    ['psychotherapy', []],
  ]);
});

test('whoever is not sure is not asked again', () => {
  expect(asked('general', { psychotherapy: { had: 'unsure' }, trials: [] })).toEqual([]);
});

test('a list that was not answered is asked whole', () => {
  const { trials: _, ...facts } = factsAbout().answers;
  const without = { ...factsAbout(), answers: facts, trials: { ...factsAbout().trials, answered: false } };
  expect(toAskPatient(packOf('cigna'), without)).toMatchObject([{ key: 'trials', parts: [] }]);
});
