import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoSettings } from '../src/settings/demo.ts';
import { type Answers, allQuestions } from '../src/steps/catalog.ts';
import { relevant } from '../src/steps/relevant.ts';
import { questionnaireOf } from '../src/submission/fhir/questionnaire.ts';
import { noneWords, rowFields, treatmentFields } from '../src/submission/fhir/row-fields.ts';
import { currentForm } from '../src/submission/form.ts';
import { listWords } from '../src/ui/lists/words.ts';
import { anyAnswers } from './any-answers.ts';
import { enabledItems, flat, type Item } from './fhir/enable-when.ts';
import { givenIn } from './fhir/given.ts';
import { complaintsAbout, indexDefinitions } from './fhir/validators.ts';

beforeAll(indexDefinitions, 60_000);

const asOf = '2026-11-22';
const two = [
  { id: 'north', name: 'North' },
  { id: 'south', name: 'South' },
];
const made = (locations: typeof two) => questionnaireOf(currentForm, { ...demoSettings, locations });
/** As another program gets it: JSON, and nothing of ours. */
const received = (locations: typeof two): readonly Item[] => JSON.parse(JSON.stringify(made(locations))).item;
const questionnaire = made(two);
const items = flat(received(two));
const byLink = new Map(items.map((item) => [item.linkId, item]));
const at = (link: string) => JSON.parse(JSON.stringify(byLink.get(link) ?? null));

test.each([
  ['one place', []],
  ['two locations', two],
])('the form of a clinic with %s passes both validators and our own schema', (_title, locations) => {
  expect(complaintsAbout(made(locations))).toEqual([]);
});

test('every question of the form is there once, and every link is unique', () => {
  const links = items.map(({ linkId }) => linkId);
  expect(new Set(links).size).toBe(links.length);
  const missing = allQuestions.filter(
    ({ key }) =>
      !links.some((link) => link === key || link.startsWith(`${key}.`) || link.endsWith(`.${key}`)),
  );
  expect(missing).toEqual([]);
});

test('a clinic with one location is not asked which', () => {
  expect(flat(received([])).some(({ linkId }) => linkId.includes('location'))).toBe(false);
});

describe('what is open and what is closed', () => {
  const keys = allQuestions.map(({ key }) => key);
  const keyOf = (link: string) => keys.find((key) => link === key || link.startsWith(`${key}.`));
  /** A question is open if it, or for a group one of its items, is enabled. Notes and help belong to no key. */
  const openKeys = (open: ReadonlySet<string>) =>
    new Set(
      items
        .filter(({ linkId, type }) => open.has(linkId) && type !== 'display' && !linkId.endsWith('.if'))
        .flatMap(({ linkId }) => keyOf(linkId) ?? []),
    );
  const onePlace = received([]);
  const twoPlaces = received(two);
  const adults = anyAnswers.map((answers): Answers => ({ ...answers, birthDate: '1984-02-10' }));
  const numRuns = process.env.FULL ? 1000 : 100;

  test(`a reader of enableWhen opens what we ask, for ${numRuns} sets of answers`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(adults, fc.constantFrom(0, 2), (answers, locationCount) => {
        const form = locationCount === 0 ? onePlace : twoPlaces;
        const open = openKeys(enabledItems(form, givenIn(byLink, answers)));
        const { shown } = relevant(answers, { asOf, locationCount });
        for (const key of shown) seen.add(key);
        expect([...open].sort()).toEqual([...shown].sort());
      }),
      { numRuns, seed: 20261122 },
    );
    // Every condition was met both ways, or the sets would prove little.
    expect(keys.filter((key) => !seen.has(key))).toEqual([]);
  });

  test('a reader that knows no expressions asks for the main goal too soon, and differs in nothing else', () => {
    fc.assert(
      fc.property(adults, (answers) => {
        const open = openKeys(enabledItems(twoPlaces, givenIn(byLink, answers), { expressions: false }));
        const { shown } = relevant(answers, { asOf, locationCount: two.length });
        const goals = answers.conditions?.length ?? 0;
        expect([...open].sort()).toEqual([...shown, ...(goals === 1 ? ['mainCondition'] : [])].sort());
      }),
      { numRuns, seed: 20261122 },
    );
  });

  test.each([
    ['Never', [0, null, null], ['auditc.1']],
    ['monthly', [1, null, null], ['auditc.1', 'auditc.2', 'auditc.3']],
    ['a blank', [null, 2, 3], ['auditc.1', 'auditc.2', 'auditc.3']],
  ])('%s to the first question about alcohol opens %j', (_title, auditc, expected) => {
    const open = enabledItems(twoPlaces, givenIn(byLink, { auditc }));
    expect([...open].filter((link) => /^auditc\.\d$/.test(link))).toEqual(expected);
  });

  test('a calm note opens with its option alone', () => {
    const note = (cardiacSx: 'yes' | 'no') =>
      enabledItems(twoPlaces, givenIn(byLink, { cardiacSx })).has('cardiacSx.note.yes');
    expect([note('yes'), note('no')]).toEqual([true, false]);
  });

  test('details of a treatment open with yes alone', () => {
    const open = (had: 'yes' | 'no') =>
      enabledItems(twoPlaces, givenIn(byLink, { tms: { had } })).has('tms.sessions');
    expect([open('yes'), open('no')]).toEqual([true, false]);
  });

  test('a condition that lost a value is found', () => {
    const planted = JSON.parse(
      JSON.stringify(twoPlaces).replace('"question":"mi","operator":"="', '"question":"htn","operator":"="'),
    );
    const open = openKeys(enabledItems(planted, givenIn(byLink, { mi: 'yes', htn: 'no' })));
    expect(open.has('miWhen')).toBe(false);
    expect(relevant({ mi: 'yes', htn: 'no' }, { asOf, locationCount: 2 }).shown.has('miWhen')).toBe(true);
  });
});

