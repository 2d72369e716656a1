import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../questions/schema.ts';
import { samples } from '../gallery/samples.ts';
import { fromAnswer, type Reading, toAnswer } from './answer.ts';
import { type FormValues, NONE, PRESSURE_UNKNOWN } from './form-value.ts';
import { pageForm } from './page.ts';

const reading: Reading = {
  asOf: '2026-11-22',
  locations: ['nashville', 'franklin'],
  dateOrder: 'mdy',
  locale: 'en',
  answers: {},
  signing: { version: '1', at: '2026-11-22T10:00:00Z' },
};

const questions = samples.flatMap((sample) => sample.questions);
const question = (key: string) => {
  const found = questions.find((one) => one.key === key);
  if (!found) throw new Error(`no sample ${key}`);
  return found;
};

const answer = (key: string, values: FormValues, more: Partial<Reading> = {}) =>
  toAnswer(question(key), values, { ...reading, ...more });

test('every stored answer comes back unchanged from its inputs', () => {
  for (const { filled, questions: own } of samples) {
    const values = pageForm(own, filled, 'mdy');
    for (const one of own)
      expect(toAnswer(one, values, reading)).toEqual({ ok: true, value: filled[one.key] });
  }
});

test('blank inputs are blank, for every kind', () => {
  const values = pageForm(questions, {}, 'mdy');
  for (const one of questions) {
    const blank = one.key === 'bodyUnits' ? 'us' : undefined;
    expect(toAnswer(one, values, reading)).toEqual({ ok: true, value: blank });
    expect(toAnswer(one, {}, reading)).toEqual({
      ok: true,
      value: one.key === 'bodyUnits' ? undefined : blank,
    });
  }
});

test('an unchosen radio group, as the browser tells it, is blank', () => {
  const nothing: unknown = null;
  const values: Record<string, unknown> = { danger: nothing };
  expect(toAnswer(question('danger'), JSON.parse(JSON.stringify(values)), reading)).toEqual({
    ok: true,
    value: undefined,
  });
});

describe('choices', () => {
  test('"None of these" is the empty list', () => {
    expect(answer('hopes', { hopes: [NONE] })).toEqual({ ok: true, value: [] });
    expect(fromAnswer(question('hopes'), [], 'mdy')).toEqual([NONE]);
  });

  test('whatever is chosen beside "None of these" counts', () => {
    expect(answer('hopes', { hopes: ['pain', NONE] })).toEqual({ ok: true, value: ['pain'] });
  });

  test('a value that is not offered is refused', () => {
    expect(answer('hopes', { hopes: ['gold'] })).toEqual({ ok: false, error: [{ code: 'choose' }] });
    expect(answer('place', { place: 'elsewhere' })).toEqual({ ok: false, error: [{ code: 'choose' }] });
  });
});

describe('an instrument over several pages', () => {
  const stored = { mood: [3, 2, 1, null, 0, null, null, null, 1] };

  test('keeps the items of its other pages', () => {
    const values = { mood: { i3: '1', i4: '', i5: '2' } };
    expect(answer('mood', values, { answers: stored, items: [3, 4, 5] })).toEqual({
      ok: true,
      value: [3, 2, 1, 1, null, 2, null, null, 1],
    });
  });

  test('is blank when all its items are', () => {
    expect(answer('mood', { mood: { i0: '' } }, { items: [0, 1, 2] })).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

describe('numbers', () => {
  test.each([
    ['118', 118],
    [' 118 mmHg', 118],
    ['١١٨', 118],
    ['', undefined],
  ])('a blood pressure of "%s" is %s', (typed, value) => {
    expect(answer('sbp', { sbp: typed })).toEqual({ ok: true, value });
  });

  test.each([
    ['39', 'range'],
    ['301', 'range'],
    ['120.5', 'whole'],
    ['eighty', 'number'],
    ['120/80', 'number'],
  ])('a blood pressure of "%s" has to be mended', (typed, code) => {
    expect(answer('sbp', { sbp: typed })).toMatchObject({ ok: false, error: [{ code }] });
  });

  test.each(['40', '300'])('a blood pressure of %s is just in range', (typed) => {
    expect(answer('sbp', { sbp: typed })).toEqual({ ok: true, value: Number(typed) });
  });

  test('"I don’t know" leaves the blood pressure blank, whatever stands there', () => {
    expect(answer('sbp', { sbp: 'eighty', [PRESSURE_UNKNOWN]: true })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test('a time in months may be told in years', () => {
    expect(answer('spellMonths', { spellMonths: '2 years' })).toEqual({ ok: true, value: 24 });
  });
});

describe('text', () => {
  test('loses its outer spaces and nothing else', () => {
    expect(answer('firstName', { firstName: '  Mary  Ann-Łucja O’Neil ' })).toEqual({
      ok: true,
      value: 'Mary  Ann-Łucja O’Neil',
    });
  });

  test('is counted in letters as a person counts them', () => {
    expect(answer('firstName', { firstName: '👩🏽'.repeat(50) })).toMatchObject({ ok: true });
    expect(answer('firstName', { firstName: 'x'.repeat(101) })).toEqual({
      ok: false,
      error: [{ code: 'tooLong', values: { max: 100 } }],
    });
  });

  test('that cannot be stored is asked for again', () => {
    expect(answer('firstName', { firstName: 'A\u0000na' })).toEqual({
      ok: false,
      error: [{ code: 'letters' }],
    });
    expect(answer('firstName', { firstName: 'A\ud800' })).toEqual({
      ok: false,
      error: [{ code: 'letters' }],
    });
  });

  test('an odd e-mail address or phone number is taken as it is', () => {
    expect(answer('email', { email: 'ana at home' })).toEqual({ ok: true, value: 'ana at home' });
    expect(answer('phone', { phone: 'ask my sister' })).toEqual({ ok: true, value: 'ask my sister' });
  });
});

describe('a treatment', () => {
  test('that was not had keeps no details', () => {
    const tms = { had: 'no', when: '2019', sessions: '3', response: 'some' };
    expect(answer('tms', { tms })).toEqual({ ok: true, value: { had: 'no' } });
  });

  test('with a time that cannot be read is asked for again', () => {
    const tms = { had: 'yes', when: 'long ago', sessions: '', response: '' };
    expect(answer('tms', { tms })).toMatchObject({ ok: false, error: [{ code: 'partialDate', at: 'when' }] });
  });
});

test('a signature holds the text, the moment, the language and the name', () => {
  const consents = { name: ' Zoë Adams ', relation: '' };
  expect(answer('consents', { consents }, { locale: 'es' })).toEqual({
    ok: true,
    value: { version: '1', at: '2026-11-22T10:00:00Z', language: 'es', name: 'Zoë Adams' },
  });
  expect(answer('consents', { consents }, { signing: undefined })).toEqual({ ok: true, value: undefined });
});

test('whatever is typed anywhere, a question takes only what its schema takes, and never throws', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.dictionary(
      fc.constantFrom('month', 'day', 'year', 'feet', 'inches', 'had', 'when', 'name', 'i0'),
      fc.string(),
    ),
    fc.record({
      none: fc.boolean(),
      order: fc.array(fc.constantFrom('row1', 'row2', 'row9')),
      rows: fc.dictionary(fc.constantFrom('row1', 'row2'), fc.dictionary(fc.string(), fc.string())),
      pending: fc.string(),
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), anything, (one, typed) => {
      const values: FormValues = JSON.parse(JSON.stringify({ [one.key]: typed }));
      const read = toAnswer(one, values, reading);
      if (!read.ok || read.value === undefined) return;
      expect(schemaOf(one, reading).safeParse(read.value).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
