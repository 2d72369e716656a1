import { z } from 'zod';

/**
 * Exactly what we write, and nothing besides: narrower than FHIR, so that a field that slips in, a missing value or
 * an id that is not stable is seen. Codes of outside systems are those of this list or have the form of LOINC's.
 */
const text = z.string().refine((value) => value.trim().length > 0, 'empty');
const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const instant = z.iso.datetime({ offset: true });
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const day = z.iso.date();
const ours = (path: string) => z.string().regex(new RegExp(`^https://prelude\\.example/fhir/${path}$`));

const local = z.strictObject({
  system: ours('CodeSystem/[A-Za-z0-9-]+'),
  code: z.string().regex(/^[^\s]+$/),
  display: text.optional(),
});
const loincAnswer = z.strictObject({
  system: z.literal('http://loinc.org'),
  code: z.string().regex(/^LA\d{1,5}-\d$/),
  display: text,
});
const loincQuestion = z.strictObject({
  system: z.literal('http://loinc.org'),
  code: z.string().regex(/^\d{4,6}-\d$/),
});
const answerCoding = z.union([loincAnswer, local]);
const one = <T extends z.ZodType>(schema: T) => z.tuple([schema]);
const concept = <T extends z.ZodType>(coding: T) => z.strictObject({ coding: one(coding), text });
const coded = (system: string, codes: readonly [string, ...string[]]) =>
  z.strictObject({
    coding: one(z.strictObject({ system: z.literal(system), code: z.enum(codes) })),
  });

const translation = z.strictObject({
  extension: one(
    z.strictObject({
      url: z.literal('http://hl7.org/fhir/StructureDefinition/translation'),
      extension: z.tuple([
        z.strictObject({ url: z.literal('lang'), valueCode: z.literal('es') }),
        z.strictObject({ url: z.literal('content'), valueString: text }),
      ]),
    }),
  ),
});

const core = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const expression = z.strictObject({ language: z.literal('text/fhirpath'), expression: text });
const itemExtension = z.union([
  z.strictObject({
    url: z.literal(`${core}questionnaire-itemControl`),
    valueCodeableConcept: coded('http://hl7.org/fhir/questionnaire-item-control', [
      'radio-button',
      'help',
      'lower',
      'upper',
    ]),
  }),
  z.strictObject({ url: z.literal(`${core}questionnaire-hidden`), valueBoolean: z.literal(true) }),
  z.strictObject({ url: z.enum([`${core}minValue`, `${core}maxValue`]), valueInteger: z.int() }),
  z.strictObject({ url: z.enum([`${core}minValue`, `${core}maxValue`]), valueDecimal: z.number() }),
  z.strictObject({
    url: z.literal(`${core}questionnaire-unit`),
    valueCoding: z.strictObject({
      system: z.literal('http://unitsofmeasure.org'),
      code: z.enum(['mm[Hg]', '[in_i]', '[lb_av]', 'mg/d', 'wk']),
      display: text,
    }),
  }),
  z.strictObject({ url: z.literal(`${sdc}enableWhenExpression`), valueExpression: expression }),
  z.strictObject({
    url: z.literal(`${sdc}answerOptionsToggleExpression`),
    extension: z.tuple([
      z.strictObject({ url: z.literal('option'), valueCoding: answerCoding }),
      z.strictObject({ url: z.literal('expression'), valueExpression: expression }),
    ]),
  }),
]);

const linkId = z.string().regex(/^[A-Za-z0-9.]+$/);
const enableWhen = z.union([
  z.strictObject({ question: linkId, operator: z.literal('exists'), answerBoolean: z.boolean() }),
  z.strictObject({ question: linkId, operator: z.literal('='), answerCoding }),
]);
const answerOption = z.strictObject({
  extension: one(
    z.strictObject({ url: z.literal(`${core}ordinalValue`), valueDecimal: z.number() }),
  ).optional(),
  valueCoding: z.union([
    loincAnswer.extend({ _display: translation }),
    local.extend({ display: text, _display: translation }),
  ]),
});

