/**
 * Writes `docs/generated/requirements.md`: each row of the design guide for the patient (P01–P38), the tests that carry
 * its number in their title, and how they ended in the last run of `npm test` (its reports stand in `.cache`).
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isDirectRun, writeGenerated } from './generated.ts';

/** The rows of the design guide, section 2, each in a few words. */
export const requirements: Readonly<Record<string, string>> = {
  P01: 'Start page: purpose, minutes, what to have ready, who reads it, not a decision, can pause',
  P02: 'Page anatomy, one order on every page',
  P03: 'Focus and title managed on every page change',
  P04: 'Back, Forward and reload keep answers',
  P05: 'Validated on Continue only; error summary with focus and links',
  P06: 'Most questions can be skipped; what is needed says so',
  P07: 'Sensitive questions say why, and offer “Prefer not to say” where it is a value',
  P08: 'Nothing is asked twice',
  P09: 'No answer blocks sending; the only end page is under 18',
  P10: 'Help now on every page',
  P11: 'Support page at the moment of the answer, truthful about who was told',
  P12: 'Instruments verbatim, a few items a page, item 9 alone',
  P13: 'No scores and no verdicts for patients',
  P14: 'Saved at each Continue and at most 2 s after a change',
  P15: 'Save states shown truthfully, with Try again',
  P16: 'Resume on any device by link, QR code or typed code',
  P17: 'Idle warning, then answers hidden',
  P18: 'Leave quickly',
  P19: 'No readable answers in storage, cache, URL, title or logs',
  P20: 'Works through a dropped connection',
  P21: 'Birth date in three plain fields',
  P22: 'Phone and e-mail in any form',
  P23: 'Tiles for choices, “None of these” is exclusive',
  P24: 'Medicines by name, free text kept, undo',
  P25: 'Targets of at least 48 px, no drag',
  P26: '320 px without sideways scrolling',
  P27: 'Text at 200 %',
  P28: 'Light, dark, reduced motion, forced colours, more contrast',
  P29: 'English and Spanish complete; the switch keeps page and answers',
  P30: 'Check answers with links that change',
  P31: 'Declaration with typed signature',
  P32: 'Confirmation with reference number and what happens next',
  P33: 'Record to read, print and keep as tagged PDF',
  P34: 'Who is filling this in; wording follows',
  P35: 'Start page is ready HTML, useful without JavaScript',
  P36: 'axe finds nothing on any page, language, theme, state',
  P37: 'Readability gate',
  P38: 'No request to anybody else',
};

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const reports = ['.cache/report-node.json', '.cache/report-browser.json'];

interface Outcome {
  readonly file: string;
  readonly title: string;
  readonly status: string;
}

const readReport = (path: string): Outcome[] => {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      file: relative('.', name),
      title: fullName.trim(),
      status,
    })),
  );
};

/** The rows that a title names: `P05`, `P02–P04`, `P14 P19`. */
export function rowsIn(title: string): string[] {
  const ranges = [...title.matchAll(/\bP(\d\d)–P(\d\d)\b/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => Number(from) + step),
  );
  const single = [...title.matchAll(/\bP(\d\d)\b/g)].map(([, row]) => Number(row));
  return [...new Set([...ranges, ...single])].map((row) => `P${String(row).padStart(2, '0')}`);
}

/** The table, from the outcomes of a run. A row without a test says so. */
export function requirementTable(outcomes: readonly Outcome[]): string {
  const named = outcomes.map((one) => ({ ...one, rows: rowsIn(one.title) }));
  const lines = Object.entries(requirements).map(([row, what]) => {
    const own = named.filter(({ rows }) => rows.includes(row));
    const files =
      [...new Set(own.map(({ file }) => `\`${file}\``))].join('<br>') || 'no test carries its number';
    const passed = own.filter(({ status }) => status === 'passed').length;
    return `| ${row} | ${what} | ${files} | ${own.length === 0 ? '–' : `${passed} of ${own.length} passed`} |`;
  });
  return [
    '# What the patient’s pages must do, and which tests hold it',
    '',
    'Made by `npm run requirements` from the reports of the last `npm test`; do not edit.',
    '',
    '| Row | What | Tests | Last run |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

if (isDirectRun(import.meta.url)) {
  const missing = reports.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.error(`Run npm test first: ${missing.join(', ')} is not there.`);
    process.exit(1);
  }
  writeGenerated('requirements.md', requirementTable(reports.flatMap(readReport)));
}
