import type { Answers } from '../../steps/catalog.ts';
import { idOf, nameIsUnknown, type Sent } from './sent.ts';
import { extensions, identifierSystem, localSystem, systems } from './systems.ts';
import type { ContactPoint, Device, Patient, RelatedPerson } from './types.ts';

type Sex = NonNullable<Answers['sex']>;

/** FHIR asks for an administrative gender; we asked for the sex. Left blank, there is none. */
const genders: Readonly<Record<Sex, NonNullable<Patient['gender']>>> = {
  male: 'male',
  female: 'female',
  intersex: 'other',
  declined: 'unknown',
};

/** The FHIR Patient: what the person said of themselves, and nothing guessed. */
export function patientOf({ content }: Sent): Patient {
  const { answers, submissionId, reference, language } = content;
  const { sex, birthDate } = answers;
  const telecom = telecomOf(answers.phone, answers.email);
  const needsInterpreter = { yes: true, no: false, unsure: undefined }[answers.interpreter ?? 'unsure'];
  const emergencyContact = emergencyContactOf(answers);
  return {
    resourceType: 'Patient',
    id: idOf(submissionId, 'patient'),
    ...(needsInterpreter !== undefined && {
      extension: [{ url: extensions.interpreterRequired, valueBoolean: needsInterpreter }],
    }),
    identifier: [
      { system: identifierSystem('submission'), value: submissionId },
      { system: identifierSystem('reference'), value: reference },
    ],
    name: namesOf(answers),
    ...(telecom.length > 0 && { telecom }),
    ...(sex && { gender: genders[sex] }),
    ...(birthDate && { birthDate }),
    ...(emergencyContact && { contact: [emergencyContact] }),
    communication: [
      { language: { coding: [{ system: systems.language, code: language }] }, preferred: true },
    ],
  };
}

const namesOf = ({ firstName, lastName, preferredName }: Answers): Patient['name'] => {
  const official =
    firstName || lastName
      ? {
          use: 'official' as const,
          ...(lastName && { family: lastName }),
          ...(firstName && { given: [firstName] }),
        }
      : nameIsUnknown;
  return preferredName ? [official, { use: 'usual', text: preferredName }] : [official];
};

const telecomOf = (phone: string | undefined, email?: string): readonly ContactPoint[] => [
  ...(phone ? [{ system: 'phone' as const, value: phone }] : []),
  ...(email ? [{ system: 'email' as const, value: email }] : []),
];

const emergencyContactOf = ({ emergencyContactName: name, emergencyContactPhone: phone }: Answers) =>
  name || phone
    ? {
        relationship: [{ coding: [{ system: systems.contactRelationship, code: 'C' }] }],
        ...(name && { name: { text: name } }),
        ...(phone && { telecom: telecomOf(phone) }),
      }
    : undefined;

/** The person who helped, where one did. */
export function helperOf({ content, patient, byHelper }: Sent): RelatedPerson | undefined {
  if (!byHelper) return undefined;
  const { helperName, helperRelation } = content.answers;
  return {
    resourceType: 'RelatedPerson',
    id: idOf(content.submissionId, 'helper'),
    patient,
    ...(helperRelation && { relationship: [{ text: helperRelation }] }),
    ...(helperName && { name: [{ text: helperName }] }),
  };
}

/** The software that screened, with the versions that were in force. */
export function deviceOf({ content, screening }: Sent): Device {
  const version = (name: string, value: string) => ({
    type: { coding: [{ system: localSystem('version'), code: name }] },
    value,
  });
  return {
    resourceType: 'Device',
    id: idOf(content.submissionId, 'rules'),
    deviceName: [{ name: 'Prelude intake and screening rules', type: 'user-friendly-name' }],
    version: [version('rules', screening.evaluation.rulesVersion), version('form', content.formVersion)],
  };
}
