import { stringify } from 'csv-stringify/sync';

/**
 * Rows as RFC 4180: all fields quoted, lines end in CRLF. A byte order mark stands in front, because without it a
 * spreadsheet takes UTF-8 for an old code page and spoils every accent.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(literal)),
    { bom: true, quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );

/** What a spreadsheet would take for a formula, also in its full-width forms, at the start of any line of a field. */
const FORMULA = /^[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

/** A field that shows what was typed: an apostrophe before it keeps a spreadsheet from reckoning with it. */
export const literal = (typed: string): string => {
  const lines = typed
    .split(/(\r\n|\r|\n)/)
    .map((line) => (FORMULA.test(line.trimStart()) ? `'${line}` : line));
  const shown = lines.join('');
  return /^[\t\r]/.test(shown) ? `'${shown}` : shown;
};
