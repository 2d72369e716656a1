import type { VerifiedCase } from '../verified.ts';
import { issuesOf } from './issues.ts';
import { idOf, referenceTo, type Sent, sentWith } from './sent.ts';
import { localExtension, systems } from './systems.ts';
import type { DetectedIssue, Provenance, QuestionnaireResponse, Reference, Resource } from './types.ts';

/** What clinicians corrected of a submission, on its way into a bundle. */
interface Correction {
  /** The case as it holds, told as if the patient had said it so. */
  readonly plain: Sent;
  /** The same, following from the amended response. */
  readonly held: Sent;
  /** The clinicians whose word it is. */
  readonly by: readonly Reference[];
  /** When the last of it was corrected, ISO instant. */
  readonly at: string;
}

const AMENDED = 'verified-answers';

/** `undefined` where nothing is corrected. */
export function correctionOf(
  sent: Sent,
  { holds, answers }: Pick<VerifiedCase, 'holds' | 'answers'>,
): Correction | undefined {
  const corrected = answers.filter(({ kind }) => kind === 'corrected');
  if (corrected.length === 0) return undefined;
  const plain = sentWith(holds, sent.form);
  const id = idOf(sent.content.submissionId, AMENDED);
  return {
    plain,
    held: { ...plain, response: referenceTo('QuestionnaireResponse', id) },
    by: peopleOf(corrected),
    at: lastOf(corrected),
  };
}

const peopleOf = (answers: VerifiedCase['answers']): readonly Reference[] =>
  [...new Set(answers.map(({ by }) => by))].map((display) => ({ display }));

const lastOf = (answers: VerifiedCase['answers']): string =>
  answers.map(({ at }) => at).reduce((last, at) => (Date.parse(at) > Date.parse(last) ? at : last));

/** The answers as they hold: the patient's, but where a clinician corrected them. */
export const amendedResponse = (
  response: QuestionnaireResponse,
  { by: [author], at, held }: Correction,
): QuestionnaireResponse => ({
  ...response,
  id: idOf(held.content.submissionId, AMENDED),
  status: 'amended',
  authored: at,
  ...(author && { author }),
});

/** What follows from the answers: of what the patient said where that holds, else of what was corrected. */
export function standing(
  sent: Sent,
  correction: Correction | undefined,
  tell: (sent: Sent) => readonly Resource[],
): { readonly asSaid: readonly Resource[]; readonly corrected: readonly Resource[] } {
  const said = tell(sent);
  if (correction === undefined) return { asSaid: said, corrected: [] };
  const isSaid = saidAmong(said);
  const held = tell(correction.held);
  const plain = tell(correction.plain);
  return {
    asSaid: plain.filter(isSaid),
    corrected: held.filter((_, index) => !isSaid(plain[index])).map((one) => asCorrected(one, correction)),
  };
}

const saidAmong = (said: readonly Resource[]) => {
  const texts = new Set(said.map((one) => JSON.stringify(one)));
  return (one: Resource | undefined): boolean => texts.has(JSON.stringify(one));
};

const CORRECTED =
  'Corrected by the clinic after the patient reported it; the answers hold what the patient said.';

/** In FHIR's words, and in ours: on whose word it is. */
const asCorrected = (resource: Resource, { by }: Correction): Resource => {
  const [clinician = {}] = by;
  switch (resource.resourceType) {
    case 'Observation':
      return { ...resource, status: 'corrected', performer: by, note: [{ text: CORRECTED }] };
    case 'MedicationStatement':
      return { ...resource, informationSource: clinician };
    case 'AllergyIntolerance':
      return { ...resource, asserter: clinician };
    default:
      return resource;
  }
};

/** The findings that hold, and those that only the patient's own words make: a correction hides none. */
export function standingIssues(sent: Sent, correction: Correction | undefined): readonly DetectedIssue[] {
  const said = issuesOf(sent);
  if (correction === undefined) return said;
  const plain = issuesOf(correction.plain);
  const isSaid = saidAmong(said);
  const held = issuesOf(correction.held).map((issue, index) => {
    const same = plain[index];
    if (same !== undefined && isSaid(same)) return same;
    return { ...issue, status: issue.status === 'final' ? 'amended' : issue.status } as const;
  });
  const ids = new Set(held.map(({ id }) => id));
  return [...held, ...said.filter(({ id }) => !ids.has(id)).map(asSaidOnly)];
}

const asSaidOnly = (issue: DetectedIssue): DetectedIssue => ({
  ...issue,
  extension: [...issue.extension, { url: localExtension('found-by'), valueCode: 'as-said' }],
});

/** Whose word stands over the patient's, on what, and since when. */
export function verificationOf(
  sent: Sent,
  { answers }: Pick<VerifiedCase, 'answers'>,
  corrected: readonly Reference[],
): readonly Provenance[] {
  if (answers.length === 0) return [];
  return [
    {
      resourceType: 'Provenance',
      id: idOf(sent.content.submissionId, 'verification'),
      extension: answers.map(({ key, kind }) => ({
        url: localExtension('verified-answer'),
        extension: [
          { url: 'question', valueCode: key },
          { url: 'verified', valueCode: kind },
        ],
      })),
      target: corrected.length > 0 ? corrected : [sent.response],
      recorded: lastOf(answers),
      agent: peopleOf(answers).map((who) => ({
        type: { coding: [{ system: systems.participantType, code: 'verifier' }] },
        who,
      })),
      ...(corrected.length > 0 && { entity: [{ role: 'revision', what: sent.response }] as const }),
    },
  ];
}
