import { idOf, referenceTo, type Sent } from './sent.ts';
import { systems } from './systems.ts';
import type { CodeableConcept, Observation, Period, Reference, Valued } from './types.ts';

/** How every value came to be: nothing in a submission was measured by the clinic. */
export const selfReported = 'Self-reported on the intake form; not measured or checked by the clinic.';

export type Category = 'survey' | 'vital-signs' | 'social-history';

interface Seen extends Valued {
  /** Its part of the resource's id. */
  readonly name: string;
  readonly category: Category;
  readonly code: CodeableConcept;
  readonly effectivePeriod?: Period;
  readonly hasMember?: readonly Reference[];
  readonly component?: readonly (Valued & { readonly code: CodeableConcept })[];
  readonly derivedFrom?: readonly Reference[];
  readonly note?: string;
}

/** One self-reported observation, in the shape that US Core asks of surveys and vital signs. */
export function observation(sent: Sent, seen: Seen): Observation {
  const { name, category, derivedFrom = [], note, code, effectivePeriod, ...more } = seen;
  const { submissionId, receivedAt } = sent.content;
  return {
    resourceType: 'Observation',
    id: idOf(submissionId, name),
    status: 'final',
    category: [{ coding: [{ system: systems.observationCategory, code: category }] }],
    code,
    subject: sent.patient,
    ...(effectivePeriod ? { effectivePeriod } : { effectiveDateTime: receivedAt }),
    issued: receivedAt,
    performer: [sent.teller],
    ...more,
    note: [{ text: selfReported }, ...(note ? [{ text: note }] : [])],
    derivedFrom: [sent.response, ...derivedFrom],
  };
}

/** A reference to another observation of the same submission. */
export const observed = ({ id }: Pick<Observation, 'id'>): Reference => referenceTo('Observation', id);
