import type { Range } from '../../questions/total.ts';
import type { Settings } from '../../settings/settings.ts';
import { allQuestions } from '../../steps/catalog.ts';
import type { ListQuery } from '../../submission/export-wire.ts';
import type { Frozen, FrozenLine } from '../../submission/freeze.ts';
import { locationOf } from '../../submission/queue-entry.ts';
import { safetyLevelOf } from '../../submission/safety-level.ts';
import { momentIn } from './clinician-words.ts';
import { part2Notice } from './part2.ts';

/** A case of the list. One that cannot be opened keeps its row: a list that is shorter than the clinic lies. */
export interface ListedCase {
  readonly id: string;
  readonly status: string;
  readonly receivedAt: number;
  readonly frozen: Frozen | undefined;
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
  'note',
] as const;

/** The list as rows, the headings first. All of it is patient-reported and not verified, and each row says so. */
export function caseList(
  cases: readonly ListedCase[],
  columns: ListQuery['columns'],
  clinic: Clinic,
): readonly (readonly string[])[] {
  const opened = cases.map((one) => ({ one, lines: one.frozen && linesOf(one.frozen) }));
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

const NOTE = 'patient-reported, not verified';

function summaryCells(
  { status, receivedAt, frozen }: ListedCase,
  lines: readonly FrozenLine[],
  clinic: Clinic,
): readonly string[] {
  const received = momentIn(clinic.timeZone, new Date(receivedAt).toISOString());
  if (frozen === undefined)
    return headings.map((heading) => {
      if (heading === 'received') return received;
      if (heading === 'status') return status;
      return heading === 'note' ? 'this record cannot be opened' : '';
    });
  const { content, screening } = frozen;
  const { answers } = content;
  const { scores, flags, disposition, rulesVersion } = screening.evaluation;
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
    safetyLevelOf(flags),
    disposition.spravato,
    disposition.ivKetamine,
    ...scoreIds.map((id) => scoreCell(scores[id])),
    ids('present'),
    ids('unknown'),
    [NOTE, part2Notice(clinic, lines)].filter(Boolean).join('. '),
  ];
}

/** A range where items were left blank: `17 to 20`, which no spreadsheet takes for a date. */
const scoreCell = (score: Range | undefined): string => {
  if (score === undefined) return '';
  return score.min === score.max ? `${score.min}` : `${score.min} to ${score.max}`;
};
