import { expect, test } from 'vitest';
import type { Answers } from '../steps/catalog.ts';
import { frozenOf } from './frozen.fixture.ts';
import { medicinesTaken } from './medicines-taken.ts';

const raisedBy = (answers: Answers) =>
  medicinesTaken(frozenOf({ birthDate: '1984-02-10', ...answers })).map(({ name, raises }) => [
    name,
    raises.map(({ id }) => id),
  ]);

test.each<[string, Answers, readonly (readonly [string, readonly string[]])[]]>([
  ['nobody listed any', {}, []],
  ['one that raises nothing', { medications: ['lisinopril'] }, [['lisinopril', []]]],
  [
    'each raises its own, the pair is raised by both',
    { medications: ['diazepam', 'oxycodone', 'lisinopril'] },
    [
      ['diazepam', ['RX-BENZO', 'RX-BENZO-OPIOID']],
      ['oxycodone', ['RX-OPIOID', 'RX-BENZO-OPIOID']],
      ['lisinopril', []],
    ],
  ],
  [
    'two of one class both raise it',
    { medications: ['diazepam', 'lorazepam'] },
    [
      ['diazepam', ['RX-BENZO']],
      ['lorazepam', ['RX-BENZO']],
    ],
  ],
  [
    'a name that nobody knows makes the list incomplete, and a whole list does not',
    { medications: ['lisinopril', 'the blue one'], medsComplete: 'yes' },
    [
      ['lisinopril', []],
      ['the blue one', ['RX-LIST-INCOMPLETE']],
    ],
  ],
])('what a medicine raises: %s', (_title, answers, expected) => {
  expect(raisedBy(answers)).toEqual(expected);
});

test('dose and how often stand as they were given', () => {
  const medications = [
    { name: 'té de tila', howOften: 'por la noche' },
    { name: 'Zoloft', dose: '50 mg' },
  ];
  expect(medicinesTaken(frozenOf({ medications })).map(({ taken }) => taken)).toEqual([
    'por la noche',
    '50 mg',
  ]);
});
