import { namesOf } from '../screening/current-medicines.ts';
import { isAntidepressant } from '../screening/medicines/antidepressants.ts';
import { type CriterionResult, evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Pack } from './pack.ts';
import {
  eitherOf,
  fromAnswer,
  fromFollowUp,
  fromStaff,
  notAsked,
  type SheetField,
  type SheetGroup,
  workedOut,
} from './sheet-fields.ts';
import { trialGroups } from './sheet-tried.ts';

/** A prior authorization as data: what is missing on top, then every field that payers were seen to ask for. */
export interface Sheet {
  readonly pack: Pick<Pack, 'id' | 'payer' | 'edition' | 'source' | 'seen' | 'notes'>;
  /** Stands on every page. */
  readonly caution: string;
  readonly gaps: {
    /** Conditions of the payer that are not met, or cannot be told. */
    readonly criteria: readonly CriterionResult[];
    /** Lines without a value, with the title of their group. */
    readonly fields: readonly { readonly group: string; readonly field: SheetField }[];
  };
  readonly criteria: readonly CriterionResult[];
  readonly groups: readonly SheetGroup[];
}

/**
 * Fills the prior-authorization sheet for a payer. The fields are the union of coverage reference section 3, for every
 * pack alike; the conditions are the pack's.
 */
export function sheetFor(pack: Pack, facts: Facts): Sheet {
  const criteria = evaluate(pack, facts);
  const groups = groupsOf(facts);
  const { id, payer, edition, source, seen, notes } = pack;
  return {
    pack: { id, payer, edition, source, seen, notes },
    caution: `Check with the payer: read from ${source} (${edition}; ${seenText(seen)}), not from the payer’s live policy. What the patient entered is self-reported.`,
    gaps: {
      criteria: criteria.filter(({ result }) => result !== 'met'),
      fields: groups.flatMap(({ title, fields }) =>
        fields.filter(({ value }) => value === undefined).map((field) => ({ group: title, field })),
      ),
    },
    criteria,
    groups,
  };
}

const seenText = (seen: string): string => (seen === 'undated' ? 'undated copy' : `seen ${seen}`);

/** Source: coverage reference section 3, in its order. */
const groupsOf = (facts: Facts): readonly SheetGroup[] => [
  { title: 'Member', fields: memberFields(facts) },
  { title: 'Prescriber and setting', fields: prescriberFields(facts) },
  { title: 'Diagnosis', fields: diagnosisFields(facts) },
  { title: 'Baseline scale', fields: scaleFields(facts) },
  ...trialGroups(facts),
  { title: 'Other treatment', fields: otherTreatmentFields(facts) },
  { title: 'Current oral antidepressant', fields: antidepressantFields(facts) },
  { title: 'Safety', fields: safetyFields(facts) },
  { title: 'Request', fields: requestFields(facts) },
  { title: 'Releases', fields: releaseFields(facts) },
];

const memberFields = (facts: Facts): readonly SheetField[] => {
  const { firstName, lastName } = facts.answers;
  const name = [firstName, lastName].filter(Boolean).join(' ') || undefined;
  return [
    eitherOf(
      fromStaff(facts, 'Legal name', 'legalName'),
      workedOut('Legal name, as the patient gave it', name),
    ),
    fromAnswer(facts, 'Birth date', 'birthDate'),
    fromAnswer(facts, 'Sex', 'sex'),
    fromAnswer(facts, 'Height', 'heightIn'),
    fromAnswer(facts, 'Weight', 'weightLb'),
    fromAnswer(facts, 'Insurer, as the patient gave it', 'insurer'),
    fromAnswer(facts, 'Member ID', 'memberId'),
    policyHolder(facts),
    fromStaff(facts, 'Plan', 'plan'),
    fromStaff(facts, 'Group', 'group'),
    fromStaff(facts, 'Pharmacy benefit IDs', 'pharmacyBenefitIds'),
    fromStaff(facts, 'Card images, front and back', 'cardImages'),
    fromStaff(facts, 'Address', 'address'),
    fromAnswer(facts, 'Phone', 'phone'),
  ];
};

/** The form asks to leave the name blank if it is the patient's own; without a plan a blank says nothing. */
const policyHolder = (facts: Facts): SheetField => {
  const { insurer, memberId } = facts.answers;
  const field = fromAnswer(facts, 'Policy holder', 'policyHolder');
  const isInsured = insurer !== undefined || memberId !== undefined;
  return field.value === undefined && isInsured ? { ...field, value: 'The patient (left blank)' } : field;
};

const prescriberFields = (facts: Facts): readonly SheetField[] => [
  fromStaff(facts, 'Prescriber', 'prescriber'),
  fromStaff(facts, 'Specialty', 'specialty'),
  fromStaff(facts, 'NPI', 'npi'),
  fromStaff(facts, 'DEA', 'dea'),
  fromStaff(facts, 'Address', 'prescriberAddress'),
  fromStaff(facts, 'Phone', 'prescriberPhone'),
  fromStaff(facts, 'Fax', 'prescriberFax'),
  fromStaff(facts, 'REMS-certified setting', 'remsCertified'),
  fromStaff(facts, 'Referring provider', 'referringProvider'),
  fromStaff(facts, 'Therapy provider', 'therapyProvider'),
];

const diagnosisFields = (facts: Facts): readonly SheetField[] => [
  fromStaff(facts, 'Indication', 'indication'),
  fromStaff(facts, 'ICD-10', 'icd10'),
  fromStaff(facts, 'DSM criteria confirmed', 'dsmConfirmed'),
  fromStaff(facts, 'Severity', 'severity'),
  fromStaff(facts, 'Single or recurrent', 'course'),
  fromStaff(facts, 'Start of the episode', 'episodeStart'),
  fromAnswer(facts, 'Length of the episode in months, as the patient said', 'episodeMonths'),
  fromAnswer(facts, 'What the patient hopes to treat', 'conditions'),
];

