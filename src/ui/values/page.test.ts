import { describe, expect, test } from 'vitest';
import { samples } from '../gallery/samples.ts';
import type { Reading } from './answer.ts';
import type { FormValues } from './form-value.ts';
import { asked, isReveal, type Outside, readPage, watchedKeys } from './page.ts';

const sample = (id: string) => {
  const found = samples.find((one) => one.id === id);
  if (!found) throw new Error(`no sample ${id}`);
  return found.questions;
};

const outside: Outside = { answers: {}, shown: new Set(), counts: { locations: 0 } };
const reading: Reading = { asOf: '2026-11-22', locations: [], dateOrder: 'mdy', locale: 'en', answers: {} };
const heart = sample('yes-no-reveal');
const keys = (questions: readonly { readonly key: string }[]) => questions.map(({ key }) => key);
const read = (id: string, values: FormValues) => readPage(sample(id), values, reading, outside);

describe('a question that waits for another of its page', () => {
  test('is asked once that one says so, and not before', () => {
    expect(keys(asked(heart, {}, outside))).toEqual(['attack', 'mayCall']);
    expect(keys(asked(heart, { attack: 'no' }, outside))).toEqual(['attack', 'mayCall']);
    expect(keys(asked(heart, { attack: 'yes' }, outside))).toEqual(['attack', 'attackWhen', 'mayCall']);
  });

  test('goes by what is on the page, not by what was stored before', () => {
    const before: Outside = { ...outside, answers: { attack: 'yes' }, shown: new Set(['attack']) };
    expect(keys(asked(heart, { attack: 'no' }, before))).toEqual(['attack', 'mayCall']);
  });

  test('is marked as such, and what it waits for is watched, nothing else', () => {
    expect(keys(heart.filter((one) => isReveal(one, heart)))).toEqual(['attackWhen']);
    expect(watchedKeys(heart)).toEqual(['attack']);
    expect(watchedKeys(sample('pressure'))).toEqual(['sbp', 'dbp']);
    expect(watchedKeys(sample('choices'))).toEqual(['hopes']);
    expect(watchedKeys(sample('texts'))).toEqual([]);
  });

  test('on another page counts only where that question was shown', () => {
    const waiting = heart.filter(({ key }) => key === 'attackWhen');
    const stored = { ...outside, answers: { attack: 'yes' } };
    expect(asked(waiting, {}, stored)).toEqual([]);
    expect(keys(asked(waiting, {}, { ...stored, shown: new Set(['attack']) }))).toEqual(['attackWhen']);
  });
});

describe('a page', () => {
  test('asks for what is needed to go on, by name where it asks more than one thing', () => {
    expect(read('yes-no', {}).problems).toEqual([{ key: 'danger', code: 'answer' }]);
    expect(read('yes-no-reveal', { attack: 'yes' }).problems).toMatchObject([
      { key: 'attackWhen', code: 'answer', about: { question: { key: 'attackWhen' } } },
    ]);
    expect(read('birth-date', {}).problems).toEqual([{ key: 'birthDate', code: 'dateBlank', at: 'month' }]);
    expect(read('signature', {}).problems).toEqual([{ key: 'consents', code: 'sign', at: 'name' }]);
  });

  test('does not ask for what is hidden, and keeps the answer that stands there', () => {
    const page = read('yes-no-reveal', { attack: 'no', attackWhen: 'over6m' });
    expect(page.problems).toEqual([]);
    expect(page.answers).toEqual({ attack: 'no', attackWhen: 'over6m' });
  });

  test('keeps the answers beside a problem', () => {
    const page = read('pressure', { sbp: '120', dbp: 'eighty' });
    expect(page.answers).toEqual({ sbp: 120 });
    expect(page.problems).toMatchObject([{ key: 'dbp', code: 'number' }]);
  });

  test('names the medicine that a problem is about', () => {
    const trials = {
      none: false,
      order: ['row1'],
      rows: { row1: { name: 'sertraline', key: 'sertraline', weeks: 'a while' } },
      pending: '',
    };
    expect(read('trials', { trials }).problems).toEqual([
      {
        key: 'trials',
        code: 'number',
        at: 'rows.row1.weeks',
        values: { example: '8' },
        about: { medicine: 'sertraline' },
      },
    ]);
  });
});
