import { expect, test } from 'vitest';
import {
  antidepressantKeys,
  antidepressants,
  isAntidepressant,
  notUsAntidepressant,
} from './antidepressants.ts';
import { matchMedicine } from './names.ts';

test.each([
  ['citalopram', 20],
  ['escitalopram', 10],
  ['fluoxetine', 20],
  ['fluvoxamine', 50],
  ['paroxetine', 20],
  ['paroxetine-cr', 25],
  ['sertraline', 50],
  ['vilazodone', 40],
  ['vortioxetine', 10],
  ['venlafaxine', 150],
  ['desvenlafaxine', 50],
  ['duloxetine', 60],
  ['levomilnacipran', 40],
  ['milnacipran', 100],
  ['bupropion', 300],
  ['mirtazapine', 15],
  ['trazodone', 300],
  ['nefazodone', 300],
  ['amitriptyline', 150],
  ['nortriptyline', 75],
  ['imipramine', 150],
  ['desipramine', 150],
  ['clomipramine', 150],
  ['doxepin', 150],
  ['trimipramine', 150],
  ['protriptyline', 30],
  ['amoxapine', 150],
  ['maprotiline', 150],
  ['phenelzine', 45],
  ['tranylcypromine', 30],
  ['isocarboxazid', 30],
  ['selegiline-td', 6],
  ['dextromethorphan-bupropion', 'notInTable'],
  ['gepirone', 'notInTable'],
  ['zuranolone', 'neverCounts'],
] as const)('%s needs %s mg a day', (drug, minimum) => {
  expect(antidepressants[drug].minimum).toBe(minimum);
});

test('the table above holds every antidepressant', () => {
  expect(antidepressantKeys).toHaveLength(35);
});

test('a drug that is not an antidepressant of the table is none', () => {
  expect(isAntidepressant('sertraline')).toBe(true);
  expect(isAntidepressant('selegiline')).toBe(false);
  expect(isAntidepressant('toString')).toBe(false);
});

test.each([
  ['agomelatine', 25],
  ['Moclobemide 300 mg', 300],
  ['reboxetine', 4],
  ['tianeptine', 37.5],
  ['mianserin', 30],
  ['pirlindole', 200],
  ['opipramol', 150],
  ['pipofezine', 150],
  ['noxiptiline', 100],
])('%s is sold elsewhere: the clinician sees %s mg, and it stays unknown to the rules', (text, minimum) => {
  expect(notUsAntidepressant(text)?.minimum).toBe(minimum);
  expect(matchMedicine(text)).toEqual([]);
});

test('nothing else is taken for one sold elsewhere', () => {
  expect(notUsAntidepressant('sertraline')).toBeUndefined();
  expect(notUsAntidepressant('moclobemides')).toBeUndefined();
});
