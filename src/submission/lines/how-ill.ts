import { rangeText } from '../../screening/rule.ts';
import type { Frozen } from '../freeze.ts';
import { type ScaleReading, scaleReadings } from '../scales.ts';
import { clip, fitLine } from '../short-text.ts';
import type { LineText } from '../staff-wire.ts';

/** Line 3: how ill is this person, by the scales? A blank item makes a range, never a score. */
export function howIllLine(frozen: Frozen): LineText {
  const { answers, inEnglish, asRead } = frozen.content;
  const readings = scaleReadings(frozen);
  const difficulty = (inEnglish ?? asRead).find(({ key }) => key === 'phq9Difficulty');
  const pieces = [
    ...readings.filter(({ id }) => id !== 'auditc').map(scaleText),
    ...(answers.conditions?.includes('chronicPain') && !readings.some(({ id }) => id === 'peg')
      ? ['PEG not complete']
      : []),
    ...(difficulty?.state === 'answered' ? [difficulty.text.toLowerCase()] : []),
    ...(answers.episodeMonths === undefined ? [] : [`episode ${answers.episodeMonths} months`]),
    ...readings.filter(({ id }) => id === 'auditc').map(scaleText),
    goals(answers.conditions),
  ];
  return { id: 'howIll', title: 'HOW ILL', text: fitLine(pieces), tone: tone(readings) };
}

const scaleText = ({ name, min, max, highest, band, isBlank }: ScaleReading): string => {
  if (isBlank) return `${name} not answered`;
  const incomplete = min === max ? '' : ' incomplete';
  const outOf = name === 'PC-PTSD-5' ? `/${highest}` : '';
  return `${name} ${rangeText({ min, max })}${outOf}${band ? ` ${band}` : ''}${incomplete}`;
};

const goals = (conditions: readonly string[] | undefined): string =>
  conditions === undefined || conditions.length === 0
    ? 'goal: none chosen'
    : `goal: ${clip(conditions.map((one) => goalNames[one] ?? one).join(', '), 60)}`;

const goalNames: Readonly<Record<string, string>> = {
  depression: 'depression',
  bipolarDepression: 'bipolar depression',
  ptsd: 'PTSD',
  gad: 'anxiety',
  socialAnxiety: 'social anxiety',
  ocd: 'OCD',
  chronicPain: 'chronic pain',
  substanceUse: 'substance use',
  other: 'other',
};

/** The label's threshold for "severe" is the clinician's to judge; the line only says whether a scale is raised. */
const tone = (readings: readonly ScaleReading[]): LineText['tone'] =>
  readings.every(({ isRaised }) => !isRaised) ? 'clear' : 'note';
