import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../src/lib/locale.ts';
import { allPages, allQuestions, type Key } from '../src/steps/catalog.ts';

/** The wordings as the sources have them. */
const reference = readFileSync('docs/clinical-reference.md', 'utf8');

const question = (key: Key) => {
  const found = allQuestions.find((one) => one.key === key);
  if (!found) throw new Error(`There is no question ${key}`);
  return found;
};

/** The sentences of an instrument: its items, or the one question that it is. */
function sentences(key: Key, locale: Locale): readonly string[] {
  const asked = question(key);
  return asked.kind === 'items' ? asked.words[locale].items : [asked.words[locale].label];
}

const changed = (texts: readonly string[]) => texts.filter((text) => !reference.includes(text));

const published: readonly (readonly [Locale, Key])[] = [
  ...(['phq9', 'phq9Difficulty', 'gad7', 'pcptsd5', 'auditc', 'drugUse', 'traumaEver'] as const).map(
    (key) => ['en', key] as const,
  ),
  ...(['asq1', 'asq2', 'asq3', 'asq4', 'asq5'] as const).flatMap((key) => [
    ['en', key] as const,
    ['es', key] as const,
  ]),
  ...(['phq9', 'phq9Difficulty', 'gad7'] as const).map((key) => ['es', key] as const),
];

describe('P12 instruments are asked as they were published', () => {
  test.each(published)(
    'in %s every sentence of %s stands word for word in the clinical reference',
    (locale, key) => {
      expect(changed(sentences(key, locale))).toEqual([]);
    },
  );

  test('the lead and the answers of the PHQ-9 are its own, in both languages', () => {
    const phq9 = question('phq9');
    if (phq9.kind !== 'items') throw new Error('The PHQ-9 is a list of items');
    const { en, es } = phq9.words;
    expect(changed([en.label, es.label, ...en.scale, ...es.scale])).toEqual([]);
  });

  test('a word that was changed is found', () => {
    expect(changed(['Little interest or joy in doing things'])).toHaveLength(1);
  });

  test('at most three items stand on a page, and item 9 stands alone', () => {
    const pages = allPages.filter(({ verbatim, items }) => verbatim && items);
    expect(pages.filter(({ items = [] }) => items.length > 3).map(({ id }) => id)).toEqual([]);
    expect(
      pages.find(({ questions, items }) => questions[0]?.key === 'phq9' && items?.includes(8))?.items,
    ).toEqual([8]);
  });
});
