import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The pure core, without tests, fixtures, and the packs that are kept as they were released. */
const core = () =>
  globSync('src/{lib,settings,questions,steps,screening,machines,coverage,submission}/**/*.ts').filter(
    (file) => !/\.(test|fixture)\.ts$|\/released\//.test(file),
  );

const EXPORTED_FUNCTION =
  /^export (?:async )?function (?<name>\w+)|^export const (?<constant>\w+) = (?:async )?(?:<.*>)?\(/;

/** The exported functions of a file that have no doc block above them. */
const bare = (source: string): string[] => {
  const lines = source.split('\n');
  return lines.flatMap((line, at) => {
    const { name, constant } = EXPORTED_FUNCTION.exec(line)?.groups ?? {};
    const found = name ?? constant;
    return found && !lines[at - 1]?.trimEnd().endsWith('*/') ? [found] : [];
  });
};

test('every function that the pure core hands out says what it does', () => {
  const files = core();
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((file) => bare(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`))).toEqual(
    [],
  );
});

test('a function without a word is found', () => {
  expect(
    bare('/** Says so. */\nexport const told = () => 1;\nexport const untold = (x: number) => x;'),
  ).toEqual(['untold']);
  expect(bare('\nexport function untold(): void {}')).toEqual(['untold']);
});
