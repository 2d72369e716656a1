import { describe, expect, test } from 'vitest';
import { listWords } from '../lists/words.ts';
import { problemText } from '../values/problem.ts';
import { plural, uiWords } from './words.ts';

const texts = (words: object): readonly string[] =>
  Object.values(words).flatMap((one) => (typeof one === 'string' ? [one] : texts(one)));

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

describe.each([
  ['ui', uiWords],
  ['lists', listWords],
])('the words of %s', (_, words) => {
  test('have the same places in both languages', () => {
    expect(texts(words.es).map(places)).toEqual(texts(words.en).map(places));
  });

  test('never blame, and never shout', () => {
    for (const text of [...texts(words.en), ...texts(words.es)])
      expect(text).not.toMatch(/[!¡]|oops|invalid|inválid|failed|denied|eligib|elegib|wrong|incorrect/i);
  });
});

test('one and many are told apart', () => {
  const { left } = uiWords.en.text;
  expect(plural('en', left, 1)).toBe('You can write 1 more character.');
  expect(plural('en', left, 2)).toBe('You can write 2 more characters.');
  expect(plural('es', uiWords.es.text.over, 1)).toBe('Sobra 1 letra.');
  expect(plural('es', uiWords.es.text.over, 0)).toBe('Sobran 0 letras.');
});

test('a problem says in one sentence what to do', () => {
  expect(problemText({ code: 'range', values: { min: 40, max: 300 } }, 'en')).toBe(
    'Write a number from 40 to 300.',
  );
  expect(problemText({ code: 'dateYear', values: { example: 1980 } }, 'es')).toBe(
    'Escriba el año con cuatro números, como 1980.',
  );
});
