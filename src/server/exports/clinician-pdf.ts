import type { Settings } from '../../settings/settings.ts';
import { severityText } from '../../submission/severity-text.ts';
import type { AnswerLine, Summary, SummaryFlag } from '../../submission/staff-wire.ts';
import {
  answerWithState,
  factsOf,
  flagTitle,
  inLetters,
  levels,
  lineText,
  momentIn,
  scoreText,
  standingOf,
  verdicts,
  verifiedText,
} from './clinician-words.ts';
import { part2Notice } from './part2.ts';
import { languageTags } from './patient-record.ts';
import { type Answered, type TaggedPdf, taggedPdf } from './tagged-pdf.ts';

type Clinic = Pick<Settings, 'name' | 'timeZone' | 'part2Programme'>;

/** The case for a clinician: one page to read between two patients, then everything it rests on. */
export const clinicianPdf = (
  summary: Summary,
  clinic: Clinic,
  options: { readonly compress?: boolean } = {},
): Promise<Buffer> => {
  const { reference } = summary;
  const pdf = taggedPdf(
    {
      title: 'Intake summary',
      language: 'en-US',
      madeAt: new Date(summary.receivedAt),
      namedCharacters: 'Some characters cannot be printed here. Their code points stand in their place.',
      foot: (page, pages) => `${reference} · ${standingOf(summary).toLowerCase()} · page ${page} of ${pages}`,
    },
    options,
  );
  writeFirstPage(pdf, summary, clinic);
  pdf.nextPage();
  writeFlags(pdf, summary);
  writeScores(pdf, summary);
  writeTrials(pdf, summary);
  writeChanges(pdf, summary, clinic.timeZone);
  writeVerified(pdf, summary, clinic.timeZone);
  pdf.heading(2, 'All answers');
  for (const { title, answers } of summary.sections) {
    pdf.heading(3, title);
    pdf.answers(answers.map((line) => answered(line)));
  }
  return pdf.end();
};

const writeFirstPage = (pdf: TaggedPdf, summary: Summary, clinic: Clinic): void => {
  const { heading, lines, flags, alerts, reference } = summary;
  const { name, timeZone } = clinic;
  pdf.heading(1, heading.name);
  const level = levels[summary.level];
  if (level !== null) pdf.paragraph(level, 'strong');
  pdf.paragraph(`${factsOf(summary)}. Phone: ${heading.phone ?? 'not given'}.`);
  pdf.paragraph(
    `${name}. Received ${momentIn(timeZone, summary.receivedAt)}. Reference ${reference}. Form ${summary.formVersion}, rules ${summary.rulesVersion}. ${standingOf(summary)}.`,
    'muted',
  );
  const notice = part2Notice(
    clinic,
    summary.sections.flatMap(({ answers }) => answers),
  );
  if (notice !== undefined) pdf.paragraph(notice, 'strong');
  for (const { level: alertLevel, state, receivedAt } of alerts) {
    pdf.paragraph(
      `Alert before sending (${levels[alertLevel] ?? 'note'}): ${state}, ${momentIn(timeZone, receivedAt)}`,
    );
  }
  pdf.rule();
  pdf.heading(2, 'In thirty seconds');
  pdf.answers(lines.map((line) => ({ label: line.title, text: lineText(line), isAbsent: false })));
  pdf.heading(2, 'Flags');
  writeWhatFits(pdf, flags);
};

/** Worst first, as many as the page holds; the rest are counted, never dropped in silence. */
const writeWhatFits = (pdf: TaggedPdf, flags: readonly SummaryFlag[]): void => {
  if (flags.length === 0) {
    pdf.paragraph('No rule found anything.');
    return;
  }
  const titles = flags.map(flagTitle);
  const forTheRest = pdf.heightOf('More') + 8;
  let left = pdf.room();
  const fitting = titles.findIndex((title, at) => {
    left -= pdf.heightOf(`• ${title}`) + 3;
    return left < (at === titles.length - 1 ? 0 : forTheRest);
  });
  const shown = fitting === -1 ? titles : titles.slice(0, fitting);
  if (shown.length > 0) pdf.list(shown);
  const more = titles.length - shown.length;
  if (more > 0) pdf.paragraph(`And ${more} more, on the next page.`, 'strong');
};

const writeFlags = (pdf: TaggedPdf, { flags, language }: Summary): void => {
  pdf.heading(2, 'Flags with their sources');
  if (flags.length === 0) pdf.paragraph('No rule found anything.');
  for (const flag of flags) {
    pdf.heading(3, flagTitle(flag));
    pdf.list([
      `Rule: ${flag.id}${flag.tags.length > 0 ? ` (${flag.tags.join(', ')})` : ''}`,
      flag.status === 'unknown' ? 'Status: cannot be told from the answers' : 'Status: present',
      flag.status === 'unknown'
        ? `If it is so: ${inLetters(flag.words)}`
        : `Looks for: ${inLetters(flag.finds)}`,
      `SPRAVATO: ${severityText(flag.spravato)}. IV ketamine: ${severityText(flag.ivKetamine)}`,
      ...flag.sources.map((source) => `Source: ${source}`),
      ...(flag.clinicsOwn === null ? [] : [flag.clinicsOwn]),
    ]);
    if (flag.patientSaid.length > 0) {
      pdf.paragraph('What the patient said:', 'strong');
      pdf.answers(flag.patientSaid.map((line) => answered(line, language)));
    }
  }
};

const writeScores = (pdf: TaggedPdf, { scores }: Summary): void => {
  pdf.heading(2, 'Scores');
  if (scores.length === 0) {
    pdf.paragraph('No questionnaire was answered.');
    return;
  }
  pdf.table(
    [
      ['Scale', 'Score', 'Band'],
      ...scores.map((score) => [score.name, scoreText(score), score.band ?? 'not complete: no band']),
    ],
    [0.45, 0.2, 0.35],
  );
};

const writeTrials = (pdf: TaggedPdf, { trials }: Summary): void => {
  pdf.heading(2, 'Antidepressant trials');
  if (trials.length === 0) {
    pdf.paragraph('None reported.');
    return;
  }
  pdf.table(
    [
      ['Medicine', 'Dose', 'Weeks', 'Reading'],
      ...trials.map(({ drug, dose, weeks, verdict, reasons }) => [
        drug,
        dose,
        weeks,
        `${verdicts[verdict]}: ${reasons.join('; ')}`,
      ]),
    ],
    [0.25, 0.18, 0.15, 0.42],
  );
};

const writeChanges = (pdf: TaggedPdf, { trail }: Summary, timeZone: string): void => {
  pdf.heading(2, 'Answers changed before sending');
  if (trail.length === 0) {
    pdf.paragraph('No risk or contraindication answer was changed.');
    return;
  }
  pdf.answers(
    trail.map(({ label, from, to, at }) => ({
      label: `${label} (${momentIn(timeZone, at)})`,
      text: `Before: ${from}\nSent: ${to}`,
      isAbsent: false,
    })),
  );
};

const writeVerified = (pdf: TaggedPdf, { verified }: Summary, timeZone: string): void => {
  pdf.heading(2, 'Verified by clinicians');
  if (verified.answers.length === 0) pdf.paragraph('No answer was verified.');
  else pdf.answers(verified.answers.map((one) => ({ ...verifiedText(one, timeZone), isAbsent: false })));
};

const answered = (line: AnswerLine, language: Summary['language'] = 'en'): Answered => ({
  label: line.label,
  text: answerWithState(line, language === 'en'),
  isAbsent: line.state === 'blank' || line.state === 'declined',
  ...(language === 'en' ? {} : { language: languageTags[language] }),
});
