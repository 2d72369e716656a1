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

const VARIABLE = /[*+]|\{\d+,\d*\}|(?<!\()\?/g;
const MOST_STEPS = 10_000;
const MOST_STEPS_EVERYWHERE = 300;

/** How many ways one repetition can go; `?` is two. */
const waysOf = (repetition: string): number => {
  const [, least, most] = /^\{(\d+),(\d*)\}$/.exec(repetition) ?? [];
  if (repetition === '?') return 2;
  return most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most) - Number(least) + 1;
};

/**
 * Whether it can be seen without a scanner that a text is read in few steps a place: nothing repeats without end, no
 * group repeats, and all ways to go, multiplied, are few. From the start of a text only, they may be more.
 */
const isCounted = ({ source }: Expression): boolean => {
  const bare = source.replace(/\\./g, 'x').replace(/\[(?:[^\]])*\]/g, 'x');
  const repetitions = bare.match(VARIABLE) ?? [];
  if (repetitions.length > 0 && /\)[*+{]/.test(bare)) return false;
  const steps = repetitions.map(waysOf).reduce((product, ways) => product * ways, bare.split('|').length);
  return steps <= (/^\^[^|]*$/.test(bare) ? MOST_STEPS : MOST_STEPS_EVERYWHERE);
};

/** Those that some text makes slower than its length allows, and how: by its square, or without bound. */
const slow = (expressions: readonly Expression[]): string[] =>
  expressions
    .filter((one) => isExpression(one) && !isCounted(one))
    .flatMap(({ place, source, flags }) => {
      const checked = checkSync(source, flags, { timeout: 20_000 });
      if (checked.status === 'safe') return [];
      const kind = checked.status === 'vulnerable' ? checked.complexity.type : 'unknown';
      return [`${place}: /${source}/${flags} is ${kind}`];
    });

it('every regular expression of the program takes time in proportion to the text', () => {
  const found = sources.flatMap((file) => expressionsIn(file, readFileSync(file, 'utf8')));
  const different = [...new Map(found.map((one) => [`${one.source}/${one.flags}`, one])).values()];
  process.stdout.write(`${different.length} regular expressions in ${sources.length} files\n`);
  expect(different.length).toBeGreaterThan(50);
  expect(slow(different)).toEqual([]);
}, 400_000);

it('one that a text can keep busy is found', () => {
  const planted = expressionsIn('planted.ts', 'export const isName = (t: string) => /^(a+)+$/.test(t);');
  expect(planted).toHaveLength(1);
  expect(slow(planted)).toEqual(['planted.ts: /^(a+)+$/ is exponential']);
  expect(slow(expressionsIn('planted.ts', "new RegExp('(x|x)*y')"))).toHaveLength(1);
  expect(slow(expressionsIn('planted.ts', "new RegExp('(x{1,30}){1,30}y')"))).toHaveLength(1);
  expect(slow(expressionsIn('planted.ts', 'const blanks = /\\s+$/;'))).toEqual([
    'planted.ts: /\\s+$/ is polynomial',
  ]);
});
