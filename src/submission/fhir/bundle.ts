import { type Form, questionsOf } from '../form.ts';
import type { Frozen } from '../freeze.ts';
import type { VerifiedCase } from '../verified.ts';
import { consentOf, provenanceOf } from './agreements.ts';
import { bloodPressureOf, pregnancyOf, sizeOf } from './body.ts';
import { drugQuestionOf, instrumentsOf, ownInstrumentOf } from './instruments.ts';
import { ketamineAllergyOf, medicinesOf } from './medicines.ts';
import { deviceOf, helperOf, patientOf } from './people.ts';
import { questionnaireVersion, sectionItems } from './questionnaire.ts';
import { responseItems } from './response.ts';
import { saidTo } from './said.ts';
import { idOf, referenceTo, type Sent, sentWith } from './sent.ts';
import { identifierSystem, questionnaireUrl, resourceUrl } from './systems.ts';
import type { Bundle, QuestionnaireResponse, Reference, Resource } from './types.ts';
import { amendedResponse, correctionOf, standing, standingIssues, verificationOf } from './verified.ts';

/** What is told of a person beside the answers themselves, in this order. */
const toldBy = (sent: Sent): readonly Resource[] => {
  const helper = helperOf(sent);
  return [
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
};

/**
 * A frozen submission as a FHIR R4 Bundle (collection): the answers, the person, what follows from the answers as
 * coded observations, the findings, and who said it. Made from what was frozen alone, so that it is the same for ever;
 * ids follow from the submission's id.
 *
 * @param form the form of the submission's own version
 */
export const bundleOf = (frozen: Frozen, form: Form): Bundle =>
  verifiedBundleOf({ reported: frozen, holds: frozen, answers: [] }, form);

/**
 * The same with what clinicians verified: the answers stay as they were said, and a second response, amended, holds
 * what stands. What follows from the answers follows from that one, and says which of it was corrected.
 *
 * @param verified a case and what clinicians confirmed and corrected of it
 */
export function verifiedBundleOf(verified: VerifiedCase, form: Form): Bundle {
  const sent = sentWith(verified.reported, form);
  const { submissionId, receivedAt } = sent.content;
  const correction = correctionOf(sent, verified);
  const { asSaid, corrected } = standing(sent, correction, toldBy);
  const issues = standingIssues(sent, correction);
  const response = responseOf(sent);
  const amended = correction && amendedResponse(responseOf(correction.held), correction);
  const resources: readonly Resource[] = [
    response,
    ...(amended ? [amended] : []),
    ...asSaid,
    ...corrected,
    ...issues,
    deviceOf(sent),
    provenanceOf(sent, [response, ...asSaid].map(toResource)),
    ...verificationOf(sent, verified, amended ? [amended, ...corrected].map(toResource) : []),
  ];
  return {
    resourceType: 'Bundle',
    id: submissionId,
    identifier: { system: identifierSystem('submission'), value: submissionId },
    type: 'collection',
    timestamp: receivedAt,
    entry: resources.map((resource) => ({
      fullUrl: resourceUrl(resource.resourceType, resource.id),
      resource,
    })),
  };
}

const toResource = ({ resourceType, id }: Resource): Reference => referenceTo(resourceType, id);

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
