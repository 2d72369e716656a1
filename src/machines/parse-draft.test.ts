import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAnswers } from '../../tests/any-answers.ts';
import { allQuestions } from '../steps/catalog.ts';
import { formVersion } from '../steps/form-version.ts';
import { applyPage, type Draft, keepAnswers } from './draft.ts';
import { plain } from './facts.fixture.ts';
import { type Migrations, migrate, migrations, parseDraft } from './parse-draft.ts';
import { AT, emptyDraft } from './session.fixture.ts';

const context = { asOf: '2026-11-22', locations: ['north', 'south'] };
const parse = (input: unknown) => parseDraft(input, context);
const stored = (draft: Draft): unknown => JSON.parse(JSON.stringify(draft));

/** Nothing lost, and saved by the form of today. */
const whole = { dropped: [], askAgain: [], savedBy: formVersion };

test('P16 what stood half typed in the inputs comes back beside the draft, and is no part of it', () => {
  const typed = { place: 'birthDate', inputs: { birthDate: { month: 'febr', day: '', year: '' } } };
  const parsed = parse({ ...(stored(emptyDraft()) as object), typed });
  expect(parsed).toEqual({ ok: true, value: { ...whole, typed, draft: emptyDraft() } });
});

test('P16 an answer that the form no longer takes is asked again, by name, and no other is lost', () => {
  const { sbp: _, ...others } = plain;
  const parsed = parse({ ...(stored(emptyDraft()) as object), answers: { ...others, sbp: 9_000 } });
  expect(parsed.ok && [parsed.value.askAgain, parsed.value.draft.answers]).toEqual([['sbp'], others]);
});

test('a draft comes back as it was stored', () => {
  const begun = applyPage(emptyDraft({ answers: plain }), 'danger', { emergencyNow: 'yes' }, AT);
  const draft: Draft = {
    ...keepAnswers(begun, { aneurysm: 'unsure', trials: [{ drug: 'sertraline', weeks: 8 }] }, AT),
    alert: { agreedBy: 'consent', state: 'raised', answers: { emergencyNow: 'yes' }, standing: 'pending' },
    sending: AT,
  };
  expect(parse(stored(draft))).toEqual({ ok: true, value: { ...whole, draft } });
});

test('any answers that the form takes come back', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const parsed = parse(stored(emptyDraft({ answers })));
      expect(parsed.ok && parsed.value).toEqual({ ...whole, draft: emptyDraft({ answers }) });
    }),
    { seed: 20261122, numRuns: 200 },
  );
});

describe('what is not a draft', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'draft'],
    ['a list', []],
    ['an empty object', {}],
    ['another format', { ...emptyDraft(), format: 2 }],
    ['an id that is not one', { ...emptyDraft(), submissionId: 'mine' }],
    ['a date that is not one', { ...emptyDraft(), startedAt: 'yesterday' }],
    ['answers that are a list', { ...emptyDraft(), answers: [] }],
    ['a part that nobody knows', { ...emptyDraft(), extra: 1 }],
  ])('%s is refused as a whole', (_what, input) => {
    expect(parse(input)).toEqual({ ok: false, error: 'notADraft' });
  });

  test('nothing that can be thought of makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        parse(anything);
        parse({ ...emptyDraft(), answers: anything });
        parse({
          ...emptyDraft(),
          answers: Object.fromEntries(allQuestions.map(({ key }) => [key, anything])),
        });
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('an answer that the form cannot take', () => {
  test.each([
    ['an unknown key', { shoeSize: 9 }, 'answers.shoeSize', 'is not a known key'],
    [
      'a value that is not offered',
      { aneurysm: 'perhaps' },
      'answers.aneurysm',
      'is not one of the allowed values',
    ],
    ['a location that closed', { location: 'west' }, 'answers.location', 'is not one of the allowed values'],
    ['a number out of range', { sbp: 999 }, 'answers.sbp', 'is too large or too long'],
    [
      'a part of a list',
      { trials: [{ drug: 'x', weeks: -1 }] },
      'answers.trials[0].weeks',
      'is too small or too short',
    ],
  ])('%s is left out and reported, and the others stay', (_what, odd, path, reason) => {
    const parsed = parse({ ...emptyDraft(), answers: { firstName: 'Sam', ...odd } });
    expect(parsed.ok && parsed.value.draft.answers).toEqual({ firstName: 'Sam' });
    expect(parsed.ok && parsed.value.dropped).toEqual([{ path, reason }]);
  });

  test('the report never holds the value', () => {
    const parsed = parse({
      ...emptyDraft(),
      answers: { aneurysm: 'SECRET', firstName: { SECRET: 'SECRET' } },
    });
    expect(JSON.stringify(parsed.ok && parsed.value.dropped)).not.toContain('SECRET');
  });
});

test('pages that no longer exist are forgotten', () => {
  const parsed = parse({ ...emptyDraft(), passed: ['danger', 'horoscope', 'dangerSupport', 'done'] });
  expect(parsed.ok && parsed.value.draft.passed).toEqual(['danger', 'dangerSupport']);
});

describe('a draft of another form version', () => {
  const old = { ...emptyDraft(), formVersion: '0' };

  test('that nobody knows the way from is refused, and says so', () => {
    expect(parse({ ...emptyDraft(), formVersion: '99' })).toEqual({ ok: false, error: 'newerForm' });
  });

  test('is brought here one version at a time', () => {
    const chain: Migrations = {
      '0': (draft) => ({ ...draft, formVersion: '0.5', answers: { ...draft.answers, mi: 'no' } }),
      '0.5': (draft) => ({ ...draft, formVersion: '1' }),
    };
    expect(migrate({ ...old }, chain, '1')).toEqual({
      ok: true,
      value: { ...old, formVersion: '1', answers: { mi: 'no' } },
    });
  });

  test('that goes round in circles is refused', () => {
    expect(migrate({ ...old }, { '0': (draft) => draft }, '1')).toEqual({ ok: false, error: 'newerForm' });
  });

  test('every chain that is shipped ends at the version of today', () => {
    for (const version of Object.keys(migrations))
      expect(migrate({ ...emptyDraft(), formVersion: version })).toMatchObject({
        ok: true,
        value: { formVersion },
      });
  });
});
