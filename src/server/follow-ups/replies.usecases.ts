import { canonicalJson } from '../../lib/canonical-json.ts';
import { dayIn } from '../../lib/dates.ts';
import { nextReview } from '../../machines/review.machine.ts';
import type {
  OpenFollowUpRequest,
  PatientFollowUps,
  ReplyReceipt,
  ReplyRequest,
} from '../../submission/reply-wire.ts';
import { workAfterReply } from '../case-work/work-content.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { GuessLimit } from '../drafts/guess-limit.ts';
import { opens } from '../drafts/verifier.ts';
import { changedMeanwhile, conflict } from '../edge/problem.ts';
import type { RecordKey } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { type CaseRow, moveCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import { findNewestVersion, insertVersion } from '../submissions/case-versions.repository.ts';
import { findVerified } from '../verified/verified.repository.ts';
import { openFollowUp } from './follow-up-content.ts';
import {
  answerFollowUp,
  type FollowUpRow,
  findCaseOfDraft,
  findFollowUp,
  findReply,
  listFollowUps,
} from './follow-ups.repository.ts';
import { isAboutSafety, type NextVersion, type RepliedTo, versionWith } from './next-version.ts';
import { createProofs, type From, type Proof } from './proofs.ts';
import { publicStatus } from './public-status.ts';

interface Reply {
  readonly submissionId: string;
  readonly replyId: string;
  readonly body: ReplyRequest;
}

export interface Replies {
  ofDraft(from: From, draftId: string, verifier: string): Promise<PatientFollowUps>;
  ofLink(from: From, link: OpenFollowUpRequest): Promise<PatientFollowUps>;
  /** Takes a reply once. The same again gets the first receipt; another under the same id is refused. */
  receive(
    from: From,
    proof: Proof,
    reply: Reply,
  ): Promise<{ readonly receipt: ReplyReceipt; readonly isNew: boolean }>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'settings'> & {
  readonly guesses: GuessLimit;
};

/** A colleague's note and a reply may come at the same moment: the reply is never the one to lose. */
const TRIES = 5;

export const createReplies = (needs: Needs): Replies => {
  const { store, vault, outbox, clock, settings } = needs;
  const { record, findByLink, findProven, guarded } = createProofs(needs);
  const { envelope, indexes } = vault;
  const now = () => clock.now().getTime();

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

  /** What the reply has come to; or, where it was received before, its receipt. */
  const read = (from: From, proof: Proof, { submissionId, replyId, body }: Reply, replyIndex: string) =>
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
      const repliedTo: RepliedTo = {
        row,
        followUp,
        key: await keyOf(tx, submissionId),
        newest: await findNewestVersion(tx, submissionId),
        overlay: await findVerified(tx, submissionId),
      };
      return { kind: 'open' as const, repliedTo };
    });

  /** One transaction: the case, its next version, the answered question, the message to the clinic and the audit. */
  const keep = (
    from: From,
    { row, key, followUp }: RepliedTo,
    next: NextVersion,
    {
      submissionId,
      replyId,
      body,
      replyIndex,
      at,
    }: Reply & { readonly replyIndex: string; readonly at: number },
  ): Promise<boolean> =>
    store.inTransaction(async (tx) => {
      const isMoved = await moveCase(tx, row, {
        status: nextReview(row.status, factsOf(row), { type: 'REPLY' }) ?? row.status,
        updated_at: at,
        summary: next.summary,
        ...workAfterReply(envelope, key, row, isAboutSafety(body)),
        ...reopened(row),
      });
      if (!isMoved) return false;
      const isNext = await insertVersion(tx, {
        submission_id: submissionId,
        number: next.number,
        made_at: at,
        content: next.content,
      });
      const isFirst = await answerFollowUp(tx, followUp.id, {
        answered_at: at,
        reply_id: replyId,
        reply_index: replyIndex,
        reply_version: next.number,
      });
      if (!isNext || !isFirst) throw changedMeanwhile();
      await outbox.enqueue(tx, {
        kind: next.isNewlyUrgent ? 'safety-alert-raised' : 'reply-received',
        refId: submissionId,
      });
      await record(tx, from, 'follow-up.reply', submissionId, { fields: Object.keys(body.answers) });
      return true;
    });

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

    receive: async (from, proof, reply) => {
      const { link: _, ...told } = reply.body;
      const replyIndex = indexes.of('body', canonicalJson(told));
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const known = await read(from, proof, reply, replyIndex);
        if (known.kind === 'repeat') return { receipt: known.receipt, isNew: false };
        const asOf = dayIn(settings.timeZone, clock.now());
        const next = versionWith(envelope, known.repliedTo, reply.body, { asOf, settings });
        const at = now();
        if (await keep(from, known.repliedTo, next, { ...reply, replyIndex, at }))
          return { receipt: { replyId: reply.replyId, receivedAt: new Date(at).toISOString() }, isNew: true };
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

/** A closed case that is answered is open again. */
const reopened = ({ closed_at }: CaseRow) => (closed_at === null ? {} : { closed_at: null });

const isAnswered = () =>
  conflict(
    'already-answered',
    'The clinic has your answer to this. Load the page again to see if there is more.',
  );
