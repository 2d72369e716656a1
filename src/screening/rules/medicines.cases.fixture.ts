import type { Medication } from '../../questions/values.ts';
import type { Case, CasesOf } from './cases.fixture.ts';
import type { medicines } from './medicines.ts';

/** Some that are in the list, by key, by brand, by typed name and as an object; some beside it; and no list at all. */
const takes = (inTheList: readonly Medication[], beside: readonly Medication[]): readonly Case[] => [
  ...inTheList.map((entry): Case => [`takes ${nameOf(entry)}`, { medications: [entry] }, 'present']),
  ...beside.map((entry): Case => [`takes ${nameOf(entry)}`, { medications: [entry] }, 'absent']),
  ['takes nothing', { medications: [] }, 'absent'],
  ['list left blank', { medications: undefined }, 'absent'],
  [
    'list left blank and not sure whether complete',
    { medications: undefined, medsComplete: 'unsure' },
    'absent',
  ],
  ['takes something unknown', { medications: ['the blue one'] }, 'absent'],
];

const nameOf = (entry: Medication) =>
  typeof entry === 'string' ? entry : `${entry.name} (${entry.key ?? 'typed'})`;

export const medicinesCases: CasesOf<typeof medicines> = {
  'RX-BENZO': [
    ...takes(['lorazepam', 'Xanax', { name: 'Klonopin 0.5 mg', dose: '0.5 mg' }], ['zolpidem', 'oxycodone']),
    [
      'a benzodiazepine among the trials only',
      { medications: [], trials: [{ drug: 'lorazepam' }] },
      'absent',
    ],
  ],
  'RX-OPIOID': takes(['oxycodone', 'Suboxone', 'methadone', { name: 'x', key: 'tramadol' }], ['lorazepam']),
  'RX-BENZO-OPIOID': [
    ['takes both', { medications: ['diazepam', 'oxycodone'] }, 'present'],
    ['takes a benzodiazepine alone', { medications: ['diazepam'] }, 'absent'],
    ['takes an opioid alone', { medications: ['oxycodone'] }, 'absent'],
    ['list left blank', { medications: undefined }, 'absent'],
  ],
  'RX-CNS-DEPRESSANT': takes(
    ['trazodone', 'Ambien', 'sodium-oxybate', 'gabapentin 300 mg at night', 'promethazine-codeine'],
    ['lorazepam', 'codeine', 'sertraline'],
  ),
  'RX-STIMULANT': takes(
    ['lisdexamfetamine', 'Adderall XR', 'methylphenidate ER', 'Provigil'],
    ['atomoxetine'],
  ),
  'RX-MAOI': takes(
    ['phenelzine', 'Emsam', 'selegiline', 'selegiline-td', 'rasagiline', 'linezolid', 'methylene-blue'],
    ['sertraline', 'moclobemide'],
  ),
  'RX-THEOPHYLLINE': takes(['theophylline', 'aminophylline'], ['albuterol']),
  'RX-SYMPATHOMIMETIC': takes(
    ['pseudoephedrine', 'phenylephrine-oral', 'phenylephrine', 'levothyroxine', 'Strattera'],
    ['phenylephrine-nasal', 'lisinopril'],
  ),
  'RX-CYP': takes(
    ['clarithromycin', 'nefazodone', 'ticlopidine', 'rifampin', 'St. John’s wort', 'phenobarbital'],
    ['sertraline'],
  ),
  'RX-LAMOTRIGINE': takes(['lamotrigine', 'Lamictal'], ['lithium']),
  'RX-NALTREXONE': takes(['naltrexone', 'Vivitrol'], ['buprenorphine']),
  'RX-NASAL': takes(
    ['fluticasone-nasal', 'fluticasone', 'Afrin', 'phenylephrine-nasal', 'phenylephrine'],
    ['phenylephrine-oral', 'pseudoephedrine'],
  ),
  'RX-LIST-INCOMPLETE': [
    ['complete and known', { medications: ['venlafaxine', 'lisinopril'] }, 'absent'],
    ['an empty list that is complete', { medications: [] }, 'absent'],
    ['list left blank, complete', { medications: undefined }, 'absent'],
    ['not complete', { medsComplete: 'no' }, 'present'],
    ['not sure whether complete', { medsComplete: 'unsure' }, 'present'],
    ['whether complete left blank', { medsComplete: undefined }, 'present'],
    ['one entry unknown', { medications: ['venlafaxine', 'the blue one'] }, 'present'],
    ['a name inside another word', { medications: ['codeines'] }, 'present'],
    [
      'a known name with other words beside it',
      { medications: ['generic venlafaxine from Dr. Lee'] },
      'absent',
    ],
    [
      'a key that is unknown, of a known name',
      { medications: [{ name: 'venlafaxine', key: 'x' }] },
      'present',
    ],
  ],
};
