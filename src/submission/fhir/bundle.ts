import { type Form, questionsOf } from '../form.ts';
import type { Frozen } from '../freeze.ts';
import { consentOf, provenanceOf } from './agreements.ts';
import { bloodPressureOf, pregnancyOf, sizeOf } from './body.ts';
import { drugQuestionOf, instrumentsOf, ownInstrumentOf } from './instruments.ts';
import { issuesOf } from './issues.ts';
import { ketamineAllergyOf, medicinesOf } from './medicines.ts';
import { deviceOf, helperOf, patientOf } from './people.ts';
import { questionnaireVersion, sectionItems } from './questionnaire.ts';
import { responseItems } from './response.ts';
import { saidTo } from './said.ts';
import { idOf, referenceTo, type Sent, sentWith } from './sent.ts';
import { identifierSystem, questionnaireUrl, resourceUrl } from './systems.ts';
import type { Bundle, QuestionnaireResponse, Resource } from './types.ts';

/**
 * A frozen submission as a FHIR R4 Bundle (collection): the answers, the person, what follows from the answers as
 * coded observations, the findings, and who said it. Made from what was frozen alone, so that it is the same for ever;
 * ids follow from the submission's id.
 *
 * @param form the form of the submission's own version
 */
export function bundleOf(frozen: Frozen, form: Form): Bundle {
  const sent = sentWith(frozen, form);
  const { submissionId, receivedAt } = sent.content;
  const helper = helperOf(sent);
  const told: readonly Resource[] = [
    responseOf(sent),
    patientOf(sent),
    ...(helper ? [helper] : []),
    ...instrumentsOf(sent),
    ...ownInstrumentOf(sent),
    ...drugQuestionOf(sent),
    ...bloodPressureOf(sent),
    ...sizeOf(sent),
    ...pregnancyOf(sent),
    ...medicinesOf(sent),
    ...ketamineAllergyOf(sent),
    ...consentOf(sent),
  ];
  const provenance = provenanceOf(
    sent,
    told.map(({ resourceType, id }) => referenceTo(resourceType, id)),
  );
  return {
    resourceType: 'Bundle',
    id: submissionId,
    identifier: { system: identifierSystem('submission'), value: submissionId },
    type: 'collection',
    timestamp: receivedAt,
    entry: [...told, ...issuesOf(sent), deviceOf(sent), provenance].map((resource) => ({
      fullUrl: resourceUrl(resource.resourceType, resource.id),
      resource,
    })),
  };
}

function responseOf(sent: Sent): QuestionnaireResponse {
  const { content, form } = sent;
  const { submissionId, language, receivedAt, settings } = content;
  const saying = { locale: language, locations: settings.locations };
  const asked: ReadonlySet<string> = new Set(content.shown);
  const answers: Readonly<Record<string, unknown>> = content.answers;
  const said = new Map(
    questionsOf(form)
      .filter(({ key }) => asked.has(key))
      .flatMap((question) => saidTo(question, answers[question.key], saying)),
  );
  // The response needs the shape of the form and its questions, which cannabis does not change.
  const items = sectionItems(form, { locations: settings.locations, cannabisCounts: true });
  return {
    resourceType: 'QuestionnaireResponse',
    id: idOf(submissionId, 'answers'),
    language,
    identifier: { system: identifierSystem('submission'), value: submissionId },
    questionnaire: `${questionnaireUrl}|${questionnaireVersion(form)}`,
    status: 'completed',
    subject: sent.patient,
    authored: receivedAt,
    ...(content.answers.completedBy !== 'staff' && { author: sent.teller }),
    source: sent.teller,
    item: responseItems(items, said, language),
  };
}