const below: z.ZodType = z.lazy(() => item);
const item = z
  .strictObject({
    extension: z.array(itemExtension).min(1).optional(),
    linkId,
    code: one(z.union([loincQuestion, local])).optional(),
    text: text.optional(),
    _text: translation.optional(),
    type: z.enum([
      'group',
      'display',
      'boolean',
      'choice',
      'date',
      'dateTime',
      'decimal',
      'integer',
      'string',
      'text',
    ]),
    enableWhen: z.array(enableWhen).min(1).optional(),
    enableBehavior: z.enum(['all', 'any']).optional(),
    required: z.literal(true).optional(),
    repeats: z.literal(true).optional(),
    maxLength: z.int().positive().optional(),
    answerOption: z.array(answerOption).min(2).optional(),
    item: z.array(below).min(1).optional(),
  })
  .refine(
    ({ text: en, _text }) => (en === undefined) === (_text === undefined),
    'a text without its translation',
  )
  .refine(
    ({ type, answerOption: options }) => (type === 'choice') === (options !== undefined),
    'a choice has options',
  )
  .refine(
    ({ enableWhen: comparisons = [], enableBehavior }) =>
      comparisons.length > 1 === (enableBehavior !== undefined),
    'two comparisons need a behavior',
  )
  .refine(
    ({ enableWhen: comparisons, extension = [] }) =>
      comparisons === undefined || !extension.some(({ url }) => url.endsWith('enableWhenExpression')),
    'enableWhen and an expression exclude each other (SDC)',
  )
  .refine(({ type, item: inside }) => type !== 'group' || inside !== undefined, 'a group is not empty');

export const questionnaireSchema = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  id,
  language: z.literal('en'),
  url: ours('Questionnaire/intake'),
  version: text,
  name: z.string().regex(/^[A-Z][A-Za-z0-9_]{0,254}$/),
  title: text,
  _title: translation,
  status: z.literal('active'),
  subjectType: z.tuple([z.literal('Patient')]),
  description: text,
  copyright: text,
  item: z.array(item).min(1),
});

const reference = (types: string) =>
  z.strictObject({
    reference: z.string().regex(new RegExp(`^(${types})/[A-Za-z0-9.-]{1,64}$`)),
    display: text.optional(),
  });
const patient = reference('Patient');
const teller = reference('Patient|RelatedPerson');
const response = reference('QuestionnaireResponse');
const identifier = z.strictObject({ system: ours('identifier/(submission|reference)'), value: text });
const unknownExtension = one(
  z.strictObject({ url: z.literal(`${core}data-absent-reason`), valueCode: z.literal('unknown') }),
);

const answer = z.union([
  z.strictObject({ valueBoolean: z.literal(true) }),
  z.strictObject({ valueCoding: answerCoding }),
  z.strictObject({ valueDate: partialDate }),
  z.strictObject({ valueDateTime: instant }),
  z.strictObject({ valueDecimal: z.number() }),
  z.strictObject({ valueInteger: z.int() }),
  z.strictObject({ valueString: text }),
]);
const responseBelow: z.ZodType = z.lazy(() => responseItem);
const responseItem = z
  .strictObject({
    extension: unknownExtension.optional(),
    linkId,
    text: text.optional(),
    answer: z.array(answer).min(1).optional(),
    item: z.array(responseBelow).min(1).optional(),
  })
  .refine(
    ({ extension, answer: answers, item: inside }) =>
      [extension, answers, inside].filter((part) => part !== undefined).length === 1,
    'an item has answers, or items, or says that it was left blank',
  );

const telecom = z.array(z.strictObject({ system: z.enum(['phone', 'email']), value: text })).min(1);

const quantity = z.strictObject({
  value: z.number(),
  unit: text,
  system: z.literal('http://unitsofmeasure.org'),
  code: z.enum(['mm[Hg]', 'cm', 'kg', 'kg/m2', '{score}']),
});
const dataAbsentReason = coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', [
  'unknown',
  'asked-unknown',
  'asked-declined',
]).extend({ text });
const values = {
  valueCodeableConcept: z.strictObject({ coding: z.array(answerCoding).min(1), text }).optional(),
  valueInteger: z.int().optional(),
  valueQuantity: quantity.optional(),
  dataAbsentReason: dataAbsentReason.optional(),
};
const component = z.strictObject({ code: concept(loincQuestion), ...values });

