import { nothingOfNote } from '../../screening/nothing-of-note.ts';
import type { Answers } from '../../steps/catalog.ts';

/** A form without anything of note, on which each story writes its own. */
export const plainHealth: Answers = {
  ...nothingOfNote,
  episodeMonths: 14,
  wellTwoMonths: 'no',
  bodyUnits: 'us',
  opioidTreatment: 'no',
  twiceWeekly: 'yes',
  requestKind: 'appointment',
  contactMethod: 'phone',
};
