import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caps, joinPath, readJson } from './caps.ts';
import { Problem } from './problem.ts';

const read = (text: string, longestText?: number) => readJson(Buffer.from(text), longestText);

const refusal = (text: string | Uint8Array): Pick<Problem, 'status' | 'code' | 'path'> | undefined => {
  try {
    readJson(Buffer.from(text));
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, path } = error;
    return { status, code, path };
  }
};

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withKeys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 0])));

describe('a body at a cap passes, beyond it is refused', () => {
  it.each([
    ['depth', nested(caps.depth), nested(caps.depth + 1), 'too-deep'],
    ['keys', withKeys(caps.keys), withKeys(caps.keys + 1), 'too-many-keys'],
    [
      'entries of a list',
      JSON.stringify(Array(caps.listLength).fill(0)),
      JSON.stringify(Array(caps.listLength + 1).fill(0)),
      'list-too-long',
    ],
    [
      'characters',
      JSON.stringify('x'.repeat(caps.text)),
      JSON.stringify('x'.repeat(caps.text + 1)),
      'text-too-long',
    ],
    [
      'characters that take two places',
      JSON.stringify('😀'.repeat(caps.text)),
      JSON.stringify('😀'.repeat(caps.text + 1)),
      'text-too-long',
    ],
  ])('%s', (_, fits, tooMuch, code) => {
    expect(refusal(fits)).toBeUndefined();
    expect(refusal(tooMuch)?.code).toBe(code);
  });

  it('a route with free text takes longer texts', () => {
    expect(read(JSON.stringify('x'.repeat(caps.freeText)), caps.freeText)).toHaveLength(caps.freeText);
  });
});

describe('a body is refused', () => {
  it.each([
    ['that is not JSON', '{"a":', 'not-json'],
    ['that is empty', ' ', 'not-json'],
    ['with NUL', '{"a":"x\\u0000y"}', 'forbidden-character'],
    ['with a lone surrogate', '{"a":"\\ud800"}', 'forbidden-character'],
    ['with a lone surrogate in a name', '{"\\udc00":1}', 'forbidden-character'],
    ['with __proto__', '{"a":{"__proto__":{"admin":true}}}', 'forbidden-name'],
    ['with constructor', '{"constructor":1}', 'forbidden-name'],
    ['with prototype', '[{"prototype":1}]', 'forbidden-name'],
    ['with an escaped __proto__', '{"\\u005f_proto__":1}', 'forbidden-name'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)?.code).toBe(code);
  });

  it('in another encoding than UTF-8', () => {
    expect(refusal(new Uint8Array([0x22, 0xff, 0x22]))?.code).toBe('not-utf-8');
    expect(refusal(Buffer.from('"é"', 'latin1'))?.code).toBe('not-utf-8');
  });

  it('with the place of what is wrong, never what stands there', () => {
    const long = 'secret'.repeat(1_000);
    expect(refusal(JSON.stringify({ answers: { trials: [{ drug: 'x' }, { drug: long }] } }))).toEqual({
      status: 422,
      code: 'text-too-long',
      path: 'answers.trials[1].drug',
    });
  });
});

it('100,000 levels and a quarter of a megabyte of brackets are refused in a moment', () => {
  const deep = nested(100_000);
  const brackets = '['.repeat(caps.bodyBytes);
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    expect(refusal(deep)?.code).toBe('too-deep');
    expect(refusal(brackets)?.code).toBe('too-deep');
    return performance.now() - from;
  });
  // The quickest of some: the machine may have been busy with something else for a moment.
  expect(Math.min(...times)).toBeLessThan(100);
});

it('brackets and colons inside a text count for nothing', () => {
  const text = JSON.stringify({ note: `${'[{:'.repeat(900)} \\" ${'}'.repeat(50)}` });
  expect(refusal(text)).toBeUndefined();
});

it('any JSON within the caps comes out as JSON.parse reads it', () => {
  const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' });
  fc.assert(
    fc.property(value, (json) => {
      const text = JSON.stringify(json);
      fc.pre(!/__proto__|constructor|prototype|\\u0000/.test(text));
      expect(read(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('whatever bytes come, they are read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string().map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        refusal(bytes);
      },
    ),
    { numRuns: 500 },
  );
});

it('a name of the sender is shown cut short', () => {
  expect(joinPath('answers', 'x'.repeat(500))).toHaveLength('answers.'.length + 60);
});
