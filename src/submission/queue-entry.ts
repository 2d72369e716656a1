import { ageOn } from '../lib/dates.ts';
import type { Flag } from '../screening/evaluation.ts';
import { rangeText } from '../screening/rule.ts';
import type { Frozen } from './freeze.ts';
import { ruleName } from './rule-names.ts';
import { safetyLevelOf } from './safety-level.ts';
import { clip } from './short-text.ts';
import type { QueueItem, SafetyLevel } from './staff-wire.ts';

/** How to reach somebody, for whoever calls. */
export interface Contact {
  /** First and last name, and the name they go by. */
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly whereToday: string | null;
  readonly mayCall: 'yes' | 'no' | null;
  readonly mayText: 'yes' | 'no' | null;
  readonly mayEmail: 'yes' | 'no' | null;
  readonly mayLeaveMessage: 'yes' | 'no' | null;
  readonly contactMethod: 'phone' | 'text' | 'email' | null;
  readonly preferredTimes: readonly string[];
  readonly interpreter: boolean;
}

/** What the queue shows of one case: small, and encrypted apart from the answers, so that a list opens fast. */
export interface QueueEntry {
  readonly format: 1;
  readonly reference: string;
  /** By the answers alone; a raised alert may lift it. */
  readonly level: SafetyLevel;
  readonly name: string;
  readonly age: number | null;
  readonly interest: QueueItem['interest'];
  readonly phq9: string | null;
  /** On what stands against treatment; those on safety are put before them by `chipsOf`. */
  readonly chips: QueueItem['chips'];
  readonly language: QueueItem['language'];
  readonly location: string | null;
  readonly since: string;
  readonly contact: Contact;
}

/** The line of a case in the queue, and whom to call. */
export function queueEntryOf({ content, screening }: Frozen): QueueEntry {
  const { answers } = content;
  const { flags, scores } = screening.evaluation;
  return {
    format: 1,
    reference: content.reference,
    level: safetyLevelOf(flags),
    name: nameInList(answers.firstName, answers.lastName),
    age: answers.birthDate === undefined ? null : (ageOn(answers.birthDate, content.asOf) ?? null),
    interest: answers.interest ?? null,
    phq9: scores.phq9 ? rangeText(scores.phq9) : null,
    chips: medicalChips(flags),
    language: content.language,
    location: locationOf(content),
    since: content.receivedAt,
    contact: {
      name: fullName(answers),
      phone: answers.phone ?? null,
      email: answers.email ?? null,
      whereToday: answers.whereToday ?? null,
      mayCall: answers.mayCall ?? null,
      mayText: answers.mayText ?? null,
      mayEmail: answers.mayEmail ?? null,
      mayLeaveMessage: answers.mayLeaveMessage ?? null,
      contactMethod: answers.contactMethod ?? null,
      preferredTimes: answers.preferredTimes ?? [],
      interpreter: answers.interpreter === 'yes',
    },
  };
}

/** The location of a case: the one chosen, or the only one there is. */
export function locationOf({ answers, settings }: Frozen['content']): string | null {
  const [only, ...others] = settings.locations;
  return answers.location ?? (others.length === 0 ? (only?.id ?? null) : null);
}

/** How names stand in the list, where a passer-by may see them: `R., Ana`. */
export function nameInList(first: string | undefined, last: string | undefined): string {
  const initial = last ? [...clip(last, 100)][0] : undefined;
  const given = first ? clip(first, 24) : undefined;
  if (initial && given) return `${initial}., ${given}`;
  return given ?? (initial ? `${initial}.` : 'Name not given');
}

/** The name as it is said on the phone: `Ana Rivera (goes by Annie)`. */
export function fullName(answers: {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly preferredName?: string | undefined;
}): string {
  const name = [answers.firstName, answers.lastName].filter((part) => part !== undefined).join(' ');
  const called = answers.preferredName;
  if (name === '') return called ?? 'Name not given';
  return called === undefined || called === answers.firstName ? name : `${name} (goes by ${called})`;
}

/** How many contraindications are named before the rest is only counted. */
const MOST_NAMED = 2;

/**
 * The chips of a row. Where somebody must be called, "no flags" would be read as "all is well". One chip says how soon,
 * and that nobody has taken it in time.
 */
export function chipsOf(
  level: SafetyLevel,
  medical: QueueItem['chips'],
  isOverdue: boolean,
): QueueItem['chips'] {
  if (level === 'none') return medical;
  const call = level === 'urgent' ? 'Safety: call now' : 'Safety: call today';
  const isPressing = level === 'urgent' || isOverdue;
  return [
    { tone: isPressing ? 'safety' : 'review', text: isOverdue ? `${call}, not taken yet` : call },
    ...medical.filter(({ tone }) => tone !== 'clear'),
  ];
}

const medicalChips = (all: readonly Flag[]): QueueItem['chips'] => {
  const flags = all.filter(({ id }) => !id.startsWith('SU-'));
  const contraindications = flags.filter(isContraindication);
  const chips: QueueItem['chips'] = contraindications.slice(0, MOST_NAMED).map(({ id, status }) => ({
    tone: 'review',
    text: `Label CI${status === 'unknown' ? ' not known' : ''}: ${ruleName(id)}`,
  }));
  const unnamed = contraindications.length - MOST_NAMED;
  if (unnamed > 0) chips.push({ tone: 'review', text: `Label CI: +${unnamed} more` });
  if (chips.length > 0) return chips;
  if (flags.some((flag) => weighs(flag, 'review'))) return [{ tone: 'review', text: 'Review' }];
  const cautions = flags.filter((flag) => weighs(flag, 'caution')).length;
  if (cautions > 0) return [{ tone: 'note', text: cautions === 1 ? '1 caution' : `${cautions} cautions` }];
  return [{ tone: 'clear', text: 'No flags to review' }];
};

const weighs = ({ spravato, ivKetamine }: Flag, severity: Flag['spravato']): boolean =>
  spravato === severity || ivKetamine === severity;

const isContraindication = (flag: Flag): boolean => weighs(flag, 'contraindication');
