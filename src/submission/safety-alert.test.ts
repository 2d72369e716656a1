import { describe, expect, it } from 'vitest';
import { demoSettings } from '../settings/demo.ts';
import type { Answers } from '../steps/catalog.ts';
import { readAlert } from './safety-alert.ts';

const read = (answers: Answers) =>
  readAlert(answers, { asOf: '2026-11-22', settings: demoSettings, language: 'en' });

const noWishes: Answers = { asq1: 'no', asq2: 'no', asq3: 'no', asq4: 'no' };
const item9 = (n: 0 | 1 | 2 | 3 | null): Answers => ({ phq9: [1, 1, 1, 1, 1, 1, 1, 1, n] });

describe('the level of an alert', () => {
  it.each<[string, Answers, string, string[]]>([
    ['in danger now', { emergencyNow: 'yes' }, 'urgent', ['SU-EMERGENCY']],
    ['not sure whether in danger', { emergencyNow: 'unsure' }, 'urgent', ['SU-EMERGENCY']],
    [
      'item 9, before the suicide screen was reached',
      { emergencyNow: 'no', ...item9(1) },
      'sameDay',
      ['SU-PHQ9-ITEM9'],
    ],
    ['item 9 blank, call asked for', { emergencyNow: 'no', ...item9(null) }, 'sameDay', []],
    ['item 9 zero, call asked for', { emergencyNow: 'no', ...item9(0) }, 'sameDay', []],
    ['nothing carried, call asked for', {}, 'sameDay', []],
    ['the screen all no', { emergencyNow: 'no', ...noWishes }, 'sameDay', []],
    ['a wish, not now', { ...noWishes, asq1: 'yes', asq5: 'no' }, 'sameDay', ['SU-POSITIVE']],
    [
      'a refusal, and now refused',
      { ...noWishes, asq3: 'declined', asq5: 'declined' },
      'urgent',
      ['SU-ACUTE', 'SU-POSITIVE'],
    ],
    ['the screen left before item 5', { ...noWishes, asq1: 'yes' }, 'urgent', ['SU-ACUTE', 'SU-POSITIVE']],
    [
      'an attempt within 3 months, no thoughts now',
      { ...noWishes, asq4: 'yes', asq4when: 'past3m', asq5: 'no' },
      'urgent',
      ['SU-ATTEMPT-RECENT', 'SU-POSITIVE'],
    ],
    [
      'an attempt over a year ago',
      { ...noWishes, asq4: 'yes', asq4when: 'over1y', asq5: 'no' },
      'sameDay',
      ['SU-POSITIVE'],
    ],
  ])('%s', (_, answers, level, ids) => {
    const { level: found, rules } = read(answers);
    expect({ level: found, ids: rules.map(({ id }) => id) }).toEqual({ level, ids });
  });

  it('is the same for somebody under 18', () => {
    const { level, said } = read({ emergencyNow: 'yes', birthDate: '2010-01-01' });
    expect(level).toBe('urgent');
    expect(said.map(({ key }) => key)).toEqual(['emergencyNow', 'birthDate']);
  });
});

it('an alert keeps item 9 and no other item of the PHQ-9', () => {
  expect(read(item9(2)).said).toEqual([
    {
      key: 'phq9[8]',
      label: 'Thoughts that you would be better off dead or of hurting yourself in some way',
      text: 'More than half the days',
      state: 'answered',
    },
  ]);
});

it('an alert shows the questions as they were read', () => {
  const { said } = readAlert(
    { emergencyNow: 'unsure' },
    { asOf: '2026-11-22', settings: demoSettings, language: 'es' },
  );
  expect(said).toEqual([
    {
      key: 'emergencyNow',
      label: '¿Está en peligro en este momento?',
      text: 'No lo sé',
      state: 'unsure',
    },
  ]);
});
