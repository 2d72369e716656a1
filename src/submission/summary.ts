import { ageOn } from '../lib/dates.ts';
import type { ExplainedFlag } from '../screening/explain.ts';
import { type Severity, severities } from '../screening/rule.ts';
import { reasonsOf, type TrialReading } from '../screening/trials.ts';
import type { Answers } from '../steps/catalog.ts';
import { sectionNames, sections } from '../steps/step.ts';
import { clinicsOwnText } from './clinics-own.ts';
import type { Frozen, FrozenContent, FrozenLine } from './freeze.ts';
import { howIllLine } from './lines/how-ill.ts';
import { medicinesLine } from './lines/medicines.ts';
import { nextLine } from './lines/next.ts';
import { safetyLine } from './lines/safety.ts';
import { treatableLine } from './lines/treatable.ts';
import { triedLine } from './lines/tried.ts';
import { medicinesTaken } from './medicines-taken.ts';
import { fullName } from './queue-entry.ts';
import { higherLevel, safetyLevelOf } from './safety-level.ts';
import { scaleReadings } from './scales.ts';
import type { AnswerLine, Summary, SummaryFlag, SummaryLine, SummaryScore } from './staff-wire.ts';
import type { VerifiedCase } from './verified.ts';

/**
 * What a clinician reads of a case: six lines for the first half minute, then every flag with its rule, its source and
 * the patient's own words, the scores, the trials, and all answers. Made from the frozen submission alone.
 *
 * @param alerts what was told before sending, from the store
 */
export function summaryOf(frozen: Frozen, alerts: Summary['alerts']): Summary {
  return summaryFrom(frozen, frozen.content, alerts);
}

/**
 * The same with what clinicians verified: lines, flags, scores, trials and level are what holds with the corrections,
 * and each says where the patient's own words make another of it. What the patient said stays as they said it.
 */
export function verifiedSummary(
  verified: VerifiedCase,
  version: number | null,
  alerts: Summary['alerts'],
): Summary {
  const { reported, holds, answers } = verified;
  const said = { ...summaryOf(reported, alerts), verified: { version, answers: [...answers] } };
  if (holds === reported) return said;
  const held = summaryFrom(holds, reported.content, alerts);
  const level = higherLevel(said.level, held.level);
  return {
    ...held,
    level,
    sections: said.sections,
    verified: said.verified,
    lines: held.lines.map((line) => besideSaid(heldLine(line, holds, level), said)),
    flags: [
      ...held.flags.map((flag) =>
        isAmong(said.flags, flag) ? flag : { ...flag, foundBy: 'corrected' as const },
      ),
      ...said.flags
        .filter((flag) => !isAmong(held.flags, flag))
        .map((flag) => ({ ...flag, foundBy: 'asSaid' as const })),
    ],
  };
}

const isAmong = (flags: readonly SummaryFlag[], { id, status }: SummaryFlag): boolean =>
  flags.some((one) => one.id === id && one.status === status);

/** A correction calls no call off: until it is closed with an outcome, the lines go on asking for it. */
const heldLine = (line: SummaryLine, holds: Frozen, level: Summary['level']): SummaryLine =>
  line.id === 'next' ? { ...nextLine(holds, level), asSaid: null } : line;

const besideSaid = (line: SummaryLine, said: Summary): SummaryLine => {
  const before = said.lines.find(({ id }) => id === line.id);
  if (before === undefined || before.text === line.text) return line;
  const tone = line.id === 'safety' ? morePressing(line.tone, before.tone) : line.tone;
  return { ...line, tone, asSaid: before.text };
};

const tones: readonly SummaryLine['tone'][] = ['safety', 'review', 'note', 'clear'];
const morePressing = (one: SummaryLine['tone'], other: SummaryLine['tone']): SummaryLine['tone'] =>
  tones.indexOf(one) <= tones.indexOf(other) ? one : other;

/** @param own what the patient said, in their own words */
function summaryFrom(frozen: Frozen, own: FrozenContent, alerts: Summary['alerts']): Summary {
  const { content, screening } = frozen;
  const { answers } = content;
  const raised = alerts.filter(({ state }) => state === 'raised').map(({ level }) => level);
  return {
    id: content.submissionId,
    reference: content.reference,
    receivedAt: content.receivedAt,
    formVersion: content.formVersion,
    rulesVersion: screening.evaluation.rulesVersion,
    language: content.language,
    heading: {
      name: fullName(answers),
      age: answers.birthDate === undefined ? null : (ageOn(answers.birthDate, content.asOf) ?? null),
      pronouns: answers.pronouns ?? null,
      interpreter: answers.interpreter === 'yes',
      phone: answers.phone ?? null,
      completedBy: completedBy(answers),
    },
    level: raised.reduce(higherLevel, safetyLevelOf(screening.evaluation.flags)),
    disposition: screening.evaluation.disposition,
    lines: [
      safetyLine(frozen),
      treatableLine(frozen),
      howIllLine(frozen),
      triedLine(frozen),
      medicinesLine(frozen),
      nextLine(frozen, safetyLevelOf(screening.evaluation.flags)),
    ].map((line) => ({ ...line, asSaid: null })),
    flags: [...screening.flags].sort(worstFirst).map((flag) => flagOf(flag, own)),
    scores: scoresOf(frozen),
    trials: screening.trials.readings.map((reading) =>
      trialOf(reading, content.settings.thresholds.trialWeeks),
    ),
    medicines: medicinesTaken(frozen).map((one) => ({ ...one })),
    sections: sections.flatMap((id) => {
      const lines = inEnglish(content).filter(({ section }) => section === id);
      return lines.length === 0 ? [] : [{ id, title: sectionNames.en[id], answers: lines.map(answerLine) }];
    }),
    trail: content.trail.map(({ label, from, to, at }) => ({ label, from, to, at })),
    verified: { version: null, answers: [] },
    alerts,
  };
}

