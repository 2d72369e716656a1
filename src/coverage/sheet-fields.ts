import { answerText } from '../questions/display.ts';
import { allQuestions, type Key } from '../steps/catalog.ts';
import type { Facts } from './facts.ts';
import type { StaffFields } from './staff-fields.ts';

/** One line of a sheet. Without a value it is a gap, and `from` says who can fill it. */
export interface SheetField {
  readonly label: string;
  readonly value: string | undefined;
  /** `notAsked`: neither the form nor the staff's fields hold it; it is written in by hand. */
  readonly from: 'patient' | 'staff' | 'notAsked';
}

export interface SheetGroup {
  readonly title: string;
  readonly fields: readonly SheetField[];
}

const questions = new Map(allQuestions.map((question) => [question.key, question]));

/** The patient's answer in the words of its question; `undefined` where it was left blank. */
export function answerValue({ answers }: Facts, key: Key): string | undefined {
  const question = questions.get(key);
  const value = answers[key];
  if (!question || value === undefined || value === null) return undefined;
  return answerText(question, value, { locale: 'en', locations: [], bodyUnits: answers.bodyUnits });
}

/** A line from an answer. Whoever was not asked leaves a line to be written in. */
export const fromAnswer = (facts: Facts, label: string, key: Key): SheetField => ({
  label,
  value: answerValue(facts, key),
  from: facts.shown.has(key) ? 'patient' : 'notAsked',
});

/** A line from a question that hangs on another: none where it was not asked. */
export const fromFollowUp = (facts: Facts, label: string, key: Key): readonly SheetField[] =>
  facts.shown.has(key) ? [fromAnswer(facts, label, key)] : [];

const staffWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  psychiatry: 'Psychiatrist',
  consultation: 'In consultation with a psychiatrist',
  other: 'Other',
  single: 'Single episode',
  recurrent: 'Recurrent',
  standard: 'Standard',
  urgent: 'Urgent',
  buyAndBill: 'Buy and bill',
  pharmacy: 'Pharmacy',
  new: 'New request',
  continuation: 'Continuation',
  ect: 'ECT',
  tms: 'TMS',
  vns: 'VNS',
  dbs: 'DBS',
  ketamine: 'Ketamine',
  chartNotes: 'Chart notes',
  unnamed: 'Documents as the policy asks',
};

/** Fields with a list of choices; what is typed stays as it was typed. */
const chosen: ReadonlySet<keyof StaffFields> = new Set<keyof StaffFields>([
  'cardImages',
  'specialty',
  'remsCertified',
  'dsmConfirmed',
  'course',
  'highestToleratedDose',
  'concurrent',
  'pdmpChecked',
  'urgency',
  'supply',
  'request',
  'attached',
  'recordsRelease',
  'manufacturerSupport',
  'assignmentOfBenefits',
  'remsEnrolled',
  'sprayExplained',
  'noDrivingExplained',
  'risksDiscussed',
  'guideRead',
]);

/** A line from what the staff added. */
export function fromStaff({ staff }: Facts, label: string, key: keyof StaffFields): SheetField {
  const value = staff[key];
  if (value === undefined) return { label, value: undefined, from: 'staff' };
  const said = typeof value === 'string' ? [value] : value;
  const texts = chosen.has(key) ? said.map((one) => staffWords[one] ?? one) : said;
  return { label, value: texts.join(', ') || 'None', from: 'staff' };
}

/** A line that is written in by hand. */
export const notAsked = (label: string): SheetField => ({ label, value: undefined, from: 'notAsked' });

/** The first line that has a value, else the first. */
export const eitherOf = (first: SheetField, second: SheetField): SheetField =>
  first.value === undefined && second.value !== undefined ? second : first;

/** A line that was worked out from the patient's answers. */
export const workedOut = (label: string, value: string | undefined): SheetField => ({
  label,
  value,
  from: 'patient',
});
