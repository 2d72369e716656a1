import type { Criterion } from './pack.ts';

/** Which paper or answer settles a payer's condition. */
export function settledBy(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'trials':
      return 'Pharmacy printout (drug, dose, dates); chart note with the response in percent or a scale.';
    case 'highestToleratedDose':
      return 'Chart note on the dose reached and why it went no higher.';
    case 'augmentations':
    case 'agents':
      return 'Pharmacy printout (drug, dates); chart note on what was added to what, and the response.';
    case 'anyOf':
      return [...new Set(criterion.of.map(settledBy))].join(' Or: ');
    case 'age':
      return 'Birth date.';
    case 'baselineScale':
      return criterion.withinWeeks === undefined
        ? 'A complete scale with date and who scored it.'
        : `A complete PHQ-9 not older than ${criterion.withinWeeks} weeks, with date and who scored it.`;
    case 'psychiatrist':
      return 'Prescriber’s specialty (staff).';
    case 'pdmpCheck':
      return 'PDMP report (staff).';
    case 'oralAntidepressant':
      return criterion.stableWeeks === undefined
        ? 'Current medicine list or pharmacy printout.'
        : 'Pharmacy printout with the fills of the last weeks.';
    case 'psychotherapyTried':
      return 'Therapist’s letter or chart note: type, dates, sessions.';
    case 'noConcurrent':
      return 'Chart note or statement by the prescriber (staff).';
    case 'substanceUseStatus':
      return 'The patient’s answer, or a chart note.';
    case 'suicidalityHistory':
      return 'The patient’s answers to the suicide screen, or a chart note.';
    case 'heightAndWeight':
      return 'Height and weight, measured at the visit.';
    case 'documents':
      return criterion.papers.includes('chartNotes')
        ? 'Chart notes, attached (staff).'
        : 'The documents that the live policy names, attached (staff).';
  }
}
