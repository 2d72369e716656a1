import { expect, test } from 'vitest';
import { plainWords } from '../screening/medicines/normalize.ts';
import { isPackId, packIds, packOf, packs } from './packs.ts';
import { payerOf } from './payer-of.ts';
import { staffFieldsSchema } from './staff-fields.ts';

test('every pack says where it was read, when, and that the payer has to be asked', () => {
  for (const pack of packs) {
    expect(pack.source).not.toBe('');
    expect(pack.seen).toMatch(/^(undated|\d{4}-\d{2}-\d{2})$/);
    expect(pack.edition).not.toBe('');
    expect(pack.checkWithThePayer).toBe(true);
    expect(pack.criteria.length).toBeGreaterThan(0);
  }
});

test('a pack is found by its id, and no two share an id or a name', () => {
  expect(packs.map(({ id }) => id)).toEqual([...packIds]);
  for (const id of packIds) expect(packOf(id).id).toBe(id);
  const names = packs.flatMap(({ names }) => names.map((name) => plainWords(name).join(' ')));
  expect(new Set(names).size).toBe(names.length);
  expect(isPackId('cigna')).toBe(true);
  expect(isPackId('toString')).toBe(false);
});

test.each([
  ['Cigna', 'cigna'],
  ['CIGNA HealthCare', 'cigna'],
  ['Cigna PPO 2500', 'cigna'],
  ['eviCore', 'evicore'],
  ['Western Health Advantage', 'western-health-newer'],
  ['western health', 'western-health-newer'],
  ['QualChoice', 'qualchoice'],
  ['Qual Choice Health Plan', 'qualchoice'],
  ['Medical Mutual of Ohio', 'medical-mutual'],
  ['Mercy Care (AHCCCS)', 'mercy-care'],
  ['Cigna / eviCore', 'general'],
  ['Cigna until 2024, now Aetna', 'general'],
  ['not Cigna', 'general'],
  ['Cignature', 'general'],
  ['MercyCare', 'general'],
  ['Great Western Health', 'general'],
  ['Medical Mutual Liability', 'general'],
  ['Mercy', 'general'],
  ['Aetna', 'general'],
  ['general', 'general'],
  ['   ', 'general'],
  ['', 'general'],
  [undefined, 'general'],
])('the insurer %j is %s', (insurer, id) => {
  expect(payerOf(insurer)).toBe(id);
});

test.each([
  [{}, true],
  [{ npi: '1234567893', icd10: 'F33.2' }, true],
  [{ npi: '123456789' }, false],
  [{ icd10: 'depression' }, false],
  [{ antidepressantStableSince: '2026-02-30' }, false],
  [{ concurrent: ['tms'], attached: [] }, true],
  [{ favouriteColour: 'blue' }, false],
])('the staff’s fields %j are taken: %s', (fields, taken) => {
  expect(staffFieldsSchema.safeParse(fields).success).toBe(taken);
});
