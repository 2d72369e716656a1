import { expect, test } from 'vitest';
import type { RowForm, RowsForm } from './form-value.ts';
import {
  augmentationsForm,
  medicationsForm,
  nextRowId,
  readAugmentations,
  readMedications,
  readTrials,
  trialsForm,
} from './rows.ts';

const form = (rows: readonly RowForm[], more: Partial<RowsForm> = {}): RowsForm => ({
  none: false,
  order: rows.map((_, index) => `row${index + 1}`),
  rows: Object.fromEntries(rows.map((row, index) => [`row${index + 1}`, row])),
  pending: '',
  ...more,
});

test('a picked medicine keeps its key, a typed one its name', () => {
  const rows = [
    { name: 'bupropion', key: 'bupropion', dose: ' 300 mg ', howOften: 'once a day' },
    { name: 'my blue pill', key: '' },
  ];
  expect(readMedications(form(rows))).toEqual({
    ok: true,
    value: [
      { name: 'bupropion', key: 'bupropion', dose: '300 mg', howOften: 'once a day' },
      { name: 'my blue pill' },
    ],
  });
});

test('a name that is typed and not yet added is kept', () => {
  expect(readMedications(form([], { pending: ' zoloft ' }))).toEqual({
    ok: true,
    value: [{ name: 'zoloft' }],
  });
  expect(readTrials(form([], { pending: 'zoloft' }), 'mdy')).toEqual({
    ok: true,
    value: [{ drug: 'zoloft' }],
  });
});

test('nothing is blank, "none" is the empty list, and a medicine is more than "none"', () => {
  expect(readMedications(form([]))).toEqual({ ok: true, value: undefined });
  expect(readMedications(form([], { none: true }))).toEqual({ ok: true, value: [] });
  expect(readMedications(form([{ name: 'lithium', key: '' }], { none: true }))).toMatchObject({
    ok: true,
    value: [{ name: 'lithium' }],
  });
});

test('a removed row is not read, and stays for undo', () => {
  const rows = [
    { name: 'sertraline', key: 'sertraline' },
    { name: 'bupropion', key: 'bupropion' },
  ];
  const removed = form(rows, { order: ['row2'] });
  expect(readTrials(removed, 'mdy')).toEqual({ ok: true, value: [{ drug: 'bupropion' }] });
  expect(nextRowId(removed)).toBe('row3');
});

test('a row without a word is passed over, one without a name is asked for', () => {
  expect(readMedications(form([{ name: '', key: '', dose: ' ' }]))).toEqual({ ok: true, value: undefined });
  expect(readMedications(form([{ name: '', key: '', dose: '20 mg' }]))).toEqual({
    ok: false,
    error: [{ code: 'drug', at: 'rows.row1.name' }],
  });
});

test('a trial is read with its units and dates', () => {
  const row: RowForm = {
    name: 'sertraline',
    key: 'sertraline',
    doseMg: '150 mg a day',
    weeks: '2 months',
    mostDays: 'yes',
    currentEpisode: 'unsure',
    response: 'some',
    stoppedBecause: ' dry mouth ',
    startedOn: 'March 2019',
    endedOn: '2019',
    prescriber: 'Dr. Lee',
  };
  expect(readTrials(form([row]), 'mdy')).toEqual({
    ok: true,
    value: [
      {
        drug: 'sertraline',
        doseMg: 150,
        weeks: 8.667,
        mostDays: 'yes',
        currentEpisode: 'unsure',
        response: 'some',
        stoppedBecause: 'dry mouth',
        startedOn: '2019-03',
        endedOn: '2019',
        prescriber: 'Dr. Lee',
      },
    ],
  });
});

test.each([
  [{ doseMg: 'a lot' }, 'number', 'doseMg'],
  [{ doseMg: '0' }, 'range', 'doseMg'],
  [{ weeks: 'a while' }, 'number', 'weeks'],
  [{ weeks: '2001' }, 'range', 'weeks'],
  [{ weeks: '-1' }, 'range', 'weeks'],
  [{ startedOn: 'once' }, 'partialDate', 'startedOn'],
  [{ endedOn: 'once' }, 'partialDate', 'endedOn'],
] as const)('a trial with %j has to be mended there', (fields, code, at) => {
  const read = readTrials(form([{ name: 'sertraline', key: 'sertraline', ...fields }]), 'mdy');
  expect(read).toMatchObject({ ok: false, error: [{ code, at: `rows.row1.${at}` }] });
});

test('each row tells its own problem', () => {
  const rows = ['sertraline', 'bupropion'].map((name) => ({ name, key: name, weeks: 'a while' }));
  expect(readAugmentations(form(rows))).toMatchObject({
    ok: false,
    error: [{ at: 'rows.row1.weeks' }, { at: 'rows.row2.weeks' }],
  });
});

test('more than 200 rows are too many', () => {
  const rows = Array.from({ length: 201 }, (_, index) => ({ name: `pill ${index}`, key: '' }));
  expect(readMedications(form(rows.slice(0, 200)))).toMatchObject({ ok: true });
  expect(readMedications(form(rows))).toEqual({ ok: false, error: [{ code: 'rows', at: 'pending' }] });
});

test('stored lists come back unchanged from their inputs', () => {
  const trials = [
    { drug: 'sertraline', doseMg: 150, weeks: 10, currentEpisode: 'yes', response: 'lostEffect' },
    { drug: 'Effexor', startedOn: '2019-03-31' },
  ] as const;
  expect(readTrials(trialsForm(trials, 'dmy'), 'dmy')).toEqual({ ok: true, value: trials });
  const medications = [{ name: 'Xanax', key: 'alprazolam', dose: '0.5 mg' }, { name: 'my blue pill' }];
  expect(readMedications(medicationsForm(medications))).toEqual({ ok: true, value: medications });
  const augmentations = [{ drug: 'lithium', weeks: 6, response: 'none' }] as const;
  expect(readAugmentations(augmentationsForm(augmentations))).toEqual({ ok: true, value: augmentations });
  expect(readMedications(medicationsForm([]))).toEqual({ ok: true, value: [] });
  expect(readTrials(trialsForm(undefined, 'mdy'), 'mdy')).toEqual({ ok: true, value: undefined });
});
