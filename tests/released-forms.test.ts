import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOf, inventedIntakes, locations } from '../scripts/invented-intakes.ts';
import { releasedForm } from '../scripts/released-form.ts';
import { rules } from '../src/screening/rules.ts';
import { screen } from '../src/screening/screen.ts';
import { demoSettings } from '../src/settings/demo.ts';
import { formVersion } from '../src/steps/form-version.ts';
import { bundleOf } from '../src/submission/fhir/bundle.ts';
import { questionnaireOf } from '../src/submission/fhir/questionnaire.ts';
import { currentForm } from '../src/submission/form.ts';
import { frozenOf } from '../src/submission/frozen.fixture.ts';
import { formFrom, formOf, releasedVersions } from '../src/submission/released-forms.ts';
import { complaintsAbout, indexDefinitions } from './fhir/validators.ts';
import { personas } from './personas.ts';

const folder = 'src/submission/released';
const released = (version: string): unknown => JSON.parse(readFileSync(`${folder}/${version}.json`, 'utf8'));

describe('the form of today', () => {
  let today: unknown;
  beforeAll(() => {
    today = releasedForm();
  }, 120_000);

  test('is the released one: a change of a word, an option, a rule or a threshold needs a new version', () => {
    expect(
      today,
      'The form has changed. Give it a new version in src/steps/form-version.ts and run scripts/release-form.ts; for a version that no patient has seen, run it with --again.',
    ).toEqual(released(formVersion));
  });

  test.each([
    ['a word', '"Little interest or pleasure in doing things"', '"Little interest in doing things"'],
    ['a word in Spanish', 'Poco interés o placer', 'Poco interés'],
    ['an option', '"within6w"', '"within8w"'],
    ['a code', '"44261-6"', '"44249-1"'],
    ['a condition', '"key":"mi","is":["yes"]', '"key":"mi","is":["yes","unsure"]'],
    ['the order of the flow', '"place":"gad7Worry"', '"place":"gad7Fear"'],
    ['the weight of a rule', '"ivKetamine":"contraindication"', '"ivKetamine":"review"'],
    ['a threshold', '"severeSystolic":180', '"severeSystolic":185'],
    ['the text that is signed', 'You agree that this clinic', 'You agree that the clinic'],
  ])('%s that changed is found', (_what, before, after) => {
    const text = JSON.stringify(released(formVersion));
    expect(text).toContain(before);
    expect(JSON.parse(text.replace(before, after))).not.toEqual(today);
  });
});

test('the invented intakes make every rule find something, and find nothing', () => {
  const settings = { ...demoSettings, locations: locations.map((id) => ({ id, name: id })) };
  const evaluations = inventedIntakes(2_000).map((answers) => screen(answers, { asOf, settings }));
  const found = (id: string, result: string) =>
    evaluations.some(({ findings }) => findings.some((one) => one.id === id && one.result === result));
  expect(rules.filter(({ id }) => !found(id, 'present') || !found(id, 'absent')).map(({ id }) => id)).toEqual(
    [],
  );
});

test('every file of a released version is in the list, under its own name', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.map((name) => name.replace('.json', '')).sort()).toEqual([...releasedVersions].sort());
  for (const version of releasedVersions) expect(released(version)).toMatchObject({ formVersion: version });
});

test.each([
  ['nothing', undefined],
  ['another file', { format: 1 }],
  [
    'a page that names a question which is not there',
    { ...currentForm, questions: [], steps: [{ id: 'a', pages: [{ id: 'b', questions: ['mi'] }] }] },
  ],
])('%s is refused as a released form', (_title, file) => {
  expect(() => formFrom(file)).toThrow();
});

test('a version that was never released has no form', () => {
  expect(formOf('never')).toBeUndefined();
});

describe.each(releasedVersions)('released version %s', (version) => {
  beforeAll(indexDefinitions, 60_000);
  const form = formFrom(released(version));

  test('still makes a questionnaire without an error', () => {
    expect(complaintsAbout(questionnaireOf(form, demoSettings))).toEqual([]);
  });

  test('exports the submissions that were made with it', () => {
    for (const { answers } of personas.slice(0, 5)) {
      const bundle = bundleOf(frozenOf(answers, { formVersion: version }), form);
      expect(complaintsAbout(bundle)).toEqual([]);
    }
  });
});

test('the form of today and its released copy make the same questionnaire', () => {
  const copy = formFrom(released(formVersion));
  expect(questionnaireOf(copy, demoSettings)).toEqual(questionnaireOf(currentForm, demoSettings));
});