/** Whoever corrected something is named, and has no resource. */
const clinician = z.strictObject({ display: text });

const resources = {
  QuestionnaireResponse: z.strictObject({
    resourceType: z.literal('QuestionnaireResponse'),
    id,
    language: z.enum(['en', 'es']),
    identifier,
    questionnaire: ours('Questionnaire/intake\\|[^|]+'),
    status: z.enum(['completed', 'amended']),
    subject: patient,
    authored: instant,
    author: z.union([teller, clinician]).optional(),
    source: teller,
    item: z.array(responseItem).min(1),
  }),
  Patient: z.strictObject({
    resourceType: z.literal('Patient'),
    id,
    extension: one(
      z.strictObject({ url: z.literal(`${core}patient-interpreterRequired`), valueBoolean: z.boolean() }),
    ).optional(),
    identifier: z.array(identifier).length(2),
    name: z
      .array(
        z.union([
          z.strictObject({
            use: z.literal('official'),
            family: text.optional(),
            given: one(text).optional(),
          }),
          z.strictObject({ use: z.literal('usual'), text }),
          z.strictObject({ extension: unknownExtension }),
        ]),
      )
      .min(1)
      .max(2),
    telecom: telecom.optional(),
    gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
    birthDate: day.optional(),
    contact: one(
      z.strictObject({
        relationship: one(coded('http://terminology.hl7.org/CodeSystem/v2-0131', ['C'])),
        name: z.strictObject({ text }).optional(),
        telecom: telecom.optional(),
      }),
    ).optional(),
    communication: one(
      z.strictObject({ language: coded('urn:ietf:bcp:47', ['en', 'es']), preferred: z.literal(true) }),
    ),
  }),
  RelatedPerson: z.strictObject({
    resourceType: z.literal('RelatedPerson'),
    id,
    patient,
    relationship: one(z.strictObject({ text })).optional(),
    name: one(z.strictObject({ text })).optional(),
  }),
  Device: z.strictObject({
    resourceType: z.literal('Device'),
    id,
    deviceName: one(z.strictObject({ name: text, type: z.literal('user-friendly-name') })),
    version: z.array(z.strictObject({ type: z.strictObject({ coding: one(local) }), value: text })).length(2),
  }),
  Observation: z
    .strictObject({
      resourceType: z.literal('Observation'),
      id,
      status: z.enum(['final', 'corrected']),
      category: one(
        coded('http://terminology.hl7.org/CodeSystem/observation-category', [
          'survey',
          'vital-signs',
          'social-history',
        ]),
      ),
      code: concept(loincQuestion),
      subject: patient,
      effectiveDateTime: instant.optional(),
      effectivePeriod: z.strictObject({ start: day.optional(), end: day }).optional(),
      issued: instant,
      performer: z.union([one(teller), z.array(clinician).min(1)]),
      ...values,
      note: z.array(z.strictObject({ text })).min(1),
      hasMember: z.array(reference('Observation')).min(1).optional(),
      derivedFrom: z.tuple([response], reference('Observation')),
      component: z.array(component).length(2).optional(),
    })
    .refine(
      ({
        valueCodeableConcept,
        valueInteger,
        valueQuantity,
        dataAbsentReason: why,
        hasMember,
        component: parts,
      }) =>
        [valueCodeableConcept, valueInteger, valueQuantity, why, hasMember, parts].filter(
          (part) => part !== undefined,
        ).length === 1,
      'one value, or why there is none, or members (us-core-2)',
    )
    .refine(
      ({ effectiveDateTime, effectivePeriod }) =>
        (effectiveDateTime === undefined) !== (effectivePeriod === undefined),
      'one time',
    ),
  MedicationStatement: z.strictObject({
    resourceType: z.literal('MedicationStatement'),
    id,
    status: z.literal('active'),
    medicationCodeableConcept: z.strictObject({ coding: one(local).optional(), text }),
    subject: patient,
    effectiveDateTime: instant,
    dateAsserted: instant,
    informationSource: teller,
    derivedFrom: one(response),
    dosage: one(z.strictObject({ text })).optional(),
  }),
  AllergyIntolerance: z.strictObject({
    resourceType: z.literal('AllergyIntolerance'),
    id,
    clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', ['active']),
    verificationStatus: coded('http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', [
      'unconfirmed',
    ]),
    category: one(z.literal('medication')),
    code: concept(local),
    patient,
    recordedDate: instant,
    asserter: teller,
    note: one(z.strictObject({ text })).optional(),
  }),
  Consent: z.strictObject({
    resourceType: z.literal('Consent'),
    id,
    status: z.literal('active'),
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', ['patient-privacy']),
    category: one(concept(local)),
    patient,
    dateTime: instant,
    performer: one(teller),
    sourceReference: response,
    policyRule: concept(local),
  }),
  DetectedIssue: z.strictObject({
    resourceType: z.literal('DetectedIssue'),
    id,
    extension: z
      .array(
        z.union([
          z.strictObject({ url: ours('StructureDefinition/rule-tag'), valueCode: text }),
          z.strictObject({ url: ours('StructureDefinition/found-by'), valueCode: z.literal('as-said') }),
          z.strictObject({
            url: ours('StructureDefinition/treatment-severity'),
            extension: z.tuple([
              z.strictObject({ url: z.literal('treatment'), valueCode: z.enum(['spravato', 'ivKetamine']) }),
              z.strictObject({
                url: z.literal('severity'),
                valueCode: z.enum(['urgent', 'contraindication', 'review', 'caution', 'info']),
              }),
            ]),
          }),
        ]),
      )
      .min(1),
    status: z.enum(['final', 'preliminary', 'amended']),
    code: concept(local),
    severity: z.enum(['high', 'moderate', 'low']).optional(),
    patient,
    identifiedDateTime: instant,
    author: reference('Device'),
    implicated: one(response),
    evidence: one(z.strictObject({ code: z.array(concept(local)).min(1) })),
    detail: text,
  }),
  Provenance: z.strictObject({
    resourceType: z.literal('Provenance'),
    id,
    extension: z
      .array(
        z.strictObject({
          url: ours('StructureDefinition/verified-answer'),
          extension: z.tuple([
            z.strictObject({ url: z.literal('question'), valueCode: text }),
            z.strictObject({ url: z.literal('verified'), valueCode: z.enum(['confirmed', 'corrected']) }),
          ]),
        }),
      )
      .min(1)
      .optional(),
    target: z.array(reference('[A-Za-z]+')).min(1),
    recorded: instant,
    agent: z
      .array(
        z.strictObject({
          type: coded('http://terminology.hl7.org/CodeSystem/provenance-participant-type', [
            'author',
            'informant',
            'enterer',
            'assembler',
            'verifier',
          ]),
          who: z.union([reference('Patient|RelatedPerson|Device'), z.strictObject({ display: text })]),
          onBehalfOf: patient.optional(),
        }),
      )
      .min(1),
    entity: one(z.strictObject({ role: z.literal('revision'), what: response })).optional(),
  }),
};

export const bundleSchema = z.strictObject({
  resourceType: z.literal('Bundle'),
  id,
  identifier,
  type: z.literal('collection'),
  timestamp: instant,
  entry: z
    .array(
      z.strictObject({
        fullUrl: ours('[A-Za-z]+/[A-Za-z0-9.-]{1,64}'),
        resource: z.discriminatedUnion('resourceType', [
          resources.QuestionnaireResponse,
          resources.Patient,
          resources.RelatedPerson,
          resources.Device,
          resources.Observation,
          resources.MedicationStatement,
          resources.AllergyIntolerance,
          resources.Consent,
          resources.DetectedIssue,
          resources.Provenance,
        ]),
      }),
    )
    .min(5),
});
