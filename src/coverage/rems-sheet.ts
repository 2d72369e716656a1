import { currentMedicines, namesOf, takenFrom } from '../screening/current-medicines.ts';
import { isIn, type MedicineClass } from '../screening/medicines/classes.ts';
import type { DrugKey } from '../screening/medicines/names.ts';
import type { Facts } from './facts.ts';
import { fromAnswer, fromStaff, type SheetField, type SheetGroup, workedOut } from './sheet-fields.ts';

/** What is known for enrollment in the SPRAVATO REMS, ready to copy. */
export interface RemsSheet {
  readonly caution: string;
  readonly groups: readonly SheetGroup[];
}

/**
 * Fills what the monitoring form and its overview were seen to ask. Source: coverage reference section 2, where the
 * enrollment form itself was not found: the sheet says so.
 */
export const remsSheetFor = (facts: Facts): RemsSheet => ({
  caution:
    'Not the official form. The full field list of the Patient Enrollment Form was not seen when this sheet was made: check every field against the current form of the REMS. Patient and prescriber sign that form before the first dose.',
  groups: [
    { title: 'Identity', fields: identityFields(facts) },
    { title: 'Medicines taken at the same time', fields: classFields(facts) },
    { title: 'What the patient understands', fields: understandingFields(facts) },
  ],
});

const identityFields = (facts: Facts): readonly SheetField[] => [
  fromAnswer(facts, 'First name', 'firstName'),
  fromStaff(facts, 'Middle initial', 'middleInitial'),
  fromAnswer(facts, 'Last name', 'lastName'),
  fromAnswer(facts, 'Birth date', 'birthDate'),
  fromAnswer(facts, 'Sex', 'sex'),
  workedOut('First treatment with SPRAVATO', firstTreatment[facts.answers.priorKetamine ?? 'blank']),
  fromStaff(facts, 'Patient is enrolled', 'remsEnrolled'),
];

/** The form asks about ketamine and SPRAVATO together, so a yes does not tell which. */
const firstTreatment = {
  no: 'Yes',
  yes: 'Not known: had ketamine or SPRAVATO before',
  unsure: 'Not known: not sure whether had ketamine or SPRAVATO before',
  blank: undefined,
} as const;

/**
 * Of the label's CNS depressants those that are hypnotics and no benzodiazepines (GK). Others of that list may count
 * too: they are named, for a clinician to place.
 */
const sedativeHypnotics: readonly DrugKey[] = [
  'zolpidem',
  'eszopiclone',
  'zaleplon',
  'suvorexant',
  'lemborexant',
  'daridorexant',
  'sodium-oxybate',
  'phenobarbital',
  'butalbital',
];

const classFields = (facts: Facts): readonly SheetField[] => [
  classField(facts, 'Benzodiazepines', 'benzodiazepine'),
  sedativeField(facts),
  classField(facts, 'Psychostimulants', 'stimulant'),
  classField(facts, 'MAOIs', 'maoi'),
  classField(facts, 'Opioids', 'opioid'),
];

/** A class is absent only where the list of medicines is complete and every name in it is known. */
const noneOf = ({ answers }: Facts): string => {
  if (answers.medications === undefined) return 'Unknown: the list of medicines was not answered';
  if (currentMedicines(answers.medications).unmatched > 0)
    return 'Unknown: a medicine in the list is not known here';
  return answers.medsComplete === 'yes' ? 'No' : 'Unknown: the list of medicines may not be complete';
};

const classField = (facts: Facts, label: string, list: MedicineClass): SheetField => {
  const taken = takenFrom(facts.medicines, list);
  return workedOut(label, taken.length > 0 ? `Yes: ${namesOf(taken)}` : noneOf(facts));
};

const sedativeField = (facts: Facts): SheetField => {
  const label = 'Non-benzodiazepine sedative-hypnotics';
  const depressants = facts.medicines.drugs.filter((drug) => isIn('otherDepressant', drug));
  const certain = depressants.filter((drug) => sedativeHypnotics.includes(drug));
  if (certain.length > 0) return workedOut(label, `Yes: ${namesOf(certain)}`);
  if (depressants.length > 0)
    return workedOut(label, `Unknown: takes ${namesOf(depressants)}, for a clinician to place`);
  return workedOut(label, noneOf(facts));
};

const understandingFields = (facts: Facts): readonly SheetField[] => [
  fromAnswer(facts, 'Accepts enrollment in the REMS', 'rems'),
  fromAnswer(facts, 'Can stay two hours', 'stay2h'),
  fromAnswer(facts, 'Has a ride home', 'ride'),
  fromStaff(facts, 'Supervised self-administration explained', 'sprayExplained'),
  fromStaff(facts, 'No driving until the next day explained', 'noDrivingExplained'),
  fromStaff(facts, 'Risks discussed', 'risksDiscussed'),
  fromStaff(facts, 'Medication guide read', 'guideRead'),
];
