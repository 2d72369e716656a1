import type { Range } from '../../questions/total.ts';
import type { Settings } from '../../settings/settings.ts';
import { allQuestions } from '../../steps/catalog.ts';
import type { ListQuery } from '../../submission/export-wire.ts';
import type { Frozen, FrozenLine } from '../../submission/freeze.ts';
import { locationOf } from '../../submission/queue-entry.ts';
import { levelOf, type VerifiedCase } from '../../submission/verified.ts';
import type { VerifiedAnswer } from '../../submission/verified-answer.ts';
import { momentIn, verifiedText } from './clinician-words.ts';
import { part2Notice } from './part2.ts';

/** A case of the list. One that cannot be opened keeps its row: a list that is shorter than the clinic lies. */
export interface ListedCase {
  readonly id: string;
  readonly status: string;
  readonly receivedAt: number;
  readonly opened: VerifiedCase | undefined;
}

type Clinic = Pick<Settings, 'timeZone' | 'part2Programme'>;

const scoreIds = ['phq9', 'gad7', 'pcptsd5', 'auditc', 'peg'] as const;

const headings = [
  'reference',
  'received',
  'status',
  'form_version',
  'rules_version',
  'location',
  'language',
  'first_name',
  'last_name',
  'birth_date',
  'phone',
  'email',
  'interest',
  'safety_level',
  'spravato',
  'iv_ketamine',
  ...scoreIds.map((id) => `${id}_score`),
  'flags_present',
  'flags_unknown',
  'verified',
  'note',
] as const;

/**
 * The list as rows, the headings first. What the rules say is made of what holds: reported by the patient, with what
 * clinicians corrected, which stands in a column of its own. The answers are the patient's.
 */
export function caseList(
  cases: readonly ListedCase[],
  columns: ListQuery['columns'],
  clinic: Clinic,
): readonly (readonly string[])[] {
  const opened = cases.map((one) => ({ one, lines: one.opened && linesOf(one.opened.reported) }));
  const keys = columns === 'answers' ? answerKeys(opened.flatMap(({ lines }) => lines ?? [])) : [];
  return [
    [...headings, ...keys],
    ...opened.map(({ one, lines = [] }) => {
      const byKey = new Map(lines.map((line) => [line.key, line]));
      return [...summaryCells(one, lines, clinic), ...keys.map((key) => answerCell(byKey.get(key)))];
    }),
  ];
}

const linesOf = ({ content }: Frozen): readonly FrozenLine[] => content.inEnglish ?? content.asRead;

/** In the order of the form, with those of earlier forms at the end. */
function answerKeys(lines: readonly FrozenLine[]): readonly string[] {
  const order = new Map(allQuestions.map(({ key }, at) => [key as string, at]));
  const placeOf = (key: string) => order.get(key.replace(/\[.*/, '')) ?? order.size;
  return [...new Set(lines.map(({ key }) => key))].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Not asked, not answered, declined and not sure are four things. */
const states = { blank: '[not answered]', declined: '[declined]', unsure: '[not sure]' } as const;

const answerCell = (line: FrozenLine | undefined): string => {
  if (line === undefined) return '';
  return line.state === 'answered' ? line.text : states[line.state];
};

const noteOf = ({ answers }: VerifiedCase): string =>
  answers.length === 0
    ? 'patient-reported, not verified'
    : 'patient-reported; verified where the column "verified" says so';

function summaryCells(
  { status, receivedAt, opened }: ListedCase,
  lines: readonly FrozenLine[],
  clinic: Clinic,
): readonly string[] {
  const received = momentIn(clinic.timeZone, new Date(receivedAt).toISOString());
  if (opened === undefined)
    return headings.map((heading) => {
      if (heading === 'received') return received;
      if (heading === 'status') return status;
      return heading === 'note' ? 'this record cannot be opened' : '';
    });
  const { content } = opened.reported;
  const { answers } = opened.holds.content;
  const { scores, flags, disposition, rulesVersion } = opened.holds.screening.evaluation;
  const ids = (wanted: 'present' | 'unknown') =>
    flags.flatMap(({ id, status: found }) => (found === wanted ? [id] : [])).join(' ');
  return [
    content.reference,
    received,
    status,
    content.formVersion,
    rulesVersion,
    locationOf(content) ?? '',
    content.language,
    answers.firstName ?? '',
    answers.lastName ?? '',
    answers.birthDate ?? '',
    answers.phone ?? '',
    answers.email ?? '',
    answers.interest ?? '',
    levelOf(opened),
    disposition.spravato,
    disposition.ivKetamine,
    ...scoreIds.map((id) => scoreCell(scores[id])),
    ids('present'),
    ids('unknown'),
    opened.answers.map((one) => verifiedCell(one, clinic)).join('; '),
    [noteOf(opened), part2Notice(clinic, lines)].filter(Boolean).join('. '),
  ];
}

/** `Blood pressure (corrected by Ana Reyes, Nov 22, 2026, 9:14 AM): Corrected: 128 mmHg, Patient said: 158 mmHg` */
const verifiedCell = (of: VerifiedAnswer, { timeZone }: Clinic): string => {
  const { label, text } = verifiedText(of, timeZone);
  return `${label}: ${text.replaceAll('\n', ', ')}`;
};

/** A range where items were left blank: `17 to 20`, which no spreadsheet takes for a date. */
const scoreCell = (score: Range | undefined): string => {
  if (score === undefined) return '';
  return score.min === score.max ? `${score.min}` : `${score.min} to ${score.max}`;
};
