import { describe, expect, test } from 'vitest';
import { locales } from '../lib/locale.ts';
import { keysIn } from '../questions/condition.ts';
import type { Question } from '../questions/question.ts';
import { allPages, allQuestions, steps } from './catalog.ts';
import { type Page, sections } from './step.ts';

const pages: readonly Page[] = allPages;
const questions: readonly Question[] = allQuestions;

/** Every text below a value, with the path to it. */
const textsIn = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
};

const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at);

test('every key, page and step stands in the catalog once', () => {
  expect(twice(questions.map(({ key }) => key))).toEqual([]);
  expect(twice(pages.map(({ id }) => id))).toEqual([]);
  expect(twice(steps.map(({ id }) => id))).toEqual([]);
});

test('the steps stand in the order of the seven sections', () => {
  const places = steps.map(({ section }) => sections.indexOf(section));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(new Set(places).size).toBe(sections.length);
});

test('a condition reads only questions that are asked earlier', () => {
  const asked = new Set<string>();
  const early = questions.flatMap((question) => {
    const notYet = question.shown ? keysIn(question.shown).filter((key) => !asked.has(key)) : [];
    asked.add(question.key);
    return notYet.map((key) => `${question.key} reads ${key}`);
  });
  expect(early).toEqual([]);
});

test('a list to choose among is asked earlier and offers the same options', () => {
  const wrong = questions.filter((question, at) => {
    if (question.kind !== 'choice' || !question.among) return false;
    const source = questions.slice(0, at).find(({ key }) => key === question.among);
    return source?.kind !== 'choices' || question.options.some((option) => !source.options.includes(option));
  });
  expect(wrong).toEqual([]);
});

test('P08 nothing is asked twice: a question stands on one page, and no two ask for the same', () => {
  const places = pages.flatMap((page) => page.questions.filter(({ kind }) => kind !== 'items'));
  expect(twice(places.map(({ key }) => key))).toEqual([]);
  for (const locale of locales) expect(twice(questions.map(({ words }) => words[locale].short))).toEqual([]);
});

test('P08 the pages of an instrument hold each of its items once', () => {
  for (const question of questions) {
    if (question.kind !== 'items') continue;
    const every = Array.from({ length: question.count }, (_, item) => item);
    const places = pages.filter((page) => page.questions.includes(question));
    expect([question.key, places.flatMap((page) => page.items ?? every)]).toEqual([question.key, every]);
  }
});

test('the codes of an instrument are as many as its items and answers', () => {
  for (const question of questions) {
    if (question.kind !== 'items') continue;
    expect([question.key, question.itemCodes?.length ?? question.count]).toEqual([
      question.key,
      question.count,
    ]);
    expect([question.key, question.valueCodes?.length ?? question.values.length]).toEqual([
      question.key,
      question.values.length,
    ]);
  }
});

describe.each(locales)('in %s', (locale) => {
  const heading = (page: Page) => page.words[locale].title ?? page.questions[0]?.words[locale].label ?? '';

  test('every page has one heading that no other page has', () => {
    const withoutTitle = pages.filter(
      (page) => page.words[locale].title === undefined && page.questions.length !== 1,
    );
    expect(withoutTitle.map(({ id }) => id)).toEqual([]);
    expect(twice(pages.map(heading))).toEqual([]);
    expect(pages.filter((page) => heading(page).trim() === '')).toEqual([]);
  });

  test('P07 a sensitive question says why it is asked, itself or on its page', () => {
    const silent = pages.flatMap((page) =>
      page.questions.filter(
        (question) => question.sensitive && !question.words[locale].why && !page.words[locale].why,
      ),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  test('P07 a question that can be declined is a sensitive one', () => {
    const open = questions.filter(
      (question) => 'options' in question && question.options.includes('declined') && !question.sensitive,
    );
    expect(open.map(({ key }) => key)).toEqual([]);
  });

  test('every option has its words, and no word is left over', () => {
    for (const question of questions) {
      if (question.kind !== 'choice' && question.kind !== 'choices') continue;
      expect([question.key, Object.keys(question.words[locale].options).sort()]).toEqual([
        question.key,
        [...question.options].sort(),
      ]);
    }
  });

  test('every item and every answer of an instrument has its words', () => {
    for (const question of questions) {
      if (question.kind === 'rating')
        expect([question.key, question.words[locale].scale.length]).toEqual([
          question.key,
          question.values.length,
        ]);
      if (question.kind !== 'items') continue;
      const { items, scale, anchors } = question.words[locale];
      expect([question.key, items.length]).toEqual([question.key, question.count]);
      if (anchors) expect([question.key, anchors.length]).toEqual([question.key, question.count]);
      const perItem = question.scales?.[locale];
      if (perItem)
        expect(perItem.map(({ length }) => length)).toEqual(items.map(() => question.values.length));
      else if (!anchors) expect([question.key, scale.length]).toEqual([question.key, question.values.length]);
    }
  });

  test('a note hangs on an option that exists', () => {
    for (const question of questions) {
      const noted = Object.keys(question.words[locale].notes ?? {});
      const options: readonly string[] = 'options' in question ? question.options : [];
      expect([question.key, noted.filter((option) => !options.includes(option))]).toEqual([question.key, []]);
    }
  });

  test('no text is empty or has a space at an end', () => {
    const texts = textsIn([...pages, ...questions].map(({ words }) => words[locale]));
    expect(texts.filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });
});

test('both languages have the same texts in the same places', () => {
  for (const { words } of [...pages, ...questions]) {
    expect(
      textsIn(words.es)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      textsIn(words.en)
        .map(([path]) => path)
        .sort(),
    );
  }
});
