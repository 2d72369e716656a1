import { medicationName } from '../../questions/display.ts';
import type { Medication } from '../../questions/values.ts';
import { isIn, type MedicineClass } from '../../screening/medicines/classes.ts';
import { matchEntry } from '../../screening/medicines/names.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Frozen } from '../freeze.ts';
import { clip, fitLine } from '../short-text.ts';
import type { LineText } from '../staff-wire.ts';

/** Line 5: current medicines, those that matter here first; whether the list is whole; allergies. */
export function medicinesLine({ content: { answers }, screening }: Frozen): LineText {
  const medications = answers.medications ?? [];
  const matter = medications.filter((entry) => concernOf(entry) !== undefined);
  const others = medications.filter((entry) => concernOf(entry) === undefined);
  const isWhole = answers.medsComplete === 'yes';
  const pieces = [
    ...(matter.length > 0 ? [clip(matter.map(withConcern).join(', '), 60)] : []),
    ...(medications.length === 0 ? [isWhole ? 'no medicines' : 'no medicines listed'] : []),
    ...(isWhole ? [] : ['list may not be complete']),
    allergies(answers),
    ...others.map((entry) => clip(medicationName(entry), 24)),
  ];
  const flags = screening.evaluation.flags.filter(({ id }) => id.startsWith('RX-') || id === 'AL-KETAMINE');
  const severities = new Set(flags.flatMap(({ spravato, ivKetamine }) => [spravato, ivKetamine]));
  return {
    id: 'medicines',
    title: 'MEDS',
    text: fitLine(pieces),
    tone:
      severities.has('contraindication') || severities.has('review')
        ? 'review'
        : severities.has('caution')
          ? 'note'
          : 'clear',
  };
}

/** Why a medicine matters here, the most pressing first; a medicine of several lists is named for the first. */
const concerns: readonly (readonly [MedicineClass, string])[] = [
  ['maoi', 'MAOI'],
  ['benzodiazepine', 'sedation'],
  ['opioid', 'opioid'],
  ['otherDepressant', 'sedation'],
  ['theophylline', 'seizure threshold'],
  ['stimulant', 'stimulant'],
  ['pressureRaising', 'raises BP'],
  ['cypInhibitor', 'CYP'],
  ['cypInducer', 'CYP'],
  ['lamotrigine', 'may weaken effect'],
  ['naltrexone', 'opioid blocker'],
  ['nasal', 'nasal'],
];

const concernOf = (entry: Medication): string | undefined => {
  const drugs = matchEntry(entry);
  if (drugs.length === 0) return 'not recognized';
  return concerns.find(([list]) => drugs.some((drug) => isIn(list, drug)))?.[1];
};

const withConcern = (entry: Medication): string => `${clip(medicationName(entry), 24)} (${concernOf(entry)})`;

const allergies = ({ ketamineAllergy, allergies: typed }: Answers): string => {
  const others = typed === undefined ? 'others not answered' : clip(typed, 30);
  switch (ketamineAllergy) {
    case 'yes':
      return `KETAMINE ALLERGY; ${others}`;
    case 'no':
      return typed === undefined ? 'allergies: not ketamine, others not answered' : `allergies: ${others}`;
    case 'unsure':
      return `ketamine allergy not sure; ${others}`;
    default:
      return `ketamine allergy not answered; ${others}`;
  }
};
