import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandsToFindBy, commonMedicines } from './common.ts';
import { brandsOf, drugKeys, matchMedicine } from './names.ts';
import { nameOf, pickerEntries, suggest } from './picker.ts';

const labels = (query: string, limit = 8) => suggest(query, limit).map(({ label }) => label);

test('the picker holds every known drug and at least 150 other common medicines, by name, each once', () => {
  expect(commonMedicines.length).toBeGreaterThanOrEqual(150);
  expect(pickerEntries.flatMap(({ key }) => key ?? []).toSorted()).toEqual([...drugKeys].toSorted());
  const names = pickerEntries.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')));
});

test('what only the picker knows is no known name, so no rule follows from it', () => {
  for (const { name, brands } of commonMedicines)
    for (const text of [name, ...brands])
      expect({ text, drugs: matchMedicine(text) }).toEqual({ text, drugs: [] });
  for (const text of Object.values(brandsToFindBy).flat())
    expect({ text, drugs: matchMedicine(text) }).toEqual({ text, drugs: [] });
});

test('no brand stands for two drugs', () => {
  const brands = pickerEntries.flatMap((entry) => entry.brands.map((brand) => brand.toLowerCase()));
  expect(brands.filter((brand, index) => brands.indexOf(brand) !== index)).toEqual([]);
});

test.each([
  ['a brand', 'zol', 'sertraline (Zoloft)'],
  ['a generic', 'sertr', 'sertraline (Zoloft)'],
  ['the brand that was looked for', 'sarafem', 'fluoxetine (Sarafem)'],
  ['capitals', 'WELLB', 'bupropion (Wellbutrin)'],
  ['accents', 'bupropión', 'bupropion (Wellbutrin)'],
  ['a later word', 'contin', 'morphine (MS Contin)'],
  ['an apostrophe', "st john's", 'St. John’s wort (hierba de San Juan)'],
  ['two beginnings of words', 'insul gla', 'insulin glargine (Lantus)'],
  ['a form', 'paxil cr', 'paroxetine CR (Paxil CR)'],
  ['a patch', 'emsam', 'selegiline patch (Emsam)'],
  ['a nose spray by a brand the rules do not know', 'flonase', 'fluticasone nasal spray (Flonase)'],
  ['a Spanish generic', 'sertralina', 'sertraline (Zoloft)'],
  ['another', 'metilfenidato', 'methylphenidate (Ritalin)'],
  ['another', 'hidroxicina', 'hydroxyzine (Vistaril)'],
  ['a Spanish herb', 'hierba', 'St. John’s wort (hierba de San Juan)'],
  ['one letter too few', 'welbutrin', 'bupropion (Wellbutrin)'],
  ['a medicine without a brand', 'estazolam', 'estazolam'],
])('%s is found: %s', (_what, query, label) => {
  expect(labels(query)[0]).toBe(label);
});

test('what begins so comes before what holds it', () => {
  expect(labels('omeprazole')).toEqual(['omeprazole (Prilosec)', 'esomeprazole (Nexium)']);
});

test('a suggestion of a known drug carries its key, one of a common medicine none', () => {
  expect(suggest('emsam', 1)[0]?.key).toBe('selegiline-td');
  expect(suggest('pantoprazole', 1)[0]).toEqual({
    name: 'pantoprazole',
    label: 'pantoprazole (Protonix)',
  });
});

test('nothing is suggested for a blank, and no more than asked for', () => {
  expect(suggest('  - ', 5)).toEqual([]);
  expect(suggest('a', 5)).toHaveLength(5);
  expect(suggest('qqqq', 5)).toEqual([]);
});

test('every name and brand finds its own entry, whatever is typed of it', () => {
  for (const { name, brands } of pickerEntries)
    for (const text of [name, ...brands])
      expect(suggest(text.toUpperCase(), 500).map((one) => one.name)).toContain(name);
});

test('no query, however odd, makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => void suggest(query, 5)));
});

test('a known drug has a name for people, in words, that stands for it', () => {
  for (const key of drugKeys) {
    expect(matchMedicine(nameOf(key))).toContain(key);
    expect(nameOf(key)).not.toMatch(/-(nasal|oral|td|cr)$/);
    for (const brand of brandsOf(key)) expect(brand).not.toMatch(/ (IR|SR|XL|XR|ER)$/);
  }
});
