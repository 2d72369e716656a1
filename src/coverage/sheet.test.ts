import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAnswers } from '../../tests/any-answers.ts';
import type { Answers } from '../steps/catalog.ts';
import { remsSheetAsText, sheetAsText } from './as-text.ts';
import { asOf, factsAbout } from './facts.fixture.ts';
import { factsOf } from './facts.ts';
import { packOf, packs } from './packs.ts';
import { remsSheetFor } from './rems-sheet.ts';
import { sheetFor } from './sheet.ts';
import type { SheetGroup } from './sheet-fields.ts';
import type { StaffFields } from './staff-fields.ts';

const general = packOf('general');
const valueIn = (groups: readonly SheetGroup[], label: string) =>
  groups.flatMap(({ fields }) => fields).find((field) => field.label === label);
const onSheet = (label: string, answers: Answers = {}, staff: StaffFields = {}) =>
  valueIn(sheetFor(general, factsAbout(answers, staff)).groups, label);
const onRems = (label: string, answers: Answers = {}, staff: StaffFields = {}) =>
  valueIn(remsSheetFor(factsAbout(answers, staff)).groups, label);

test('every line without a value is a gap, and every condition that is not met stands above', () => {
  for (const pack of packs) {
    const { gaps, groups, criteria } = sheetFor(pack, factsAbout());
    const blank = groups.flatMap(({ fields }) => fields).filter(({ value }) => value === undefined);
    expect(gaps.fields.map(({ field }) => field)).toEqual(blank);
    expect(gaps.criteria).toEqual(criteria.filter(({ result }) => result !== 'met'));
  }
});

test('"not sure" and "prefer not to say" stand as they were said', () => {
  expect(onSheet('Aneurysm', { aneurysm: 'unsure' })?.value).toBe('I’m not sure');
  expect(onSheet('Psychosis ever', { psychosisEver: 'declined' })?.value).toBe('Prefer not to say');
});

test('what nobody asked the patient is written in by hand; what the staff can fill is theirs', () => {
  expect(onSheet('DBS')).toEqual({ label: 'DBS', value: undefined, from: 'notAsked' });
  expect(onSheet('NPI')).toEqual({ label: 'NPI', value: undefined, from: 'staff' });
  expect(onSheet('Member ID')).toEqual({ label: 'Member ID', value: undefined, from: 'patient' });
  expect(onSheet('NPI', {}, { npi: '1234567893' })?.value).toBe('1234567893');
});

test('a question that this patient was not asked is no gap of the patient’s', () => {
  expect(
    onSheet('Length of the episode in months, as the patient said', { conditions: ['ptsd'] })?.from,
  ).toBe('notAsked');
  expect(onSheet('ASQ 5: thoughts of killing self right now')).toBeUndefined();
  expect(onSheet('ASQ 5: thoughts of killing self right now', { asq4: 'yes', asq5: 'no' })?.value).toBe('No');
});

test('what the staff typed stays as typed, what they chose is in words, an empty list is none', () => {
  expect(onSheet('Severity', {}, { severity: 'other' })?.value).toBe('other');
  expect(onSheet('Specialty', {}, { specialty: 'other' })?.value).toBe('Other');
  expect(onSheet('Attached', {}, { attached: [] })?.value).toBe('None');
});

test.each<[string, Answers, string | undefined]>([
  ['no plan', {}, undefined],
  ['a plan, holder blank', { insurer: 'Cigna' }, 'The patient (left blank)'],
  ['a holder', { insurer: 'Cigna', policyHolder: 'Luz Example' }, 'Luz Example'],
])('policy holder: %s', (_title, answers, expected) => {
  expect(onSheet('Policy holder', answers)?.value).toBe(expected);
});

test.each<[string, Answers, boolean]>([
  ['never psychotic', {}, false],
  ['psychotic once', { psychosisEver: 'yes' }, true],
  ['did not want to say', { psychosisEver: 'declined' }, true],
])('a statement on psychosis is wanted: %s', (_title, answers, wanted) => {
  expect(onSheet('Statement that the benefit outweighs the risk', answers) !== undefined).toBe(wanted);
});

test('the legal name of the staff goes before what the patient gave', () => {
  expect(
    onSheet('Legal name, as the patient gave it', { firstName: 'Ann', lastName: 'Example' })?.value,
  ).toBe('Ann Example');
  expect(onSheet('Legal name', { firstName: 'Ann' }, { legalName: 'Anna Example' })?.value).toBe(
    'Anna Example',
  );
});

test.each<[string, Answers, string]>([
  ['Benzodiazepines', { medications: ['Xanax'] }, 'Yes: alprazolam'],
  ['Benzodiazepines', { medications: ['venlafaxine'] }, 'No'],
  ['Benzodiazepines', { medications: ['the blue one'] }, 'Unknown: a medicine in the list is not known here'],
  [
    'Benzodiazepines',
    { medications: [], medsComplete: 'no' },
    'Unknown: the list of medicines may not be complete',
  ],
  ['Non-benzodiazepine sedative-hypnotics', { medications: ['Ambien'] }, 'Yes: zolpidem'],
  [
    'Non-benzodiazepine sedative-hypnotics',
    { medications: ['trazodone'] },
    'Unknown: takes trazodone, for a clinician to place',
  ],
  ['Non-benzodiazepine sedative-hypnotics', { medications: ['lisinopril'] }, 'No'],
  ['Psychostimulants', { medications: ['Vyvanse'] }, 'Yes: lisdexamfetamine'],
  ['MAOIs', { medications: ['Nardil'] }, 'Yes: phenelzine'],
  ['Opioids', { medications: ['Suboxone'] }, 'Yes: buprenorphine'],
  ['First treatment with SPRAVATO', { priorKetamine: 'no' }, 'Yes'],
  ['First treatment with SPRAVATO', { priorKetamine: 'yes' }, 'Not known: had ketamine or SPRAVATO before'],
  ['Has a ride home', { ride: 'unsure' }, 'I’m not sure'],
])('REMS, %s of %j: %s', (label, answers, expected) => {
  expect(onRems(label, answers)?.value).toBe(expected);
});

test('the REMS sheet says that the official form has to be checked', () => {
  expect(remsSheetFor(factsAbout()).caution).toMatch(/not the official form.*check every field/i);
});

test('a list of medicines that was never answered tells nothing about any class', () => {
  const facts = factsOf({}, { asOf, requestedOn: asOf, locationCount: 1 }, {});
  expect(valueIn(remsSheetFor(facts).groups, 'Opioids')?.value).toMatch(/^Unknown/);
});

test('whatever is answered, every sheet is made, names its source and is readable', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const facts = factsOf(answers, { asOf, requestedOn: asOf, locationCount: 2 }, {});
      for (const pack of packs) {
        const text = sheetAsText(sheetFor(pack, facts));
        expect(text).toContain(`Check with the payer: read from ${pack.source}`);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(remsSheetAsText(remsSheetFor(facts))).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 60 },
  );
});