describe('codes', () => {
  const loincOf = (link: string) => at(link).code[0];
  const optionCodes = (link: string) =>
    at(link).answerOption.map((option: { valueCoding: { code: string } }) => option.valueCoding.code);

  test.each([
    ['phq9Mood.phq9', '44249-1'],
    ['phq9.9', '44260-8'],
    ['phq9Difficulty', '69722-7'],
    ['gad7.2', '68509-9'],
    ['auditc', '72109-2'],
    ['auditc.3', '68520-6'],
    ['peg', '91148-7'],
    ['peg.2', '91145-3'],
    ['traumaEver', '102011-4'],
    ['drugUse', '68524-8'],
    ['sbp', '8480-6'],
    ['weightLb', '29463-7'],
  ])('%s is %s of LOINC', (link, code) => {
    expect(loincOf(link)).toEqual({ system: 'http://loinc.org', code });
  });

  test('very difficult is LA6575-0 and extremely difficult LA6574-3', () => {
    expect(optionCodes('phq9Difficulty')).toEqual(['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3']);
  });

  test('the ASQ has no codes of LOINC, and offers yes, no and a refusal', () => {
    expect(loincOf('asq1')).toEqual({
      system: 'https://prelude.example/fhir/CodeSystem/question',
      code: 'asq1',
    });
    expect(optionCodes('asq1')).toEqual(['yes', 'no', 'declined']);
  });

  test('each answer of the PHQ-9 carries what it adds to the score', () => {
    expect(
      at('phq9.1').answerOption.map(
        (option: { extension: { valueDecimal: number }[] }) => option.extension[0]?.valueDecimal,
      ),
    ).toEqual([0, 1, 2, 3]);
  });
});

test('every text has its Spanish, on items, options and the title', () => {
  const text = JSON.stringify(questionnaire);
  expect(text.match(/"text":"/g)?.length).toBe(text.match(/"_text":/g)?.length);
  expect(at('phq9.1')._text.extension[0].extension[1].valueString).toBe(
    'Poco interés o placer en hacer cosas',
  );
  expect(at('phq9.1').answerOption[3].valueCoding._display.extension[0].extension[1].valueString).toBe(
    'Casi todos los días',
  );
});

test('whether cannabis counts is said as the clinic set it', () => {
  const hint = (cannabisCounts: boolean) =>
    flat(
      JSON.parse(JSON.stringify(questionnaireOf(currentForm, { locations: [], cannabisCounts }))).item,
    ).find(({ linkId }) => linkId === 'drugUse.help');
  expect(JSON.stringify(hint(true))).toContain('Count cannabis');
  expect(JSON.stringify(hint(false))).toContain('Do not count cannabis');
  expect(JSON.stringify(questionnaire)).not.toContain('{cannabisNote}');
});

test('the fields of rows have the words that the form shows', () => {
  const shown = (locale: 'en' | 'es') => listWords[locale];
  for (const locale of ['en', 'es'] as const) {
    const { trial, augmentation, medication, treatment } = shown(locale);
    const words = (fields: readonly { name: string; words?: Readonly<Record<'en' | 'es', string>> }[]) =>
      Object.fromEntries(fields.flatMap(({ name, words: told }) => (told ? [[name, told[locale]]] : [])));
    const { label, more, another, none, stoppedHint, dateHint, ...ofTrial } = trial;
    expect(words(rowFields.trials)).toEqual({ drug: label, ...ofTrial });
    expect(words(rowFields.augmentations)).toEqual({
      drug: augmentation.label,
      weeks: augmentation.weeks,
      response: trial.response,
    });
    expect(words(rowFields.medications)).toEqual({
      name: medication.label,
      dose: medication.dose,
      howOften: medication.howOften,
    });
    const { whenHint, ...ofTreatment } = treatment;
    expect(words(treatmentFields)).toEqual(ofTreatment);
    expect(
      [noneWords.trials, noneWords.augmentations, noneWords.medications].map((one) => one[locale]),
    ).toEqual([none, augmentation.none, medication.none]);
    expect([more, another, stoppedHint, dateHint, whenHint]).not.toContain(undefined);
  }
});
