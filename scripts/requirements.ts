/**
 * Writes `docs/generated/requirements.md`: each row of the design guide, for the patient (P01–P38) and for the clinic
 * (C01–C22), the tests that carry its number in their title, and how they ended in the last run of `npm test` (its
 * reports stand in `.cache`). Ends with an error where a row has no test, or one that did not pass.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isDirectRun, writeGenerated } from './generated.ts';

type Rows = Readonly<Record<string, string>>;

/** The rows of the design guide, section 2, each in a few words. */
const patientRows: Rows = {
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

/** The rows of section 7. */
const clinicRows: Rows = {
  C01: 'Safety level first, then the longest wait; contraindications are chips, not order',
  C02: 'Views with counts; view and filters stand in the address',
  C03: 'A safety item closes only with outcome, who and when; unhandled past its limit it escalates',
  C04: 'Six lines in the first screenful, in their order',
  C05: 'Each flag shows its rule and the patient’s words',
  C06: 'The version of the rules stands with each flag',
  C07: 'Not answered, declined, not sure and no are told apart everywhere',
  C08: 'PHQ-9 chart: named bands, baseline and item 9 marked, table beside it',
  C09: 'Triage by keyboard; off switch; inert in inputs',
  C10: 'No key does what cannot be taken back; an answer within 100 ms',
  C11: 'A decision needs a reason, can be undone for 10 s, then only amended',
  C12: 'Claim lock; a stale save is refused with the difference',
  C13: 'Copy for the record system, one-page tagged PDF',
  C14: 'FHIR R4',
  C15: 'CSV with formulas escaped; every export audited',
  C16: 'Ask for more: the same case, the difference shown',
  C17: 'Notes, assignment, reminders, timeline with views',
  C18: 'Lock after 10 idle minutes, sign-in ends after 15, at the latest after 10 hours',
  C19: 'Unsent notes kept as encrypted drafts; nothing of health in titles, addresses, mail; roles held by the server',
  C20: 'The same floor of accessibility',
  C21: 'Spanish answers shown as written',
  C22: 'Empty, error and loading states in words',
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

/** The rows that a title names: `P05`, `P02–P04`, `C14 C15`. */
export function rowsIn(title: string): string[] {
  const row = (kind: string | undefined, number: number) => `${kind}${String(number).padStart(2, '0')}`;
  const ranges = [...title.matchAll(/\b([PC])(\d\d)–\1(\d\d)\b/g)].flatMap(([, kind, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => row(kind, Number(from) + step)),
  );
  const single = [...title.matchAll(/\b([PC])(\d\d)\b/g)].map(([, kind, number]) =>
    row(kind, Number(number)),
  );
  return [...new Set([...ranges, ...single])];
}

interface Held {
  readonly row: string;
  readonly what: string;
  readonly own: readonly Outcome[];
}

const heldBy = (rows: Rows, outcomes: readonly Outcome[]): readonly Held[] => {
  const named = outcomes.map((one) => ({ one, rows: rowsIn(one.title) }));
  return Object.entries(rows).map(([row, what]) => ({
    row,
    what,
    own: named.filter((test) => test.rows.includes(row)).map(({ one }) => one),
  }));
};

const ran = ({ own }: Held) => own.filter(({ status }) => status === 'passed' || status === 'failed');
const passed = ({ own }: Held) => own.filter(({ status }) => status === 'passed');

const lineOf = (held: Held): string => {
  const files =
    [...new Set(held.own.map(({ file }) => `\`${file}\``))].join('<br>') || 'no test carries its number';
  const outcome = held.own.length === 0 ? '–' : `${passed(held).length} of ${ran(held).length} passed`;
  return `| ${held.row} | ${held.what} | ${files} | ${outcome} |`;
};

/** The rows that no test holds, or one that did not pass. */
export const rowsNotHeld = (outcomes: readonly Outcome[], rows: Rows = { ...patientRows, ...clinicRows }) =>
  heldBy(rows, outcomes)
    .filter((held) => passed(held).length === 0 || passed(held).length < ran(held).length)
    .map(({ row }) => row);

const section = (title: string, rows: Rows, outcomes: readonly Outcome[]) => [
  `## ${title}`,
  '',
  '| Row | What | Tests | Last run |',
  '|---|---|---|---|',
  ...heldBy(rows, outcomes).map(lineOf),
  '',
];

/** The table, from the outcomes of a run. A row without a test says so. */
export const requirementTable = (outcomes: readonly Outcome[]): string =>
  [
    '# What the pages must do, and which tests hold it',
    '',
    'Made by `npm run requirements` from the reports of the last `npm test`; do not edit.',
    '',
    ...section('The patient’s pages', patientRows, outcomes),
    ...section('The clinic’s portal', clinicRows, outcomes),
  ].join('\n');

if (isDirectRun(import.meta.url)) {
  const missing = reports.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.error(`Run npm test first: ${missing.join(', ')} is not there.`);
    process.exit(1);
  }
  const outcomes = reports.flatMap(readReport);
  writeGenerated('requirements.md', requirementTable(outcomes));
  const open = rowsNotHeld(outcomes);
  if (open.length > 0) {
    console.error(`Not held by a test that passed: ${open.join(', ')}.`);
    process.exit(1);
  }
}