const inEnglish = (content: FrozenContent): readonly FrozenLine[] => content.inEnglish ?? content.asRead;

const answerLine = ({ key, label, text, state }: FrozenLine): AnswerLine => ({ key, label, text, state });

const completedBy = ({ completedBy: who, helperName, helperRelation }: Answers): string => {
  switch (who) {
    case 'self':
      return 'filled in by the patient';
    case 'staff':
      return 'filled in by staff with the patient';
    case 'other': {
      const helper = [helperName, helperRelation].filter((part) => part !== undefined).join(', ');
      return helper ? `filled in by a helper: ${helper}` : 'filled in by a helper';
    }
    default:
      return 'who filled it in: not answered';
  }
};

const rank = (severity: Severity | null): number =>
  severity === null ? severities.length : severities.indexOf(severity);
const worst = ({ flag }: ExplainedFlag): number => Math.min(rank(flag.spravato), rank(flag.ivKetamine));

const worstFirst = (one: ExplainedFlag, other: ExplainedFlag): number =>
  worst(one) - worst(other) ||
  Number(one.flag.status === 'unknown') - Number(other.flag.status === 'unknown');

const flagOf = (explained: ExplainedFlag, content: FrozenContent): SummaryFlag => {
  const { flag, words, finds, tags, sources, clinicsOwn: own } = explained;
  return {
    id: flag.id,
    status: flag.status,
    spravato: flag.spravato,
    ivKetamine: flag.ivKetamine,
    tone: toneOf(worst(explained)),
    words,
    finds,
    sources: sources.map(({ code, name }) => `${name} [${code}]`),
    tags: [...tags],
    clinicsOwn: own ? clinicsOwnText(own) : null,
    patientSaid: content.asRead.filter(isBehind(explained)).map(answerLine),
    foundBy: 'either',
  };
};

const toneOf = (rankOfFlag: number): SummaryFlag['tone'] => {
  const severity = severities[rankOfFlag];
  if (severity === 'urgent') return 'safety';
  return severity === 'contraindication' || severity === 'review' ? 'review' : 'note';
};

const aboutItem9: ReadonlySet<string> = new Set(['SU-PHQ9-ITEM9', 'SU-DISCORDANT']);

/** The lines that a rule read: all items of an instrument, unless it looked at one, or at the blank ones. */
const isBehind = ({ flag, reads }: ExplainedFlag) => {
  const keys = new Set<string>(reads);
  return ({ key, state }: FrozenLine): boolean => {
    if (!keys.has(key.replace(/\[\d+\]$/, ''))) return false;
    if (aboutItem9.has(flag.id) && key.startsWith('phq9[')) return key === 'phq9[8]';
    return flag.id !== 'SC-INCOMPLETE' || state === 'blank';
  };
};

const scoresOf = (frozen: Frozen): SummaryScore[] =>
  scaleReadings(frozen).map(({ id, name, min, max, highest, band }) => ({
    id,
    name,
    min,
    max,
    highest,
    band,
    items: inEnglish(frozen.content)
      .filter(({ key }) => key.startsWith(`${id}[`))
      .map(({ label, text }, index) => ({
        label,
        text,
        value: frozen.content.answers[id]?.[index] ?? null,
      })),
  }));

const verdicts = { present: 'counts', absent: 'doesNotCount', unknown: 'cannotTell' } as const;

const trialOf = (reading: TrialReading, trialWeeks: number): Summary['trials'][number] => {
  const { doseMg, weeks } = reading.trial;
  const reasons = reasonsOf(reading);
  return {
    drug: reading.name,
    dose: doseMg === undefined ? 'not given' : `${doseMg} mg a day`,
    weeks: weeks === undefined ? 'not given' : weeks === 1 ? '1 week' : `${weeks} weeks`,
    verdict: verdicts[reading.failed],
    reasons:
      reasons.length > 0
        ? [...reasons]
        : [
            'dose reaches the minimum',
            `at least ${trialWeeks} weeks`,
            'in this episode',
            'taken most days',
            'helped less than half',
          ],
  };
};
