import type { Settings } from '../../settings/settings.ts';
import type { Summary, SummaryFlag } from '../../submission/staff-wire.ts';
import {
  answerWithState,
  factsOf,
  flagTitle,
  levels,
  lineText,
  momentIn,
  scoreText,
  standingOf,
} from './clinician-words.ts';
import { part2Notice } from './part2.ts';
import { printable } from './printable.ts';
import { type TaggedPdf, taggedPdf } from './tagged-pdf.ts';
import { typeface } from './typeface.ts';

type Clinic = Pick<Settings, 'name' | 'timeZone' | 'part2Programme'>;

/**
 * How many printed characters a text may take, and how many alerts stand: the first that keeps the case on one page is
 * taken. The six lines are short by themselves; a name in another script, written as code points, is not.
 */
const measures = [
  { longest: 400, alerts: 3 },
  { longest: 160, alerts: 2 },
  { longest: 80, alerts: 1 },
  { longest: 40, alerts: 1 },
  { longest: 16, alerts: 1 },
] as const;
type Measure = (typeof measures)[number];

/** The case on one sheet of paper, always: the six lines, contact, scores, and the worst flags, the rest counted. */
export const onePagePdf = async (
  summary: Summary,
  clinic: Clinic,
  options: { readonly compress?: boolean } = {},
): Promise<Buffer> => {
  for (const measure of measures) {
    const pdf = written(summary, clinic, measure, options);
    const isLast = measure === measures.at(-1);
    if (pdf.pages() === 1 || isLast) return pdf.end();
  }
  throw new Error('There is no measure for one page.');
};

const written = (
  summary: Summary,
  clinic: Clinic,
  { longest, alerts: mostAlerts }: Measure,
  options: { readonly compress?: boolean },
): TaggedPdf => {
  const { heading, lines, flags, alerts, scores, reference } = summary;
  const cut = (text: string) => shortened(text, longest);
  const pdf = taggedPdf(
    {
      title: 'Intake on one page',
      language: 'en-US',
      madeAt: new Date(summary.receivedAt),
      namedCharacters: '',
      foot: () =>
        `${reference} · ${standingOf(summary).toLowerCase()} · one page; everything stands in the full PDF`,
    },
    options,
  );
  pdf.heading(1, cut(heading.name));
  const level = levels[summary.level];
  if (level !== null) pdf.paragraph(level, 'strong');
  pdf.paragraph(cut(factsOf(summary)));
  pdf.paragraph(cut(contactText(summary)));
  pdf.paragraph(
    `${clinic.name}. Received ${momentIn(clinic.timeZone, summary.receivedAt)}. Reference ${reference}. Form ${summary.formVersion}, rules ${summary.rulesVersion}. ${standingOf(summary)}. A sign such as [U+5B89] stands for a character that cannot be printed.`,
    'muted',
  );
  const notice = part2Notice(
    clinic,
    summary.sections.flatMap(({ answers }) => answers),
  );
  if (notice !== undefined) pdf.paragraph(notice, 'strong');
  for (const { level: alertLevel, state, receivedAt } of alerts.slice(0, mostAlerts))
    pdf.paragraph(
      `Alert before sending (${levels[alertLevel] ?? 'note'}): ${state}, ${momentIn(clinic.timeZone, receivedAt)}`,
    );
  if (alerts.length > mostAlerts) pdf.paragraph(`And ${inFull(alerts.length - mostAlerts, 'alert')}.`);
  pdf.heading(2, 'In thirty seconds');
  pdf.facts(lines.map((line) => ({ label: line.title, text: cut(lineText(line)), isAbsent: false })));
  pdf.heading(2, 'Scores');
  pdf.paragraph(
    scores.length === 0
      ? 'No questionnaire was answered.'
      : scores.map((score) => `${score.name} ${scoreText(score)} (${score.band ?? 'no band'})`).join(' · '),
  );
  pdf.heading(2, 'Flags');
  writeWhatFits(pdf, flags, cut);
  return pdf;
};

const contactKeys = ['email', 'mayCall', 'mayLeaveMessage', 'contactMethod'];

const contactText = ({ heading, sections }: Summary): string => {
  const answered = sections
    .flatMap(({ answers }) => answers)
    .filter(({ key, state }) => contactKeys.includes(key) && state === 'answered')
    .map((line) => `${line.label}: ${answerWithState(line)}`);
  return [`Phone: ${heading.phone ?? 'not given'}`, ...answered].join('; ');
};

/** Worst first, as many as the page holds; the rest are counted, never dropped in silence. */
const writeWhatFits = (
  pdf: TaggedPdf,
  flags: readonly SummaryFlag[],
  cut: (text: string) => string,
): void => {
  if (flags.length === 0) {
    pdf.paragraph('No rule found anything.');
    return;
  }
  const titles = flags.map((flag) => cut(flagTitle(flag)));
  const forTheRest = pdf.heightOf('More', 'strong') + 8;
  let left = pdf.room();
  const fitting = titles.findIndex((title, at) => {
    left -= pdf.heightOf(`• ${title}`) + 6;
    return left < (at === titles.length - 1 ? 0 : forTheRest);
  });
  const shown = fitting === -1 ? titles : titles.slice(0, fitting);
  if (shown.length > 0) pdf.list(shown);
  const more = titles.length - shown.length;
  if (more > 0) pdf.lastLine(`And ${inFull(more, 'flag')}.`);
};

const inFull = (many: number, what: string): string =>
  `${many} more ${what}${many === 1 ? '' : 's'} in the full PDF`;

const CUT = ' … (whole in the full PDF)';

/** By what is printed, not by what was typed: a letter that is written as a code point takes seven. */
const shortened = (text: string, longest: number): string => {
  const { draws } = typeface();
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  let printed = 0;
  const fitting = parts.findIndex((part) => {
    printed += printable(part, draws).reduce((sum, stretch) => sum + stretch.text.length, 0);
    return printed > longest;
  });
  return fitting === -1 ? text : `${parts.slice(0, fitting).join('').replace(/\s+/g, ' ')}${CUT}`;
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
