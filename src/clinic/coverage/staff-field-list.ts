import type { StaffFields } from '../../coverage/staff-fields.ts';

export type StaffKey = keyof StaffFields;

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One field that staff fill in: a line, a day, one of a few, or several of a few. */
export type StaffField = { readonly key: StaffKey; readonly label: string; readonly hint?: string } & (
  | { readonly kind: 'line' | 'day' }
  | { readonly kind: 'one'; readonly choices: readonly Choice[] }
  | { readonly kind: 'several'; readonly choices: readonly Choice[] }
);

export interface StaffFieldGroup {
  readonly title: string;
  readonly fields: readonly StaffField[];
}

const line = (key: StaffKey, label: string, hint?: string): StaffField => ({
  kind: 'line',
  key,
  label,
  ...(hint === undefined ? {} : { hint }),
});
const one = (key: StaffKey, label: string, choices: Readonly<Record<string, string>>): StaffField => ({
  kind: 'one',
  key,
  label,
  choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
});
const several = (key: StaffKey, label: string, choices: Readonly<Record<string, string>>): StaffField => ({
  kind: 'several',
  key,
  label,
  choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
});
const yesNo = (key: StaffKey, label: string): StaffField => one(key, label, { yes: 'Yes', no: 'No' });

const member: StaffFieldGroup = {
  title: 'Member',
  fields: [
    line('legalName', 'Legal name', 'If it differs from what the patient gave.'),
    line('address', 'Address'),
    line('plan', 'Plan'),
    line('group', 'Group'),
    line('pharmacyBenefitIds', 'Pharmacy benefit IDs'),
    yesNo('cardImages', 'Card images, front and back'),
  ],
};

const prescriber: StaffFieldGroup = {
  title: 'Prescriber and setting',
  fields: [
    line('prescriber', 'Prescriber'),
    one('specialty', 'Specialty', {
      psychiatry: 'Psychiatrist',
      consultation: 'In consultation with a psychiatrist',
      other: 'Other',
    }),
    line('npi', 'NPI', 'Ten digits.'),
    line('dea', 'DEA'),
    line('prescriberAddress', 'Address of the prescriber'),
    line('prescriberPhone', 'Phone of the prescriber'),
    line('prescriberFax', 'Fax of the prescriber'),
    yesNo('remsCertified', 'REMS-certified setting'),
    line('referringProvider', 'Referring provider'),
    line('therapyProvider', 'Therapy provider'),
  ],
};

const diagnosis: StaffFieldGroup = {
  title: 'Diagnosis',
  fields: [
    line('indication', 'Indication'),
    line('icd10', 'ICD-10', 'As F33.2.'),
    yesNo('dsmConfirmed', 'DSM criteria confirmed'),
    line('severity', 'Severity'),
    one('course', 'Single or recurrent', { single: 'Single episode', recurrent: 'Recurrent' }),
    line('episodeStart', 'Start of the episode'),
  ],
};

const treatment: StaffFieldGroup = {
  title: 'Treatment so far',
  fields: [
    yesNo('highestToleratedDose', 'Each trial at the highest tolerated dose'),
    {
      kind: 'day',
      key: 'antidepressantStableSince',
      label: 'Oral antidepressant unchanged since',
      hint: 'As 2026-10-01.',
    },
    several('concurrent', 'Going on at the same time', {
      ect: 'ECT',
      tms: 'TMS',
      vns: 'VNS',
      dbs: 'DBS',
      ketamine: 'Ketamine',
    }),
  ],
};

const safety: StaffFieldGroup = {
  title: 'Safety',
  fields: [
    line(
      'psychosisBenefitStatement',
      'Statement that the benefit outweighs the risk',
      'After past psychosis.',
    ),
    line('substanceUseTreatment', 'Treatment of a substance use disorder'),
    yesNo('pdmpChecked', 'PDMP checked'),
    line('admissionOrDischarge', 'Recent admission or discharge'),
    one('urgency', 'Urgency', { standard: 'Standard', urgent: 'Urgent' }),
  ],
};

const request: StaffFieldGroup = {
  title: 'Request',
  fields: [
    line('doseAndSchedule', 'Dose and schedule'),
    line('siteOfCare', 'Site of care'),
    one('supply', 'Supply', { buyAndBill: 'Buy and bill', pharmacy: 'Pharmacy' }),
    one('request', 'New or continuation', { new: 'New request', continuation: 'Continuation' }),
    line('priorResponse', 'Response so far, on renewal'),
    several('attached', 'Attached', {
      chartNotes: 'Chart notes',
      unnamed: 'Documents as the policy asks',
    }),
    yesNo('recordsRelease', 'Records release to pharmacy and earlier prescribers'),
    yesNo('manufacturerSupport', 'Consent to SPRAVATO withMe'),
    yesNo('assignmentOfBenefits', 'Assignment of benefits'),
  ],
};

const rems: StaffFieldGroup = {
  title: 'REMS',
  fields: [
    line('middleInitial', 'Middle initial'),
    yesNo('remsEnrolled', 'Patient is enrolled'),
    yesNo('sprayExplained', 'Supervised self-administration explained'),
    yesNo('noDrivingExplained', 'No driving until the next day explained'),
    yesNo('risksDiscussed', 'Risks discussed'),
    yesNo('guideRead', 'Medication guide read'),
  ],
};

export const forPayer: readonly StaffFieldGroup[] = [
  member,
  prescriber,
  diagnosis,
  treatment,
  safety,
  request,
];
export const forRems: readonly StaffFieldGroup[] = [rems];

const all: ReadonlyMap<string, StaffField> = new Map(
  [...forPayer, ...forRems].flatMap(({ fields }) => fields.map((field) => [field.key, field])),
);

export const staffLabel = (key: string): string => (key === 'payer' ? 'Payer' : (all.get(key)?.label ?? key));

/** What was entered, as it is read: an empty list is "none". */
export function staffText(key: string, value: string | readonly string[] | undefined): string {
  if (value === undefined) return 'blank';
  const field = all.get(key);
  const word = (one: string) =>
    field && 'choices' in field ? (field.choices.find((choice) => choice.value === one)?.text ?? one) : one;
  return typeof value === 'string' ? word(value) : value.map(word).join(', ') || 'None of them';
}
