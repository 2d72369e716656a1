import type { Medication } from '../../questions/values.ts';
import { isDrugKey } from '../../screening/medicines/names.ts';
import { idOf, type Sent } from './sent.ts';
import { localSystem, systems } from './systems.ts';
import type { AllergyIntolerance, CodeableConcept, MedicationStatement } from './types.ts';

/** The medicines taken now, as given. What was tried before stays in the answers: it is no current medicine. */
export function medicinesOf(sent: Sent): readonly MedicationStatement[] {
  const { answers, submissionId, receivedAt } = sent.content;
  return (answers.medications ?? []).map((medication, index) => ({
    resourceType: 'MedicationStatement',
    id: idOf(submissionId, `medications.${index + 1}`),
    status: 'active',
    medicationCodeableConcept: medicineConcept(medication),
    subject: sent.patient,
    effectiveDateTime: receivedAt,
    dateAsserted: receivedAt,
    informationSource: sent.teller,
    derivedFrom: [sent.response],
    ...dosageOf(medication),
  }));
}

/** Text as given; the code of a drug of our lists where one was picked. No code is guessed from a typed name. */
const medicineConcept = (medication: Medication): CodeableConcept => {
  const text = typeof medication === 'string' ? medication : medication.name;
  const key = typeof medication === 'string' ? medication : medication.key;
  return key && isDrugKey(key)
    ? { coding: [{ system: localSystem('medicine'), code: key }], text }
    : { text };
};

const dosageOf = (medication: Medication) => {
  if (typeof medication === 'string') return {};
  const text = [medication.dose, medication.howOften].filter(Boolean).join(', ');
  return text ? { dosage: [{ text }] } : {};
};

/** An allergy to ketamine that was reported. Other allergies are free text and stay in the answers. */
export function ketamineAllergyOf(sent: Sent): readonly AllergyIntolerance[] {
  const { answers, submissionId, receivedAt } = sent.content;
  if (answers.ketamineAllergy !== 'yes') return [];
  return [
    {
      resourceType: 'AllergyIntolerance',
      id: idOf(submissionId, 'ketamineAllergy'),
      clinicalStatus: { coding: [{ system: systems.allergyClinical, code: 'active' }] },
      verificationStatus: { coding: [{ system: systems.allergyVerification, code: 'unconfirmed' }] },
      category: ['medication'],
      code: {
        coding: [{ system: localSystem('question'), code: 'ketamineAllergy' }],
        text: 'Ketamine, esketamine or an ingredient of their medicines',
      },
      patient: sent.patient,
      recordedDate: receivedAt,
      asserter: sent.teller,
      ...(answers.allergies && { note: [{ text: answers.allergies }] }),
    },
  ];
}
