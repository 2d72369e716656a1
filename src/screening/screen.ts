import type { Answers } from '../steps/catalog.ts';
import { clinicPackOf } from './clinic-pack-of.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import type { Circumstances } from './intake.ts';
import { intakeOf } from './intake-of.ts';

/**
 * Screens one intake: which rules find something, the scores, and where it goes. Answers that are off the path count
 * nowhere. It never throws, decides nothing, and is read by clinicians only. The one automatic stop is age under 18.
 *
 * @example screen(answers, { asOf: '2026-11-22', settings }).disposition.spravato // 'REVIEW'
 */
export const screen = (answers: Answers, circumstances: Circumstances): Evaluation =>
  evaluate(intakeOf(answers, circumstances), clinicPackOf(circumstances.settings.clinicRules));
