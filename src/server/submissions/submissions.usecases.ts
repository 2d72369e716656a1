import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { dayIn } from '../../lib/dates.ts';
import { type Frozen, freeze, type Sent } from '../../submission/freeze.ts';
import { locationOf, queueEntryOf } from '../../submission/queue-entry.ts';
import { REFERENCE_BYTES, referenceFrom } from '../../submission/reference.ts';
import type { Receipt, SubmissionRequest } from '../../submission/wire.ts';
import type { AddressClass } from '../audit/act.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { closeDraft } from '../drafts/close-draft.usecases.ts';
import { hashOfVerifier } from '../drafts/verifier.ts';
import { conflict, Problem } from '../edge/problem.ts';
import type { WrappedRecordKey } from '../keys/envelope.ts';
import { findRecordKey, insertRecordKey } from '../keys/record-keys.repository.ts';
import { sha256 } from '../keys/sha256.ts';
import { hasRaisedAlert } from '../safety-alerts/safety-alerts.repository.ts';
import { isUnder18Problem, parseSubmission } from './parse-submission.ts';
import { personIndexes } from './person-indexes.ts';
import { openColumn, sealColumn } from './sealed-columns.ts';
import {
  findFirstReceipt,
  forgetDraft,
  insertSubmission,
  type SubmissionRow,
  wasReceived,
} from './submissions.repository.ts';

export interface Sending {
  readonly submissionId: string;
  readonly body: SubmissionRequest;
  /** Proves that the draft named in the body is the sender's to close. */
  readonly verifier: string | undefined;
  readonly requestId: string;
  readonly addressClass: AddressClass;
}

export interface Received {
  readonly receipt: Receipt;
  readonly isNew: boolean;
}

