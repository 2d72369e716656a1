import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|min-width|max-width)\s*:|(?:text-align|float)\s*:\s*(?:left|right)/;

const withoutMediaQueries = (css: string) => css.replace(/@media[^{]*/g, '@media ');

const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'));

test.each(sheets)('%s serves both directions of writing', (name) => {
  const css = readFileSync(`${import.meta.dirname}/${name}`, 'utf8');
  expect(withoutMediaQueries(css).match(physical)).toBeNull();
});

test('a physical property is noticed', () => {
  expect('.a { margin-left: 1px }').toMatch(physical);
  expect('.a { text-align: left }').toMatch(physical);
  expect('.a { margin-inline-start: 1px; border-inline-end: 0 }').not.toMatch(physical);
});
