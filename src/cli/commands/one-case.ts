import type { CaseOutcome } from '../../server/retention/retention.usecases.ts';
import { Refused } from '../command.ts';

export const referenceOption = {
  type: 'string',
  what: 'what the patient was given, such as KX7-4MZ',
} as const;

/** Words of a case that was not changed; nothing where it was. */
export const orRefuseCase = (
  outcome: CaseOutcome,
  already: string,
): Extract<CaseOutcome, { kind: 'done' }> => {
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'unknown':
      throw new Refused('There is no case with this reference. Check it; letters and digits look alike.');
    case 'on-hold':
      throw new Refused('This case is on hold. Release it first: hold REFERENCE --release');
    case 'already':
      throw new Refused(already);
  }
};
