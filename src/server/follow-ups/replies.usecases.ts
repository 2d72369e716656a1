import { canonicalJson } from '../../lib/canonical-json.ts';
import { dayIn } from '../../lib/dates.ts';
import { nextReview } from '../../machines/review.machine.ts';
import { schemaOf } from '../../questions/schema.ts';
import type { Answers } from '../../steps/catalog.ts';
import { answeredAnew } from '../../submission/answered-anew.ts';
import { differenceOf } from '../../submission/difference.ts';
import { questionsOf } from '../../submission/follow-up.ts';
import type {
  OpenFollowUpRequest,
  PatientFollowUps,
  ReplyReceipt,
  ReplyRequest,
} from '../../submission/reply-wire.ts';
import { verifiedEntry } from '../../submission/verified.ts';
import { alertAnswerKeys } from '../../submission/wire.ts';
import type { AddressClass } from '../audit/act.ts';
import { workAfterReply } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { GuessLimit } from '../drafts/guess-limit.ts';
import { opens } from '../drafts/verifier.ts';
import { changedMeanwhile, conflict, notFound, unprocessable } from '../edge/problem.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { sha256 } from '../keys/sha256.ts';
import { type CaseRow, findCase, moveCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import {
  type CaseVersionRow,
  findNewestVersion,
  insertVersion,
} from '../submissions/case-versions.repository.ts';
import { FIRST_VERSION, openNewest, sealVersion } from '../submissions/case-versions.ts';
import { sealColumn } from '../submissions/sealed-columns.ts';
import { openVerified } from '../verified/overlay.ts';
import { findVerified, type VerifiedRow } from '../verified/verified.repository.ts';
import { openFollowUp } from './follow-up-content.ts';
import {
  answerFollowUp,
  type FollowUpRow,
  findCaseOfDraft,
  findFollowUp,
  findLink,
  findReply,
  giveTriesBack,
  listFollowUps,
  takeTry,
} from './follow-ups.repository.ts';
import { hashOfCode, MOST_WRONG_TRIES } from './links.ts';
import { publicStatus } from './public-status.ts';

/** Where a request came from; the address is kept nowhere. */
export interface From {
  readonly address: string;
  readonly addressClass: AddressClass;
  readonly requestId: string;
}

/** What a person shows: the verifier of their own link or code, or what opens a link that the clinic made. */
export type Proof =
  | { readonly by: 'verifier'; readonly verifier: string }
  | { readonly by: 'link'; readonly link: OpenFollowUpRequest };

export interface Replies {
  ofDraft(from: From, draftId: string, verifier: string): Promise<PatientFollowUps>;
  ofLink(from: From, link: OpenFollowUpRequest): Promise<PatientFollowUps>;
  /** Takes a reply once. The same again gets the first receipt; another under the same id is refused. */
  receive(
    from: From,
    proof: Proof,
    reply: { readonly submissionId: string; readonly replyId: string; readonly body: ReplyRequest },
  ): Promise<{ readonly receipt: ReplyReceipt; readonly isNew: boolean }>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'settings'> & {
  readonly guesses: GuessLimit;
};

interface OpenCase {
  readonly row: CaseRow;
  readonly key: RecordKey;
  readonly newest: CaseVersionRow | undefined;
  /** What clinicians verified goes on counting. */
  readonly overlay: VerifiedRow | undefined;
  readonly followUp: FollowUpRow;
}

/** A colleague's note and a reply may come at the same moment: the reply is never the one to lose. */
const TRIES = 5;

export const createReplies = (needs: Needs): Replies => {
  const { store, vault, audit, outbox, clock, settings, guesses } = needs;
  const { envelope, indexes } = vault;
  const now = () => clock.now().getTime();

  const record = (
    tx: Tx,
    from: From,
    action: 'follow-up.open' | 'follow-up.reply' | 'follow-up.repeat' | 'follow-up.refuse',
    id: string | undefined,
    more: { readonly reason?: string; readonly fields?: readonly string[] } = {},
  ) =>
    audit.append(tx, {
      actor: { kind: 'patient' },
      action,
      ...(id !== undefined && { object: { type: 'submission' as const, id } }),
      ...(action === 'follow-up.refuse' && { outcome: 'refused' as const }),
      requestId: from.requestId,
      addressClass: from.addressClass,
      ...more,
    });

  /** The case that a link opens. Unknown, expired, used up and a wrong birth date are one answer to the outside. */
  const findByLink = async (tx: Tx, from: From, { code, birthDate }: OpenFollowUpRequest) => {
    const tokenHash = hashOfCode(code);
    const hasTry = await takeTry(tx, tokenHash, MOST_WRONG_TRIES, now());
    const link = await findLink(tx, tokenHash);
    const row = link && (await findCase(tx, link.submission_id));
    const isTheirs = row?.birth_date_index === indexes.of('birth-date', birthDate);
    if (hasTry && row !== undefined && isTheirs) {
      await giveTriesBack(tx, tokenHash);
      return row;
    }
    if (row !== undefined)
      await record(tx, from, 'follow-up.refuse', row.id, { reason: hasTry ? 'birth-date' : 'no-try-left' });
    return undefined;
  };

  const findProven = async (tx: Tx, from: From, proof: Proof, id: string) => {
    if (proof.by === 'link') {
      const row = await findByLink(tx, from, proof.link);
      return row?.id === id ? row : undefined;
    }
    const row = await findCase(tx, id);
    return opens(proof.verifier, row?.verifier_hash ?? undefined) ? row : undefined;
  };

  /** One transaction behind the limit of guesses. What was refused stays recorded. */
  const guarded = async <T>(
    from: From,
    about: string,
    work: (tx: Tx) => Promise<T | undefined>,
  ): Promise<T> => {
    await guesses.check(from.address, about);
    const found = await store.inTransaction(work);
    if (found !== undefined) return found;
    await guesses.wrong(from.address, about);
    throw notFound();
  };

  const keyOf = async (tx: Tx, id: string): Promise<RecordKey> => {
    const wrapped = await findRecordKey(tx, id);
    if (wrapped === undefined) throw damaged();
    return envelope.unwrap(wrapped);
  };

  const look = async (tx: Tx, from: From, row: CaseRow) => {
    const asked = await listFollowUps(tx, row.id);
    const key = await keyOf(tx, row.id);
    await record(tx, from, 'follow-up.open', row.id);
    return { row, key, open: asked.filter(({ answered_at }) => answered_at === null) };
  };

  const shown = ({ row, key, open }: Awaited<ReturnType<typeof look>>): PatientFollowUps => ({
    submissionId: row.id,
    status: publicStatus(row.status),
    items: open.toReversed().map((followUp) => {
      const { texts, questions } = openFollowUp(envelope, key, followUp);
      return { id: followUp.id, texts: [...texts], keys: questions.map((question) => question.key) };
    }),
  });

  /** The receipt of a reply that was received before. */
  const repeated = (row: FollowUpRow, submissionId: string, replyIndex: string): ReplyReceipt => {
    if (row.submission_id !== submissionId || row.reply_index !== replyIndex || row.reply_id === null)
      throw conflict('another-reply', 'Another reply was received under this id. Load the page again.');
    return { replyId: row.reply_id, receivedAt: new Date(row.answered_at ?? 0).toISOString() };
  };

  const answersOf = (followUp: FollowUpRow, key: RecordKey, body: ReplyRequest, asOf: string): Answers => {
    const { texts, questions } = openFollowUp(envelope, key, followUp);
    if (body.texts.length !== texts.length)
      throw unprocessable('not-accepted', 'There must be a place for each question.', 'texts');
    const context = { asOf, locations: settings.locations.map(({ id }) => id) };
    const asked = new Map(questionsOf(questions.map((one) => one.key)).map((one) => [one.key, one]));
    for (const [name, value] of Object.entries(body.answers)) {
      const question = asked.get(name);
      if (question === undefined) throw unprocessable('unknown-key', 'This was not asked.', 'answers');
      if (!schemaOf(question, context).safeParse(value).success)
        throw unprocessable(
          'answer-refused',
          'What stands here is not an answer to this.',
          `answers.${name}`,
        );
    }
    if (body.texts.every((text) => text === null) && Object.keys(body.answers).length === 0)
      throw unprocessable('answer-needed', 'Answer at least one question.', 'texts');
    return body.answers as Answers;
  };

  const change = ({ row, key, newest, overlay, followUp }: OpenCase, body: ReplyRequest) => {
    const asOf = dayIn(settings.timeZone, clock.now());
    const answers = answersOf(followUp, key, body, asOf);
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
    return { number, content, summary, isNewlyUrgent: isNewlyUrgent(difference.level), frozen: after };
  };

  return {
    ofDraft: async (from, draftId, verifier) =>
      shown(
        await guarded(from, draftId, async (tx) => {
          const row = await findCaseOfDraft(tx, draftId);
          return opens(verifier, row?.verifier_hash ?? undefined) && row !== undefined
            ? look(tx, from, row)
            : undefined;
        }),
      ),

    ofLink: async (from, link) =>
      shown(
        await guarded(from, 'link', async (tx) => {
          const row = await findByLink(tx, from, link);
          return row && look(tx, from, row);
        }),
      ),

    receive: async (from, proof, { submissionId, replyId, body }) => {
      const { link: _, ...told } = body;
      const replyIndex = indexes.of('body', canonicalJson(told));

      const read = () =>
        guarded(from, submissionId, async (tx) => {
          const row = await findProven(tx, from, proof, submissionId);
          if (row === undefined) return undefined;
          const before = await findReply(tx, replyId);
          if (before !== undefined) {
            const receipt = repeated(before, submissionId, replyIndex);
            await record(tx, from, 'follow-up.repeat', submissionId);
            return { kind: 'repeat' as const, receipt };
          }
          const followUp = await findFollowUp(tx, body.followUpId);
          if (followUp?.submission_id !== submissionId) return undefined;
          if (followUp.answered_at !== null) throw isAnswered();
          const key = await keyOf(tx, submissionId);
          const newest = await findNewestVersion(tx, submissionId);
          const overlay = await findVerified(tx, submissionId);
          return { kind: 'open' as const, found: { row, key, newest, overlay, followUp } };
        });

      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const known = await read();
        if (known.kind === 'repeat') return { receipt: known.receipt, isNew: false };
        const { found } = known;
        const { row, followUp } = found;
        const changed = change(found, body);
        const at = now();
        const isKept = await store.inTransaction(async (tx) => {
          const status = nextReview(row.status, factsOf(row), { type: 'REPLY' }) ?? row.status;
          const { summary } = changed;
          if (
            !(await moveCase(tx, row, {
              status,
              updated_at: at,
              summary,
              ...workAfterReply(envelope, found.key, row, isAboutSafety(body)),
              ...reopened(row),
            }))
          )
            return false;
          const isNext = await insertVersion(tx, {
            submission_id: submissionId,
            number: changed.number,
            made_at: at,
            content: changed.content,
          });
          const isFirst = await answerFollowUp(tx, followUp.id, {
            answered_at: at,
            reply_id: replyId,
            reply_index: replyIndex,
            reply_version: changed.number,
          });
          if (!isNext || !isFirst) throw changedMeanwhile();
          await outbox.enqueue(tx, {
            kind: changed.isNewlyUrgent ? 'safety-alert-raised' : 'reply-received',
            refId: submissionId,
          });
          await record(tx, from, 'follow-up.reply', submissionId, { fields: Object.keys(body.answers) });
          return true;
        });
        if (isKept) return { receipt: { replyId, receivedAt: new Date(at).toISOString() }, isNew: true };
      }
      throw changedMeanwhile();
    },
  };
};

const factsOf = ({ assignee_id: assignee }: CaseRow) => ({
  isAssigned: assignee !== null,
  isHeldByAnother: false,
  isSafetyOpen: false,
  undoTo: undefined,
});

const safetyKeys: ReadonlySet<string> = new Set(alertAnswerKeys);

/** An answer on safety counts anew, however the call before it ended. */
const isAboutSafety = ({ answers }: ReplyRequest): boolean =>
  Object.keys(answers).some((key) => safetyKeys.has(key));

/** A closed case that is answered is open again. */
const reopened = ({ closed_at }: CaseRow) => (closed_at === null ? {} : { closed_at: null });

const isNewlyUrgent = ({ before, after }: { readonly before: string; readonly after: string }): boolean =>
  after === 'urgent' && before !== 'urgent';

const isAnswered = () =>
  conflict(
    'already-answered',
    'The clinic has your answer to this. Load the page again to see if there is more.',
  );
