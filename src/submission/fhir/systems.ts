/**
 * The names of code systems. Ours stand under a reserved domain that never resolves: they name a meaning, nobody
 * serves it. See `docs/fhir.md`.
 */
const OURS = 'https://prelude.example/fhir';

export const loinc = 'http://loinc.org';
export const ucum = 'http://unitsofmeasure.org';

/** Where a resource of ours would live; a bundle's references are resolved against it. */
export const resourceUrl = (type: string, id: string): string => `${OURS}/${type}/${id}`;

export const questionnaireUrl = resourceUrl('Questionnaire', 'intake');

/** A code system of ours: `yes-no`, `rule`, `medicine`, or the key of a question, whose options are its codes. */
export const localSystem = (name: string): string => `${OURS}/CodeSystem/${name}`;
/** What we number: submissions, and the references that patients read out. */
export const identifierSystem = (name: string): string => `${OURS}/identifier/${name}`;
/** An extension of ours. */
export const localExtension = (name: string): string => `${OURS}/StructureDefinition/${name}`;

const core = (name: string): string => `http://hl7.org/fhir/StructureDefinition/${name}`;
const sdc = (name: string): string =>
  `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`;

/** Extensions of FHIR R4 and of Structured Data Capture. */
export const extensions = {
  translation: core('translation'),
  dataAbsentReason: core('data-absent-reason'),
  ordinalValue: core('ordinalValue'),
  minValue: core('minValue'),
  maxValue: core('maxValue'),
  itemControl: core('questionnaire-itemControl'),
  hidden: core('questionnaire-hidden'),
  unit: core('questionnaire-unit'),
  interpreterRequired: core('patient-interpreterRequired'),
  enableWhenExpression: sdc('enableWhenExpression'),
  answerOptionsToggle: sdc('answerOptionsToggleExpression'),
} as const;

/** Code systems of FHIR R4 and its terminology. */
export const systems = {
  itemControl: 'http://hl7.org/fhir/questionnaire-item-control',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  allergyVerification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  contactRelationship: 'http://terminology.hl7.org/CodeSystem/v2-0131',
  participantType: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  language: 'urn:ietf:bcp:47',
} as const;
