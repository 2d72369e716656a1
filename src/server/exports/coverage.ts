import type { Draws } from './printable.ts';

/**
 * Which code points a TrueType file draws, read from its `cmap` table (formats 4 and 12, which every current file has
 * for Unicode).
 *
 * @throws Error where the file has no such table: a fault of the installation
 */
export function coverageOf(file: Buffer): Draws {
  const cmap = tableAt(file, 'cmap');
  const ranges = subtablesOf(file, cmap).flatMap((at) => rangesAt(file, at));
  if (ranges.length === 0) throw new Error('The typeface says nothing of what it draws.');
  const known = new Map<number, boolean>();
  return (point) => {
    const before = known.get(point);
    if (before !== undefined) return before;
    const isDrawn = ranges.some(({ first, last, draws }) => point >= first && point <= last && draws(point));
    if (known.size < MOST_KEPT) known.set(point, isDrawn);
    return isDrawn;
  };
}

const MOST_KEPT = 5_000;

interface Range {
  readonly first: number;
  readonly last: number;
  readonly draws: Draws;
}

const count = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index);

const tableAt = (file: Buffer, name: string): number => {
  const entry = count(file.readUInt16BE(4))
    .map((index) => 12 + index * 16)
    .find((at) => file.toString('latin1', at, at + 4) === name);
  if (entry === undefined) throw new Error(`The typeface has no table ${name}.`);
  return file.readUInt32BE(entry + 8);
};

const subtablesOf = (file: Buffer, cmap: number): readonly number[] =>
  count(file.readUInt16BE(cmap + 2)).map((index) => cmap + file.readUInt32BE(cmap + 4 + index * 8 + 4));

const rangesAt = (file: Buffer, at: number): readonly Range[] => {
  const format = file.readUInt16BE(at);
  if (format === 12) return groupsAt(file, at);
  return format === 4 ? segmentsAt(file, at) : [];
};

const groupsAt = (file: Buffer, at: number): readonly Range[] =>
  count(file.readUInt32BE(at + 12)).map((index) => {
    const group = at + 16 + index * 12;
    const first = file.readUInt32BE(group);
    const glyph = file.readUInt32BE(group + 8);
    return { first, last: file.readUInt32BE(group + 4), draws: (point) => glyph + point - first !== 0 };
  });

const segmentsAt = (file: Buffer, at: number): readonly Range[] => {
  const size = file.readUInt16BE(at + 6);
  const ends = at + 14;
  return count(size / 2).map((index) => {
    const first = file.readUInt16BE(ends + size + 2 + index * 2);
    const delta = file.readUInt16BE(ends + 2 * size + 2 + index * 2);
    const offsetAt = ends + 3 * size + 2 + index * 2;
    const offset = file.readUInt16BE(offsetAt);
    const glyphOf = (point: number): number => {
      const glyph = offset === 0 ? point : file.readUInt16BE(offsetAt + offset + (point - first) * 2);
      return offset !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    };
    return { first, last: file.readUInt16BE(ends + index * 2), draws: (point) => glyphOf(point) !== 0 };
  });
};
