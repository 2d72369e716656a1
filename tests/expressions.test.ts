import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Its part in JavaScript: the same here and where there is no Java.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Where a slash begins an expression and no division: after an operator, a bracket, a comma, or certain words. */
const LITERAL =
  /(?:^|[=(,:[!&|?{};>]|\breturn|\bcase)\s*\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;
const MADE = /new RegExp\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** Line comments and the text between them would only confuse: a comment may hold half a bracket. */
const withoutComments = (text: string): string => text.replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '');

const expressionsIn = (place: string, text: string): readonly Expression[] => {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({ place, source, flags })),
    ...[...code.matchAll(MADE)].map(([, , source = '']) => ({ place, source, flags: '' })),
  ];
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
  .map((file) => join('src', file));

/** No expression, only something between two slashes. */
const isExpression = ({ source, flags }: Expression): boolean => {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
};

/** Those that some text makes slower than its length allows, and how: by its square, or without bound. */
const slow = (expressions: readonly Expression[]): string[] =>
  expressions.filter(isExpression).flatMap(({ place, source, flags }) => {
    const checked = checkSync(source, flags, { timeout: 60_000 });
    if (checked.status === 'safe') return [];
    const kind = checked.status === 'vulnerable' ? checked.complexity.type : 'unknown';
    return [`${place}: /${source}/${flags} is ${kind}`];
  });

/** By the square of one short field: at the longest that fits, some milliseconds. Nothing exponential may stand here. */
const knownSquares: readonly string[] = [
  // A field of the person's own page: whoever pastes 4,000 blanks waits a moment.
  'src/ui/question/number-questions.tsx',
  'src/ui/values/body-size.ts',
  'src/ui/values/digits.ts',
  'src/ui/values/email.ts',
  // The name of a medicine, which is cut before it is read.
  'src/screening/medicines/picker.ts',
  // Sixty signs at most; the scanner does not come to an end of it everywhere.
  'src/server/exports/printable.ts',
  // Each run of blanks is read once, after the end of a line, which the scanner does not see.
  'src/server/exports/csv.ts',
  // A password, at most 128 characters.
  'src/server/sign-in/well-known-passwords.ts',
];
const isKnown = (line: string): boolean =>
  / is (?:polynomial|unknown)$/.test(line) && knownSquares.some((file) => line.startsWith(`${file}: `));

it('every regular expression of the program takes time in proportion to the text, but for a few on one short field', () => {
  const found = sources.flatMap((file) => expressionsIn(file, readFileSync(file, 'utf8')));
  const different = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()];
  process.stdout.write(`${different.length} regular expressions in ${sources.length} files\n`);
  expect(different.length).toBeGreaterThan(50);
  expect(slow(different).filter((line) => !isKnown(line))).toEqual([]);
}, 400_000);

it('one that a text can keep busy is found', () => {
  const planted = expressionsIn('planted.ts', 'export const isName = (t: string) => /^(a+)+$/.test(t);');
  expect(planted).toHaveLength(1);
  expect(slow(planted)).toEqual(['planted.ts: /^(a+)+$/ is exponential']);
  expect(slow(expressionsIn('planted.ts', "new RegExp('(x|x)*y')"))).toHaveLength(1);
});
