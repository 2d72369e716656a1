import { neededText } from './needed.ts';
import type { Criterion } from './pack.ts';

/**
 * A payer's condition as a clinician reads it.
 *
 * @example criterionText({ kind: 'age', under: 65 }) // 'Under 65 years old'
 */
export function criterionText(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'trials': {
      const { count, weeks, differentClasses, currentEpisode, responseAtMost } = criterion;
      return [
        `${neededText(count)} antidepressants that did not work`,
        ...(differentClasses ? ['of different classes'] : []),
        ...(weeks === undefined ? [] : [`${neededText(weeks)} weeks each`]),
        ...(currentEpisode ? ['in the current episode'] : []),
        ...(responseAtMost === undefined ? [] : [`${responseAtMost} % improvement or less`]),
      ].join(', ');
    }
    case 'highestToleratedDose':
      return 'Each trial at the highest tolerated dose';
    case 'augmentations':
      return `${neededText(criterion.count)} augmentations that did not work, ${neededText(criterion.weeks)} weeks each`;
    case 'agents':
      return `${neededText(criterion.count)} agents that did not work, ${neededText(criterion.weeks)} weeks each`;
    case 'anyOf':
      return `One of: ${criterion.of.map((part, at) => `(${at + 1}) ${criterionText(part)}`).join('; ')}`;
    case 'age':
      return `Under ${criterion.under} years old`;
    case 'baselineScale': {
      const { phq9Above, withinWeeks } = criterion;
      const scale = phq9Above === undefined ? 'A baseline scale' : `PHQ-9 above ${phq9Above}`;
      return withinWeeks === undefined ? scale : `${scale}, within ${withinWeeks} weeks`;
    }
    case 'psychiatrist':
      return 'Prescribed by a psychiatrist';
    case 'pdmpCheck':
      return 'Prescription drug monitoring program (PDMP) checked';
    case 'oralAntidepressant':
      return criterion.stableWeeks === undefined
        ? 'Together with an oral antidepressant'
        : `On an oral antidepressant, stable for ${criterion.stableWeeks} weeks`;
    case 'psychotherapyTried':
      return 'Psychotherapy tried';
    case 'noConcurrent':
      return `Not alongside ${criterion.treatments.map((one) => (one === 'ketamine' ? one : one.toUpperCase())).join(', ')}`;
    case 'substanceUseStatus':
      return 'Substance-use status stated';
    case 'suicidalityHistory':
      return 'History of suicidality stated';
    case 'heightAndWeight':
      return 'Height and weight';
    case 'documents':
      return criterion.papers.includes('chartNotes') ? 'Chart notes attached' : 'Documents attached';
  }
}
