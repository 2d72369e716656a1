import { expect, test } from 'vitest';
import { classLists, isIn, type MedicineClass, medicineClasses } from './classes.ts';
import { drugKeys, isDrugKey, otherKnown } from './names.ts';

test.each([
  ['benzodiazepine', 14],
  ['opioid', 13],
  ['otherDepressant', 26],
  ['stimulant', 10],
  ['maoi', 9],
  ['theophylline', 2],
  ['pressureRaising', 12],
  ['nasal', 6],
  ['cypInhibitor', 9],
  ['cypInducer', 6],
  ['lamotrigine', 1],
  ['naltrexone', 1],
] as const)('the list %s holds %i drugs', (list, count) => {
  expect(Object.keys(classLists[list])).toHaveLength(count);
});

test.each([
  ['trazodone', ['otherDepressant']],
  ['phenelzine', ['maoi']],
  ['selegiline', ['maoi']],
  ['selegiline-td', ['maoi']],
  ['phenobarbital', ['otherDepressant', 'cypInducer']],
  ['nefazodone', ['cypInhibitor']],
  ['buprenorphine', ['opioid']],
  ['methadone', ['opioid']],
  ['phenylephrine-oral', ['pressureRaising']],
  ['phenylephrine-nasal', ['nasal']],
  ['linezolid', ['maoi']],
  ['sertraline', []],
  ['toString', []],
] as const)('%s is in the lists %j', (drug, lists) => {
  expect(medicineClasses.filter((list) => isIn(list, drug))).toEqual(lists);
});

test('every key is lower case words joined with hyphens', () => {
  for (const key of drugKeys) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('the other medicines are known and in no list', () => {
  for (const drug of otherKnown) {
    expect(isDrugKey(drug)).toBe(true);
    expect(medicineClasses.filter((list: MedicineClass) => isIn(list, drug))).toEqual([]);
  }
});
