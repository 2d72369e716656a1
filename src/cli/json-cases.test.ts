import { expect, test } from 'vitest';
import { jsonCases } from './json-cases.ts';
import { linesOf } from './lines.ts';

async function* chunksOf(text: string | Uint8Array, size: number) {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function all<T>(iterable: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of iterable) found.push(one);
  return found;
}

const read = async (text: string | Uint8Array, size = 7) =>
  (await all(jsonCases(chunksOf(text, size)))).map((one) => (one.ok ? one.value : one.error));

test.each([1, 2, 3, 5, 1000])(
  'lines are cut at newlines only, whatever comes in chunks of %i',
  async (size) => {
    const lines = await all(linesOf(chunksOf('añb\r\n\n"\u2028"\nlast', size)));
    expect(lines.map(String)).toEqual(['añb\r', '', '"\u2028"', 'last']);
  },
);

test.each([1, 4, 1000])('one JSON text a line, in chunks of %i', async (size) => {
  expect(await read('\uFEFF{"a":"é"}\r\n\n \t\n2\nnope\n"x"', size)).toEqual([{ a: 'é' }, 2, 'notJson', 'x']);
});

test('a list over several lines is its entries', async () => {
  expect(await read('\n[\n {"a": 1},\n 2\n]\n')).toEqual([{ a: 1 }, 2]);
});

test('lines of which the first begins with [ and that are not one list are still lines', async () => {
  expect(await read('[1]\n{"a":1}\n\nnope')).toEqual([[1], { a: 1 }, 'notJson']);
});

test('bytes that are not UTF-8 are not JSON, and the next line is read', async () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n1\n')]);
  expect(await read(bytes)).toEqual(['notJson', 1]);
});
