import type { Settings } from '../../settings/settings.ts';
import { severityText } from '../../submission/severity-text.ts';
import type { AnswerLine, Summary, SummaryFlag } from '../../submission/staff-wire.ts';
import { asciiRule, toAscii } from './ascii.ts';
import {
  answerWithState,
  factsOf,
  flagTitle,
  levels,
  lineText,
  momentIn,
  scoreText,
  standingOf,
  verdicts,
  verifiedText,
} from './clinician-words.ts';
import { part2Notice } from './part2.ts';
import { COLUMNS, wrapped } from './wrap.ts';

/**
 * The case as plain text for a record system: printable ASCII, at most 80 columns. Only our own headings begin at the
 * left edge; whatever a patient typed is indented on every line, so no answer can pass for a heading.
 */
export const clinicianText = (
  summary: Summary,
  clinic: Pick<Settings, 'name' | 'timeZone' | 'part2Programme'>,
): string => {
  const { heading, reference, lines, flags, scores, trials, trail, sections, alerts, verified } = summary;
  const when = (iso: string) => momentIn(clinic.timeZone, iso);
  const notice = part2Notice(
    clinic,
    sections.flatMap(({ answers }) => answers),
  );
  return [
    ...wrapped(`INTAKE SUMMARY - ${standingOf(summary).toUpperCase()}`),
    ...(notice === undefined ? [] : wrapped(notice)),
    ...field('Patient', heading.name),
    ...field('Facts', factsOf(summary)),
    ...field('Phone', heading.phone ?? 'not given'),
    ...field('Reference', reference),
    ...field('Received', `${when(summary.receivedAt)}, ${clinic.name}`),
    ...field('Form and rules', `form ${summary.formVersion}, rules ${summary.rulesVersion}`),
    ...[levels[summary.level]].filter((level) => level !== null).flatMap((level) => field('Level', level)),
    ...alerts.flatMap(({ level, state, receivedAt }) =>
      field('Alert before sending', `${levels[level] ?? 'note'}, ${state}, ${when(receivedAt)}`),
    ),
    ...section(
      'In thirty seconds',
      lines.flatMap((line) => field(line.title, lineText(line))),
    ),
    ...section('Flags', flags.length === 0 ? ['  No rule found anything.'] : flags.flatMap(flagLines)),
    ...section(
      'Scores',
      scores.length === 0
        ? ['  No questionnaire was answered.']
        : scores.flatMap((score) =>
            field(score.name, `${scoreText(score)}, ${score.band ?? 'not complete: no band'}`),
          ),
    ),
    ...section(
      'Antidepressant trials',
      trials.length === 0
        ? ['  None reported.']
        : trials.flatMap(({ drug, dose, weeks, verdict, reasons }) =>
            indented(`${drug}, ${dose}, ${weeks}: ${verdicts[verdict]} (${reasons.join('; ')})`),
          ),
    ),
    ...section(
      'Answers changed before sending',
      trail.length === 0
        ? ['  No risk or contraindication answer was changed.']
        : trail.flatMap(({ label, from, to, at }) => [
            ...indented(`${label} (${when(at)})`),
            ...indented(`Before: ${from}\nSent: ${to}`, 6),
          ]),
    ),
    ...section(
      'Verified by clinicians',
      verified.answers.length === 0
        ? ['  No answer was verified.']
        : verified.answers
            .map((one) => verifiedText(one, clinic.timeZone))
            .flatMap(({ label, text }) => [...indented(label), ...indented(text, 6)]),
    ),
    ...sections.flatMap(({ title, answers }) => section(title, answers.flatMap(answerLines))),
    ...section('About this text', indented(`${standingOf(summary)}. ${asciiRule}`)),
    '',
  ].join('\n');
};

const section = (title: string, lines: readonly string[]): readonly string[] => [
  '',
  ...wrapped(toAscii(title).toUpperCase()),
  '-'.repeat(Math.min(COLUMNS, toAscii(title).length)),
  ...lines,
];

const indented = (text: string, by = 2): readonly string[] => wrapped(toAscii(text), ' '.repeat(by));

const field = (name: string, text: string): readonly string[] => {
  const [first = '', ...rest] = toAscii(text).split('\n');
  return [...indented(`${name}: ${first}`), ...rest.flatMap((line) => wrapped(line, '      '))];
};

const answerLines = (line: AnswerLine): readonly string[] => [
  ...indented(line.label),
  ...indented(answerWithState(line), 6),
];

const flagLines = (flag: SummaryFlag): readonly string[] => [
  ...indented(`* ${flagTitle(flag)}`),
  ...indented(
    `[${flag.id}] SPRAVATO: ${severityText(flag.spravato)}; IV ketamine: ${severityText(flag.ivKetamine)}`,
    6,
  ),
  ...indented(`Source: ${flag.sources.join('; ')}`, 6),
  ...(flag.clinicsOwn === null ? [] : indented(flag.clinicsOwn, 6)),
];