const scaleFields = ({ phq9, asOf, answers }: Facts): readonly SheetField[] => {
  const isBlank = answers.phq9 === undefined || answers.phq9.every((item) => item === null);
  const score = phq9.min === phq9.max ? `${phq9.min} of 27` : `incomplete, ${phq9.min} to ${phq9.max} of 27`;
  const of = (text: string) => (isBlank ? undefined : text);
  return [
    workedOut('Scale', of('PHQ-9')),
    workedOut('Score', of(score)),
    workedOut('Date', of(asOf)),
    workedOut('Scored by', of(scoredBy[answers.completedBy ?? 'unknown'])),
  ];
};

const scoredBy = {
  self: 'the patient (self-report)',
  other: 'a helper with the patient',
  staff: 'the patient, taken down by staff',
  unknown: 'self-report; who filled in the form was not answered',
} as const;

const otherTreatmentFields = (facts: Facts): readonly SheetField[] => [
  fromAnswer(facts, 'Talk therapy: when, sessions, response', 'psychotherapy'),
  notAsked('Talk therapy: type and therapist'),
  fromAnswer(facts, 'ECT', 'ect'),
  fromAnswer(facts, 'TMS', 'tms'),
  fromAnswer(facts, 'VNS', 'vns'),
  notAsked('DBS'),
  fromAnswer(facts, 'Ketamine or SPRAVATO before', 'priorKetamine'),
  ...fromFollowUp(facts, 'Reaction to it', 'priorKetReaction'),
  fromStaff(facts, 'Going on at the same time', 'concurrent'),
];

const antidepressantFields = (facts: Facts): readonly SheetField[] => {
  const { medications } = facts.answers;
  const taken = facts.medicines.drugs.filter(isAntidepressant);
  return [
    workedOut(
      'Antidepressants among the current medicines',
      medications === undefined ? undefined : namesOf(taken) || 'None',
    ),
    fromAnswer(facts, 'All current medicines', 'medications'),
    fromAnswer(facts, 'Is the list complete', 'medsComplete'),
    fromStaff(facts, 'Unchanged since', 'antidepressantStableSince'),
  ];
};

/** Lines that fall away only where the patient said no to everything they hang on. */
const unlessNever = (
  { answers }: Facts,
  keys: readonly ('psychosisCurrent' | 'psychosisEver' | 'sudCurrent' | 'sudPast')[],
  fields: readonly SheetField[],
): readonly SheetField[] => (keys.every((key) => answers[key] === 'no') ? [] : fields);

const safetyFields = (facts: Facts): readonly SheetField[] => [
  fromAnswer(facts, 'Aneurysm', 'aneurysm'),
  fromAnswer(facts, 'Arteriovenous malformation', 'avm'),
  fromAnswer(facts, 'Bleeding in or around the brain', 'brainBleed'),
  fromAnswer(facts, 'Allergy to ketamine or esketamine', 'ketamineAllergy'),
  fromAnswer(facts, 'Psychosis now', 'psychosisCurrent'),
  fromAnswer(facts, 'Psychosis ever', 'psychosisEver'),
  ...unlessNever(
    facts,
    ['psychosisCurrent', 'psychosisEver'],
    [fromStaff(facts, 'Statement that the benefit outweighs the risk', 'psychosisBenefitStatement')],
  ),
  fromAnswer(facts, 'Drug or alcohol problem now', 'sudCurrent'),
  fromAnswer(facts, 'Drug or alcohol problem in the past', 'sudPast'),
  fromAnswer(facts, 'Treatment for opioid use', 'opioidTreatment'),
  ...unlessNever(
    facts,
    ['sudCurrent', 'sudPast'],
    [fromStaff(facts, 'Treatment of a substance use disorder', 'substanceUseTreatment')],
  ),
  fromStaff(facts, 'PDMP checked', 'pdmpChecked'),
  fromAnswer(facts, 'ASQ 1: wished to be dead, past weeks', 'asq1'),
  fromAnswer(facts, 'ASQ 2: family better off, past weeks', 'asq2'),
  fromAnswer(facts, 'ASQ 3: thoughts of killing self, past week', 'asq3'),
  fromAnswer(facts, 'ASQ 4: ever tried', 'asq4'),
  ...fromFollowUp(facts, 'When', 'asq4when'),
  ...fromFollowUp(facts, 'ASQ 5: thoughts of killing self right now', 'asq5'),
  fromStaff(facts, 'Recent admission or discharge', 'admissionOrDischarge'),
  fromStaff(facts, 'Urgency', 'urgency'),
];

const requestFields = (facts: Facts): readonly SheetField[] => [
  fromStaff(facts, 'Dose and schedule', 'doseAndSchedule'),
  fromStaff(facts, 'Site of care', 'siteOfCare'),
  fromStaff(facts, 'Buy and bill, or pharmacy', 'supply'),
  fromStaff(facts, 'New or continuation', 'request'),
  ...(facts.staff.request === 'new'
    ? []
    : [fromStaff(facts, 'Response so far, on renewal', 'priorResponse')]),
  fromStaff(facts, 'Attached', 'attached'),
];

const releaseFields = (facts: Facts): readonly SheetField[] => [
  fromStaff(facts, 'Records release to pharmacy and earlier prescribers', 'recordsRelease'),
  fromStaff(
    facts,
    'Consent to the manufacturer’s support programme (SPRAVATO withMe)',
    'manufacturerSupport',
  ),
  fromStaff(facts, 'Assignment of benefits', 'assignmentOfBenefits'),
];
