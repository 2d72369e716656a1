/** The parts of FHIR R4 that we write. Nothing here is read back: imports are no part of the product. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
export interface Reference {
  readonly reference?: string;
  readonly display?: string;
}
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: string;
  readonly code: string;
}
export interface Period {
  readonly start?: string;
  readonly end?: string;
}
export interface Identifier {
  readonly system: string;
  readonly value: string;
}
export interface Annotation {
  readonly text: string;
}
export interface Expression {
  readonly language: 'text/fhirpath';
  readonly expression: string;
}
export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueBoolean?: boolean;
  readonly valueCode?: string;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueCoding?: Coding;
  readonly valueDecimal?: number;
  readonly valueExpression?: Expression;
  readonly valueInteger?: number;
  readonly valueString?: string;
}
/** What a primitive carries beside its value: a translation, or why there is none. */
export interface Beside {
  readonly extension: readonly Extension[];
}

export interface EnableWhen {
  readonly question: string;
  readonly operator: 'exists' | '=' | '>';
  readonly answerBoolean?: boolean;
  readonly answerCoding?: Coding;
  readonly answerInteger?: number;
  readonly answerDecimal?: number;
}
export interface AnswerOption {
  readonly extension?: readonly Extension[];
  readonly valueCoding: Coding & { readonly _display?: Beside };
}
export type ItemType =
  | 'group'
  | 'display'
  | 'boolean'
  | 'choice'
  | 'date'
  | 'dateTime'
  | 'decimal'
  | 'integer'
  | 'string'
  | 'text';
export interface QuestionnaireItem {
  readonly extension?: readonly Extension[];
  readonly linkId: string;
  readonly code?: readonly Coding[];
  readonly text?: string;
  readonly _text?: Beside;
  readonly type: ItemType;
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: 'all' | 'any';
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly maxLength?: number;
  readonly answerOption?: readonly AnswerOption[];
  readonly item?: readonly QuestionnaireItem[];
}
export interface Questionnaire {
  readonly resourceType: 'Questionnaire';
  readonly id: string;
  readonly language: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly _title: Beside;
  readonly status: 'active';
  readonly subjectType: readonly ['Patient'];
  readonly description: string;
  readonly copyright: string;
  readonly item: readonly QuestionnaireItem[];
}

/** One answer of a response: exactly one of the values. */
export interface Answer {
  readonly valueBoolean?: boolean;
  readonly valueCoding?: Coding;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueString?: string;
}
export interface ResponseItem {
  readonly extension?: readonly Extension[];
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly Answer[];
  readonly item?: readonly ResponseItem[];
}
export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly id: string;
  readonly language: string;
  readonly identifier: Identifier;
  readonly questionnaire: string;
  /** Amended: with what clinicians corrected. */
  readonly status: 'completed' | 'amended';
  readonly subject: Reference;
  readonly authored: string;
  readonly author?: Reference;
  readonly source: Reference;
  readonly item: readonly ResponseItem[];
}

export interface ContactPoint {
  readonly system: 'phone' | 'email';
  readonly value: string;
}
export interface HumanName {
  readonly extension?: readonly Extension[];
  readonly use?: 'official' | 'usual';
  readonly family?: string;
  readonly given?: readonly string[];
  readonly text?: string;
}
export interface Patient {
  readonly resourceType: 'Patient';
  readonly id: string;
  readonly extension?: readonly Extension[];
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly telecom?: readonly ContactPoint[];
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate?: string;
  readonly contact?: readonly {
    readonly relationship: readonly CodeableConcept[];
    readonly name?: HumanName;
    readonly telecom?: readonly ContactPoint[];
  }[];
  readonly communication: readonly { readonly language: CodeableConcept; readonly preferred: true }[];
}
export interface RelatedPerson {
  readonly resourceType: 'RelatedPerson';
  readonly id: string;
  readonly patient: Reference;
  readonly relationship?: readonly CodeableConcept[];
  readonly name?: readonly HumanName[];
}
export interface Device {
  readonly resourceType: 'Device';
  readonly id: string;
  readonly deviceName: readonly { readonly name: string; readonly type: 'user-friendly-name' }[];
  readonly version: readonly { readonly type: CodeableConcept; readonly value: string }[];
}

/** A value, or why there is none. */
export interface Valued {
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueInteger?: number;
  readonly valueQuantity?: Quantity;
  readonly dataAbsentReason?: CodeableConcept;
}
export interface Observation extends Valued {
  readonly resourceType: 'Observation';
  readonly id: string;
  readonly status: 'final' | 'corrected';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly issued: string;
  readonly performer: readonly Reference[];
  readonly note: readonly Annotation[];
  readonly hasMember?: readonly Reference[];
  readonly derivedFrom: readonly Reference[];
  readonly component?: readonly (Valued & { readonly code: CodeableConcept })[];
}
export interface MedicationStatement {
  readonly resourceType: 'MedicationStatement';
  readonly id: string;
  readonly status: 'active';
  readonly medicationCodeableConcept: CodeableConcept;
  readonly subject: Reference;
  readonly effectiveDateTime: string;
  readonly dateAsserted: string;
  readonly informationSource: Reference;
  readonly derivedFrom: readonly Reference[];
  readonly dosage?: readonly { readonly text: string }[];
}
export interface AllergyIntolerance {
  readonly resourceType: 'AllergyIntolerance';
  readonly id: string;
  readonly clinicalStatus: CodeableConcept;
  readonly verificationStatus: CodeableConcept;
  readonly category: readonly ['medication'];
  readonly code: CodeableConcept;
  readonly patient: Reference;
  readonly recordedDate: string;
  readonly asserter: Reference;
  readonly note?: readonly Annotation[];
}
export interface Consent {
  readonly resourceType: 'Consent';
  readonly id: string;
  readonly status: 'active';
  readonly scope: CodeableConcept;
  readonly category: readonly CodeableConcept[];
  readonly patient: Reference;
  readonly dateTime: string;
  readonly performer: readonly Reference[];
  readonly sourceReference: Reference;
  readonly policyRule: CodeableConcept;
}
export interface DetectedIssue {
  readonly resourceType: 'DetectedIssue';
  readonly id: string;
  readonly extension: readonly Extension[];
  readonly status: 'final' | 'preliminary' | 'amended';
  readonly code: CodeableConcept;
  readonly severity?: 'high' | 'moderate' | 'low';
  readonly patient: Reference;
  readonly identifiedDateTime: string;
  readonly author: Reference;
  readonly implicated: readonly Reference[];
  readonly evidence: readonly { readonly code: readonly CodeableConcept[] }[];
  readonly detail: string;
}
export interface Provenance {
  readonly resourceType: 'Provenance';
  readonly id: string;
  readonly extension?: readonly Extension[];
  readonly target: readonly Reference[];
  readonly recorded: string;
  readonly agent: readonly {
    readonly type: CodeableConcept;
    readonly who: Reference;
    readonly onBehalfOf?: Reference;
  }[];
  readonly entity?: readonly { readonly role: 'revision'; readonly what: Reference }[];
}

export type Resource =
  | QuestionnaireResponse
  | Patient
  | RelatedPerson
  | Device
  | Observation
  | MedicationStatement
  | AllergyIntolerance
  | Consent
  | DetectedIssue
  | Provenance;

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly id: string;
  readonly identifier: Identifier;
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
