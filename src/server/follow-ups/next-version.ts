import { type SchemaContext, schemaOf } from '../../questions/schema.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Answers } from '../../steps/catalog.ts';
import { answeredAnew } from '../../submission/answered-anew.ts';
import { differenceOf } from '../../submission/difference.ts';
import { questionsOf } from '../../submission/follow-up.ts';
import type { ReplyRequest } from '../../submission/reply-wire.ts';
import { verifiedEntry } from '../../submission/verified.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import { unprocessable } from '../edge/problem.ts';
import type { Envelope, RecordKey } from '../keys/envelope.ts';
import { sha256 } from '../keys/sha256.ts';
import type { CaseRow } from '../reviews/cases.repository.ts';
import type { CaseVersionRow } from '../submissions/case-versions.repository.ts';
import { FIRST_VERSION, openNewest, sealVersion } from '../submissions/case-versions.ts';
import { sealColumn } from '../submissions/sealed-columns.ts';
import { openVerified } from '../verified/overlay.ts';
import type { VerifiedRow } from '../verified/verified.repository.ts';
import { type FollowUpContent, openFollowUp } from './follow-up-content.ts';
import type { FollowUpRow } from './follow-ups.repository.ts';

/** A case that a reply has come to, and what stood in it before. */
export interface RepliedTo {
  readonly row: CaseRow;
  readonly key: RecordKey;
  readonly newest: CaseVersionRow | undefined;
  /** What clinicians verified goes on counting. */
  readonly overlay: VerifiedRow | undefined;
  readonly followUp: FollowUpRow;
}

/** The next version of a case: the reply, the whole form screened anew with it, and what is different now. */
export interface NextVersion {
  readonly number: number;
  readonly content: Uint8Array;
  readonly summary: Uint8Array;
  readonly isNewlyUrgent: boolean;
}

/** Throws the problem of the first answer that cannot be taken. */
export const versionWith = (
  envelope: Envelope,
  { row, key, newest, overlay, followUp }: RepliedTo,
  body: ReplyRequest,
  { asOf, settings }: { readonly asOf: string; readonly settings: Settings },
): NextVersion => {
  const asked = openFollowUp(envelope, key, followUp);
  const answers = answersTo(asked, body, { asOf, locations: settings.locations.map(({ id }) => id) });
  const before = openNewest(envelope, key, row, newest);
  const after = answeredAnew(before, answers, { asOf, settings, sha256 });
  const number = (newest?.number ?? FIRST_VERSION) + 1;
  const difference = differenceOf(before, after);
  const content = sealVersion(envelope, key, number, {
    format: 1,
    followUpId: followUp.id,
    language: body.language,
    texts: body.texts,
    frozen: after,
    difference,
  });
  const entry = verifiedEntry(openVerified(envelope, key, after, overlay));
  const summary = sealColumn(envelope, key, 'summary', entry);
  const { level } = difference;
  return { number, content, summary, isNewlyUrgent: level.after === 'urgent' && level.before !== 'urgent' };
};

/** The answers of a reply, each to a question that was asked. */
const answersTo = (
  { texts, questions }: FollowUpContent,
  body: ReplyRequest,
  context: SchemaContext,
): Answers => {
  if (body.texts.length !== texts.length)
    throw unprocessable('not-accepted', 'There must be a place for each question.', 'texts');
  const asked = new Map(questionsOf(questions.map((one) => one.key)).map((one) => [one.key, one]));
  for (const [name, value] of Object.entries(body.answers)) {
    const question = asked.get(name);
    if (question === undefined) throw unprocessable('unknown-key', 'This was not asked.', 'answers');
    if (!schemaOf(question, context).safeParse(value).success)
      throw unprocessable('answer-refused', 'What stands here is not an answer to this.', `answers.${name}`);
  }
  if (body.texts.every((text) => text === null) && Object.keys(body.answers).length === 0)
    throw unprocessable('answer-needed', 'Answer at least one question.', 'texts');
  return body.answers as Answers;
};

const safetyKeys: ReadonlySet<string> = new Set(alertAnswerKeys);

/** An answer on safety counts anew, however the call before it ended. */
export const isAboutSafety = ({ answers }: ReplyRequest): boolean =>
  Object.keys(answers).some((key) => safetyKeys.has(key));
