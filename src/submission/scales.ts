import type { Range } from '../questions/total.ts';
import type { Thresholds } from '../settings/settings.ts';
import type { Answers } from '../steps/catalog.ts';
import { type Gad7Band, gad7Score } from '../steps/gad7/score.ts';
import { type Phq9Band, phq9Cut, phq9Score } from '../steps/phq9/score.ts';
import { pcptsd5Score } from '../steps/ptsd/score.ts';
import type { Frozen } from './freeze.ts';

export type ScaleId = 'phq9' | 'gad7' | 'pcptsd5' | 'peg' | 'auditc';

/** A scale as a clinician reads it. */
export interface ScaleReading extends Range {
  readonly id: ScaleId;
  readonly name: string;
  readonly highest: number;
  /** Only where both ends of the range fall in it. */
  readonly band: string | null;
  readonly isBlank: boolean;
  /** At or over its screening cut, or possibly so. */
  readonly isRaised: boolean;
}

const phq9Words: Readonly<Record<Phq9Band, string>> = {
  minimal: 'minimal',
  mild: 'mild',
  moderate: 'moderate',
  moderatelySevere: 'moderately severe',
  severe: 'severe',
};
const gad7Words: Readonly<Record<Gad7Band, string>> = {
  minimal: 'minimal',
  mild: 'mild',
  moderate: 'moderate',
  severe: 'severe',
};

/** From this total on the GAD-7 screens positive. Source: L-GAD. */
const gad7Cut = 10;
/** From this total on alcohol use is high. Source: L-AUD, GK (cut). */
const auditcHigh = 8;

/** The frozen scores with their bands, in the order they are read. A scale that was not asked is not there. */
export function scaleReadings({ content, screening }: Frozen): readonly ScaleReading[] {
  const { answers, settings } = content;
  const { scores } = screening.evaluation;
  const readings: ScaleReading[] = [];
  const add = (id: ScaleId, name: string, highest: number, band: string | null, isRaised: boolean) => {
    const range = scores[id];
    if (range) readings.push({ id, name, highest, band, isRaised, isBlank: isBlank(answers[id]), ...range });
  };
  const phq9 = phq9Score(answers.phq9);
  const gad7 = gad7Score(answers.gad7);
  add('phq9', 'PHQ-9', 27, phq9.band ? phq9Words[phq9.band] : null, phq9.max >= phq9Cut);
  add('gad7', 'GAD-7', 21, gad7.band ? gad7Words[gad7.band] : null, gad7.max >= gad7Cut);
  add('pcptsd5', 'PC-PTSD-5', 5, ptsdBand(answers.pcptsd5), (scores.pcptsd5?.max ?? 0) >= 3);
  add('peg', 'PEG', 10, null, (scores.peg?.max ?? 0) > 0);
  const cut = alcoholCut(answers, settings.thresholds);
  add('auditc', 'AUDIT-C', 12, alcoholBand(scores.auditc, cut), (scores.auditc?.max ?? 0) >= cut);
  return readings;
}

const isBlank = (items: readonly (number | null)[] | undefined): boolean =>
  !items?.some((item) => item !== null);

/** Both cut points are shown: 4 misses many women. Source: L-PTSD. */
const ptsdBand = (items: Answers['pcptsd5']): string | null => {
  const { atThree, atFour } = pcptsd5Score(items);
  if (atFour === 'positive') return 'positive';
  if (atThree === 'positive' && atFour === 'negative') return 'positive at 3 only';
  return atThree === 'negative' ? 'negative' : null;
};

const alcoholCut = ({ sex }: Answers, { auditcMen, auditcOthers }: Thresholds): number =>
  sex === 'male' ? auditcMen : auditcOthers;

const alcoholBand = (range: Range | undefined, cut: number): string | null => {
  if (!range) return null;
  if (range.min >= auditcHigh) return 'high';
  if (range.min >= cut && range.max < auditcHigh) return 'positive';
  return range.max < cut ? 'negative' : null;
};
