import type { Locale } from '../lib/locale.ts';
import { answerLines, type Line } from '../questions/display.ts';
import type { Flag } from '../screening/evaluation.ts';
import { explain } from '../screening/explain.ts';
import { intakeOf } from '../screening/intake-of.ts';
import type { RuleId } from '../screening/rules.ts';
import { screen } from '../screening/screen.ts';
import type { Settings } from '../settings/settings.ts';
import type { Answers } from '../steps/catalog.ts';
import { questionsWith } from '../steps/own-instrument.ts';
import { safetyLevelOf } from './safety-level.ts';
import type { SafetyLevel } from './staff-wire.ts';

/** The rules that can tell the clinic before the form is sent. */
const alertRules: ReadonlySet<string> = new Set<RuleId>([
  'SU-EMERGENCY',
  'SU-ACUTE',
  'SU-ATTEMPT-RECENT',
  'SU-POSITIVE',
  'SU-PHQ9-ITEM9',
]);

/** What an alert says: how soon to call, why, and what the person answered. */
export interface AlertReading {
  readonly level: Exclude<SafetyLevel, 'none'>;
  readonly rules: readonly { readonly id: string; readonly words: string }[];
  /** In the language that the person read. Only the answers that caused it, and the birth date. */
  readonly said: readonly Line[];
}

/** Of the PHQ-9 only item 9 causes an alert, so only that one is kept. */
const ITEM_9 = 'phq9[8]';

/**
 * Reads the few answers that an alert carries. A rule counts only where one of its questions has been answered: a
 * page that the person has not reached yet is blank to the rules, but raises nothing. The birth date stops nothing
 * here: somebody under 18 in danger is called too. Somebody who asks to be called is called the same day at the latest.
 *
 * @example readAlert({ emergencyNow: 'unsure' }, { asOf, settings, language: 'en' }).level // 'urgent'
 */
export function readAlert(
  answers: Answers,
  circumstances: {
    readonly asOf: string;
    readonly settings: Pick<Settings, 'locations' | 'thresholds' | 'instrument'>;
    readonly language: Locale;
  },
): AlertReading {
  const { birthDate, ...others } = answers;
  const carried: Answers = others;
  const { flags } = screen(carried, circumstances);
  const causes = explain(flags.filter(isOfAnAlert), intakeOf(carried, circumstances), null).filter(
    ({ reads }) => reads.some((key) => carried[key] !== undefined),
  );
  const level = safetyLevelOf(causes.map(({ flag }) => flag));
  const read = new Set<string>(causes.flatMap(({ reads }) => reads));
  const reading = { locale: circumstances.language, locations: [] };
  const said = questionsWith(circumstances.settings.instrument)
    .filter(({ key }) => (read.has(key) && carried[key] !== undefined) || (key === 'birthDate' && birthDate))
    .flatMap((question) => answerLines(question, answers[question.key], reading))
    .filter(({ key }) => !key.startsWith('phq9[') || key === ITEM_9);
  return {
    level: level === 'none' ? 'sameDay' : level,
    rules: causes.map(({ flag, words }) => ({ id: flag.id, words })),
    said,
  };
}

const isOfAnAlert = ({ id, status }: Flag): boolean => status === 'present' && alertRules.has(id);
