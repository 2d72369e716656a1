import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandsOf, drugKeys, knownNames, matchEntry, matchMedicine, withoutForm } from './names.ts';

const names = knownNames.map(({ words, drugs }) => ({ text: words.join(' '), drugs }));
const anyName = fc.constantFrom(...names);

test.each([
  ['a key', 'sodium-oxybate', ['sodium-oxybate']],
  ['a brand in any case', 'ZOLOFT', ['sertraline']],
  ['a release form beside the name', 'Wellbutrin XL', ['bupropion']],
  ['a release form that is a drug of its own', 'Paxil CR', ['paroxetine-cr']],
  ['the same by generic', 'paroxetine CR 25 mg', ['paroxetine-cr']],
  ['another release form of it', 'Paxil XR', ['paroxetine']],
  ['a dose and a form', 'Suboxone film 8mg', ['buprenorphine']],
  ['an apostrophe', "St John's wort", ['st-johns-wort']],
  ['a curly apostrophe and a full stop', 'St. John’s Wort', ['st-johns-wort']],
  ['two drugs joined', 'promethazine-codeine', ['promethazine', 'codeine']],
  ['a longer word', 'codeines', []],
  ['a name run together with a dose', 'codeine30', []],
  ['a key inside brackets', 'Adderall (amphetamine)', ['amphetamine']],
  ['both names of one drug', 'sertraline (Zoloft)', ['sertraline']],
  ['a combination that is a drug of its own', 'dextromethorphan-bupropion', ['dextromethorphan-bupropion']],
  ['its parts apart', 'bupropion with dextromethorphan', ['bupropion']],
  ['the patch by its generic name', 'selegiline patch', ['selegiline-td']],
  ['the patch by its key', 'selegiline-td', ['selegiline-td']],
  ['the patch by its brand', 'Emsam 6 mg/24 h', ['selegiline-td']],
  ['selegiline by mouth', 'selegiline 5 mg', ['selegiline']],
  ['phenylephrine without a form', 'phenylephrine', ['phenylephrine-oral', 'phenylephrine-nasal']],
  ['phenylephrine as a spray', 'phenylephrine spray', ['phenylephrine-nasal']],
  ['phenylephrine by mouth', 'phenylephrine (oral)', ['phenylephrine-oral']],
  ['fluticasone without a form', 'Fluticasone 50 mcg', ['fluticasone-nasal']],
  ['budesonide without a form', 'budesonide', ['budesonide-nasal']],
  ['a brand of two words', 'MS Contin 15 mg', ['morphine']],
  ['a brand with a hyphen', 'Adipex-P', ['phentermine']],
  ['a brand with letters that are part of it', 'Jornay PM', ['methylphenidate']],
  ['a drug of another list only', 'lamictal', ['lamotrigine']],
  ['a drug in no list', 'Lisinopril 10 mg', ['lisinopril']],
  ['the same drug twice', 'Paxil and paroxetine', ['paroxetine']],
  ['one form and the other', 'Paxil CR, then Paxil', ['paroxetine-cr', 'paroxetine']],
  ['a medicine nobody listed', 'pantoprazole', []],
  ['a drug sold elsewhere', 'moclobemide', []],
  ['a misspelled name', 'sertralin', []],
  ['an accented name', 'Paxïl', []],
  ['nothing', '   ', []],
  ['a word of the language itself', 'constructor', []],
])('%s is matched: %s', (_what, text, drugs) => {
  expect(matchMedicine(text)).toEqual(drugs);
});

test('every key stands for its own drug, and every brand for one drug', () => {
  for (const key of drugKeys) {
    expect(matchMedicine(key)).toEqual([key]);
    for (const brand of brandsOf(key)) expect(matchMedicine(brand)).toEqual([key]);
  }
});

test('no name is written twice with another meaning', () => {
  const meaning = new Map(names.map(({ text, drugs }) => [text, drugs]));
  for (const { text, drugs } of names) expect(meaning.get(text)).toEqual(drugs);
});

test('no name ends in the word with which another begins, so the longest of two is never in doubt', () => {
  const firstWords = new Set(knownNames.map(({ words }) => words[0]));
  const inside = knownNames.flatMap(({ words }) => words.slice(1).filter((word) => firstWords.has(word)));
  expect(new Set(inside)).toEqual(new Set(['bupropion'])); // of dextromethorphan-bupropion, whole inside it
});

test('a key of an object is matched instead of its name', () => {
  expect(matchEntry({ name: 'my sleeping pill', key: 'zolpidem' })).toEqual(['zolpidem']);
  expect(matchEntry({ name: 'sertraline', key: 'pantoprazole' })).toEqual([]);
  expect(matchEntry({ name: 'Zoloft', dose: '50 mg' })).toEqual(['sertraline']);
  expect(matchEntry('Zoloft')).toEqual(['sertraline']);
});

test('forms of one drug are one drug, other relatives are two', () => {
  expect(withoutForm('paroxetine-cr')).toBe('paroxetine');
  expect(withoutForm('selegiline-td')).toBe('selegiline');
  expect(withoutForm('escitalopram')).toBe('escitalopram');
  expect(withoutForm('dextromethorphan-bupropion')).toBe('dextromethorphan-bupropion');
});

test('a name is never found inside a word', () => {
  for (const { text } of names.filter((one) => !one.text.includes(' '))) {
    for (const longer of [`q${text}`, `${text}q`, `q${text}q`, `${text}25`])
      expect(matchMedicine(longer)).toEqual([]);
  }
});

test('every match counts and each word is used once, as when the longest names are struck out first', () => {
  const vocabulary = [...new Set(knownNames.flatMap(({ words }) => words)), 'mg', '20', 'xr', 'and', 'q'];
  const aFewWords = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 });
  const near = fc.array(fc.oneof(aFewWords, fc.constantFrom(...knownNames.map(({ words }) => [...words]))), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(near, (parts) => {
      const words = parts.flat();
      expect(new Set(matchMedicine(words.join(' ')))).toEqual(struckOut(words));
    }),
    { numRuns: 500 },
  );
});

/** The same by another way: each name, the longest first, is cut out of the text. */
function struckOut(words: readonly string[]): ReadonlySet<string> {
  const spaced = (some: readonly string[]) => some.map((word) => ` ${word} `).join('');
  const found = new Set<string>();
  let text = spaced(words);
  for (const one of knownNames.toSorted((first, second) => second.words.length - first.words.length)) {
    const pieces = text.split(spaced(one.words));
    if (pieces.length > 1) for (const drug of one.drugs) found.add(drug);
    text = pieces.join(' | ');
  }
  return found;
}

test('what stands between and around the names, and the case, changes nothing', () => {
  const gap = fc.stringMatching(/^[ .,;:/()+&-]{1,3}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyName, gap), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (parts, loud) => {
        const text = parts.map(([{ text }, space]) => `${text} 20 mg once${space}`).join('');
        const drugs = new Set(parts.flatMap(([one]) => one.drugs));
        expect(new Set(matchMedicine(loud ? text.toUpperCase() : text))).toEqual(drugs);
      },
    ),
  );
});

test('apostrophes are dropped wherever they stand', () => {
  fc.assert(
    fc.property(anyName, fc.nat(), fc.constantFrom("'", '’'), ({ text, drugs }, place, mark) => {
      const at = place % (text.length + 1);
      expect(matchMedicine(text.slice(0, at) + mark + text.slice(at))).toEqual(drugs);
    }),
  );
});

test('no text, however odd, makes it throw, and asking twice gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(matchMedicine(text)).toEqual(matchMedicine(text));
    }),
  );
});
