import type { Question } from '../../questions/question.ts';
import { type Form, questionsOf } from '../form.ts';
import type { Frozen } from '../freeze.ts';
import { extensions, loinc, systems } from './systems.ts';
import type { CodeableConcept, Reference, Resource } from './types.ts';

/** One submission on its way into a bundle: what was frozen, the form it was asked with, and who is who. */
export interface Sent extends Frozen {
  readonly form: Form;
  readonly patient: Reference;
  /** Who said it: the patient, or the person who helped. Staff on the phone write down what the patient says. */
  readonly teller: Reference;
  /** The answers as a whole: what everything else was made from. */
  readonly response: Reference;
  readonly device: Reference;
  readonly byHelper: boolean;
}

/** Gets a frozen submission ready for a bundle. @param form the version that it was asked with */
export function sentWith({ content, screening }: Frozen, form: Form): Sent {
  const at = (type: Resource['resourceType'], name: string) =>
    referenceTo(type, idOf(content.submissionId, name));
  const byHelper = content.answers.completedBy === 'other';
  const patient = at('Patient', 'patient');
  return {
    content,
    screening,
    form,
    patient,
    teller: byHelper ? at('RelatedPerson', 'helper') : patient,
    response: at('QuestionnaireResponse', 'answers'),
    device: at('Device', 'rules'),
    byHelper,
  };
}

/**
 * The id of a resource: always the same for the same submission and part, so that a second import changes nothing.
 *
 * @param name at most 27 characters of `A-Z a-z 0-9 - .`: with the submission's id, R4 allows 64
 * @example idOf('8f14e45f-ceea-467f-ab68-c2ac1ffd9a10', 'phq9.1') // '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10-phq9.1'
 */
export const idOf = (submissionId: string, name: string): string => `${submissionId}-${name}`;

/** @example referenceTo('Patient', 'x') // { reference: 'Patient/x' } */
export const referenceTo = (type: string, id: string): Reference => ({ reference: `${type}/${id}` });

/** The question of the submission's own form; `undefined` where that form did not ask it. */
export const questionIn = ({ form }: Pick<Sent, 'form'>, key: string): Question | undefined =>
  questionsOf(form).find((question) => question.key === key);

/** A LOINC code with the words we show for it. */
export const loincConcept = (code: string, text: string): CodeableConcept => ({
  coding: [{ system: loinc, code }],
  text,
});

/** Why there is no value, in one of FHIR's own words. */
export type Absence = 'unknown' | 'asked-unknown' | 'asked-declined';

/** In the place of a value: why there is none, and in words. */
export const absent = (code: Absence, text: string): { readonly dataAbsentReason: CodeableConcept } => ({
  dataAbsentReason: { coding: [{ system: systems.dataAbsentReason, code }], text },
});

/** Left blank, not sure, or rather not said. */
export const absentAs = (answer: unknown) => {
  if (answer === 'declined') return absent('asked-declined', 'Prefers not to say');
  return answer === 'unsure' ? absent('asked-unknown', 'Not sure') : absent('unknown', 'Not answered');
};

export const nameIsUnknown = { extension: [{ url: extensions.dataAbsentReason, valueCode: 'unknown' }] };
