import type { Key } from '../steps/catalog.ts';
import type { Criterion, Pack } from './pack.ts';

/** The answers of the patient that a pack's conditions read: nothing else has to be asked for this payer. */
export const answersNeeded = (pack: Pack): readonly Key[] => [...new Set(pack.criteria.flatMap(answersFor))];

/** The same for one condition. */
export function answersFor(criterion: Criterion): readonly Key[] {
  switch (criterion.kind) {
    case 'trials':
      return ['trials'];
    case 'augmentations':
      return ['augmentation'];
    case 'agents':
      return ['trials', 'augmentation'];
    case 'anyOf':
      return criterion.of.flatMap(answersFor);
    case 'age':
      return ['birthDate'];
    case 'baselineScale':
      return ['phq9'];
    case 'oralAntidepressant':
      return ['medications', 'medsComplete'];
    case 'psychotherapyTried':
      return ['psychotherapy'];
    case 'noConcurrent':
      return criterion.treatments.flatMap((one): readonly Key[] => {
        if (one === 'dbs') return [];
        return one === 'ketamine' ? ['priorKetamine'] : [one];
      });
    case 'substanceUseStatus':
      return ['sudCurrent'];
    case 'suicidalityHistory':
      return ['asq1', 'asq2', 'asq3', 'asq4'];
    case 'heightAndWeight':
      return ['heightIn', 'weightLb'];
    case 'highestToleratedDose':
    case 'psychiatrist':
    case 'pdmpCheck':
    case 'documents':
      return [];
  }
}
