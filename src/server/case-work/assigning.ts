import { nextReview, type ReviewEvent } from '../../machines/review.machine.ts';
import type { ReviewState } from '../../machines/review-states.ts';
import type { CaseWork } from '../../submission/case-work-wire.ts';
import type { Tx } from '../db/transaction.ts';
import type { Envelope } from '../keys/envelope.ts';
import type { Reader } from '../reviews/reader.ts';
import type { Acting, Seen } from './acting.ts';
import { type CaseFile, rowOf } from './case-file.ts';
import { held, noSuchColleague, notNow, safetyIsOpen } from './refusals.ts';

/** Where an event leads a case, or the reason why it cannot happen to it now. */
export const stateAfter = (
  envelope: Envelope,
  reader: Reader,
  file: CaseFile,
  event: ReviewEvent,
  undoTo?: ReviewState,
): ReviewState => {
  const { status, assignee_id: assigneeId } = file.row;
  const facts = {
    isAssigned: assigneeId !== null,
    isHeldByAnother: assigneeId !== null && assigneeId !== reader.userId,
    isSafetyOpen: (rowOf(envelope, file)?.level ?? 'none') !== 'none',
    undoTo,
  };
  const there = nextReview(status, facts, event);
  if (there !== undefined) return there;
  if (nextReview(status, { ...facts, isHeldByAnother: false }, event) !== undefined) throw held();
  if (nextReview(status, { ...facts, isSafetyOpen: false }, event) !== undefined) throw safetyIsOpen();
  throw notNow();
};

const actionOf = (userId: string | null) => (userId === null ? 'case.release' : 'case.assign');

/** Who works on a case or an alert: oneself, a colleague, or nobody again. */
export const createAssigning = (acting: Acting) => {
  const { envelope, namesOf, changingCase, changingAlert, changeAlert } = acting;

  const refuseStranger = async (tx: Tx, userId: string | null): Promise<void> => {
    if (userId === null) return;
    const { clinicians } = await namesOf(tx);
    if (!clinicians.some((one) => one.userId === userId)) throw noSuchColleague();
  };

  const assignCase = (reader: Reader, seen: Seen, userId: string | null) =>
    changingCase(reader, seen, actionOf(userId), async (tx, file, now) => {
      await refuseStranger(tx, userId);
      const status = stateAfter(envelope, reader, file, { type: userId === null ? 'RELEASE' : 'ASSIGN' });
      for (const alert of file.alerts) {
        if (alert.status !== 'closed') await changeAlert(tx, file, alert, { assignee_id: userId }, now);
      }
      return {
        status,
        assigneeId: userId,
        event: { kind: 'assigned', to: userId },
        act: { action: actionOf(userId), fields: ['assignee'] },
      };
    });

  const assignAlert = (reader: Reader, seen: Seen, userId: string | null) =>
    changingAlert(reader, seen, actionOf(userId), async (tx, { row }) => {
      await refuseStranger(tx, userId);
      if (row.status === 'closed') throw notNow();
      return { row: { assignee_id: userId }, event: { kind: 'assigned', to: userId } };
    });

  return {
    assign: (reader: Reader, seen: Seen, userId: string | null): Promise<CaseWork> =>
      seen.kind === 'alert' ? assignAlert(reader, seen, userId) : assignCase(reader, seen, userId),

    colleagues: async (reader: Reader) => {
      const { clinicians } = await acting.store.inTransaction(async (tx) => {
        await acting.audit.append(tx, { ...reader.act, action: 'colleagues.read' });
        return namesOf(tx);
      });
      return [...clinicians];
    },
  };
};