export interface Submissions {
  /** Takes a form once. The same again gets the first receipt; another form under the same id is refused. */
  receive(sending: Sending): Promise<Received>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'settings'>;

interface Sealed {
  readonly row: SubmissionRow;
  readonly key: WrappedRecordKey;
  readonly receipt: Receipt;
  readonly isUrgent: boolean;
}

/** Two references of the same six characters: once in a lifetime, so a handful of tries is plenty. */
const TRIES_FOR_A_REFERENCE = 5;

export const createSubmissions = (needs: Needs): Submissions => {
  const { store, vault, audit, outbox, clock, settings } = needs;
  const { envelope, indexes } = vault;

  /** The first receipt, if this very form was received before. The day may have changed since: nothing is parsed. */
  const repeat = async (sending: Sending, bodyIndex: string): Promise<Received | undefined> =>
    (await wasReceived(store.db(), sending.submissionId)) ? repeatRecorded(sending, bodyIndex) : undefined;

  const repeatRecorded = (sending: Sending, bodyIndex: string): Promise<Received | undefined> =>
    store.inTransaction(async (tx) => {
      const first = await findFirstReceipt(tx, sending.submissionId);
      if (first === undefined) throw erased();
      if (first.body_index !== bodyIndex) throw anotherForm();
      const wrapped = await findRecordKey(tx, sending.submissionId);
      if (wrapped === undefined) throw anotherForm();
      await record(tx, sending, 'submission.repeat', {});
      const receipt = openColumn(envelope, envelope.unwrap(wrapped), 'receipt', first.receipt);
      return { receipt, isNew: false };
    });

  const record = (
    tx: Tx,
    { submissionId, requestId, addressClass }: Sending,
    action: 'submission.receive' | 'submission.repeat' | 'submission.refuse',
    more: { readonly location?: string; readonly rulesVersion?: string; readonly reason?: string },
  ) =>
    audit.append(tx, {
      actor: { kind: 'patient' },
      action,
      object: { type: 'submission', id: submissionId },
      outcome: action === 'submission.refuse' ? 'refused' : 'done',
      requestId,
      addressClass,
      ...more,
    });

  /** Under 18 nothing is kept: the draft goes too. An alert that was sent before stays. */
  const refuseUnder18 = (sending: Sending): Promise<void> =>
    store.inTransaction(async (tx) => {
      const { body, verifier } = sending;
      if (body.draftId !== undefined && verifier !== undefined) {
        await closeDraft(tx, {
          draftId: body.draftId,
          verifier,
          reason: 'under-18',
          submissionId: null,
          at: clock.now().getTime(),
        });
      }
      await record(tx, sending, 'submission.refuse', { reason: 'under-18' });
    });

  const parse = async (sending: Sending, asOf: string): Promise<Sent> => {
    try {
      return parseSubmission(sending.body, { asOf, settings });
    } catch (error) {
      if (isUnder18Problem(error)) await refuseUnder18(sending);
      throw error;
    }
  };

  const seal = (frozen: Frozen, { body, verifier }: Sending, bodyIndex: string, at: number): Sealed => {
    const { submissionId, reference, receivedAt, formVersion, answers } = frozen.content;
    const { key, wrapped } = envelope.newRecordKey(submissionId);
    const receipt: Receipt = { submissionId, reference, receivedAt };
    return {
      key: wrapped,
      receipt,
      isUrgent: frozen.screening.evaluation.urgent,
      row: {
        id: submissionId,
        status: 'new',
        version: 1,
        location: locationOf(frozen.content),
        assignee_id: null,
        received_at: at,
        updated_at: at,
        closed_at: null,
        retain_until: null,
        on_hold: 0,
        form_version: formVersion,
        rules_version: frozen.screening.evaluation.rulesVersion,
        body_index: bodyIndex,
        ...draftColumns(body.draftId, verifier),
        reference_index: indexes.of('reference', reference),
        ...personIndexes(indexes, answers),
        answers: sealColumn(envelope, key, 'answers', frozen.content),
        evaluation: sealColumn(envelope, key, 'evaluation', frozen.screening),
        summary: sealColumn(envelope, key, 'summary', queueEntryOf(frozen)),
        receipt: sealColumn(envelope, key, 'receipt', receipt),
        work: null,
        work_version: null,
      },
    };
  };

  /** One transaction: the case with its key, the draft's end, the message to the clinic, and the audit of it all. */
  const keep = (sending: Sending, sealed: Sealed): Promise<boolean> =>
    store.inTransaction(async (tx) => {
      const { row, key } = sealed;
      if (!(await insertSubmission(tx, row))) return false;
      await insertRecordKey(tx, key, row.received_at);
      const { verifier } = sending;
      if (row.draft_id !== null && verifier !== undefined) {
        const isClosed = await closeDraft(tx, {
          draftId: row.draft_id,
          verifier,
          reason: 'sent',
          submissionId: row.id,
          at: row.received_at,
        });
        if (!isClosed) await forgetDraft(tx, row.id);
      }
      const isNews = sealed.isUrgent && !(await hasRaisedAlert(tx, row.id));
      await outbox.enqueue(tx, {
        kind: isNews ? 'safety-alert-raised' : 'submission-received',
        refId: row.id,
      });
      await record(tx, sending, 'submission.receive', {
        rulesVersion: row.rules_version,
        ...(row.location === null ? {} : { location: row.location }),
      });
      return true;
    });

  return {
    receive: async (sending) => {
      const bodyIndex = indexes.of('body', canonicalJson(sending.body));
      const before = await repeat(sending, bodyIndex);
      if (before !== undefined) return before;

      const now = clock.now();
      const asOf = dayIn(settings.timeZone, now);
      const sent = await parse(sending, asOf);
      for (let attempt = 0; attempt < TRIES_FOR_A_REFERENCE; attempt += 1) {
        const frozen = freeze(sent, {
          submissionId: sending.submissionId,
          reference: referenceFrom(randomBytes(REFERENCE_BYTES)),
          receivedAt: now.toISOString(),
          asOf,
          settings,
          sha256,
        });
        const sealed = seal(frozen, sending, bodyIndex, now.getTime());
        if (await keep(sending, sealed)) return { receipt: sealed.receipt, isNew: true };
        // Somebody was faster with this id; else it was the reference that is taken.
        const first = await repeat(sending, bodyIndex);
        if (first !== undefined) return first;
      }
      throw new Error('No free reference was found.');
    },
  };
};

const draftColumns = (draftId: string | undefined, verifier: string | undefined) =>
  draftId === undefined || verifier === undefined
    ? { draft_id: null, verifier_hash: null }
    : { draft_id: draftId, verifier_hash: hashOfVerifier(verifier) };

/** A browser that kept the form sends it again: what was erased does not come back. */
const erased = () =>
  new Problem({
    status: 410,
    code: 'erased',
    title: 'This form was received and has been erased',
    detail: 'Start a new form, or call the clinic.',
  });

const anotherForm = () =>
  conflict(
    'another-form',
    'A form with other answers was already received under this id. Call the clinic to change an answer.',
  );
