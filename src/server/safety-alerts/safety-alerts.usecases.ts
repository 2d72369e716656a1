import { canonicalJson } from '../../lib/canonical-json.ts';
import { dayIn } from '../../lib/dates.ts';
import type { Answers } from '../../steps/catalog.ts';
import { readAlert } from '../../submission/safety-alert.ts';
import type { SafetyAlertReceipt, SafetyAlertRequest } from '../../submission/wire.ts';
import type { AddressClass } from '../audit/act.ts';
import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import { findRecordKey, insertRecordKey } from '../keys/record-keys.repository.ts';
import { addressKey } from './address-key.ts';
import { type AlertContent, openAlert, sealAlert } from './alert-content.ts';
import { parseAlertAnswers } from './parse-alert.ts';
import {
  type AlertRow,
  alertLock,
  countAlertsFrom,
  findAlert,
  insertAlert,
  updateAlert,
} from './safety-alerts.repository.ts';

export interface Telling {
  readonly alertId: string;
  readonly body: SafetyAlertRequest;
  readonly address: string;
  readonly addressClass: AddressClass;
  readonly requestId: string;
}

export interface SafetyAlerts {
  /** Keeps what a person tells the clinic before sending. It is never dropped, and told on once for each change. */
  tell(telling: Telling): Promise<SafetyAlertReceipt>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'outbox' | 'clock' | 'settings'>;

/** Above these no further message goes out; the alerts themselves are kept and stand in the queue. */
const TOLD_PER_ADDRESS = 5;
const WINDOW_MS = 60 * 60_000;
const TOLD_PER_ALERT = 6;

interface Before {
  readonly row: AlertRow;
  readonly content: AlertContent;
}

export const createSafetyAlerts = (needs: Needs): SafetyAlerts => {
  const { store, vault, audit, outbox, clock, settings } = needs;
  const { envelope, indexes } = vault;

  const keyOf = async (tx: Tx, alertId: string, isNew: boolean, now: number) => {
    if (isNew) {
      const { key, wrapped } = envelope.newRecordKey(alertId);
      await insertRecordKey(tx, wrapped, now);
      return key;
    }
    const wrapped = await findRecordKey(tx, alertId);
    if (wrapped === undefined) throw new Error('An alert has lost its key.');
    return envelope.unwrap(wrapped);
  };

  const contentOf = (
    { body }: Telling,
    answers: Answers,
    before: Before | undefined,
    now: Date,
    isOneOfMany: boolean,
  ): AlertContent => {
    const at = now.toISOString();
    if (before !== undefined && body.state === 'withdrawn') {
      return { ...before.content, changedAt: at, revision: revisionOf(body) };
    }
    const asOf = dayIn(settings.timeZone, now);
    return {
      format: 1,
      ...readAlert(answers, { asOf, settings, language: body.language }),
      agreedBy: body.agreedBy,
      language: body.language,
      name: body.name ?? null,
      phone: body.phone ?? null,
      whereToday: body.whereToday ?? null,
      mayLeaveMessage: body.mayLeaveMessage ?? null,
      raisedAt: before?.content.raisedAt ?? at,
      changedAt: at,
      revision: revisionOf(body),
      wasRaised: body.state === 'raised' || before?.content.wasRaised === true,
      manyFromThisAddress: isOneOfMany || before?.content.manyFromThisAddress === true,
    };
  };

  const read = async (tx: Tx, alertId: string): Promise<Before | undefined> => {
    const row = await findAlert(tx, alertId);
    if (row === undefined) return undefined;
    const key = await keyOf(tx, alertId, false, 0);
    return { row, content: openAlert(envelope, key, row) };
  };

  return {
    tell: (telling) => {
      const { alertId, body } = telling;
      const answers = parseAlertAnswers(
        body.answers,
        dayIn(settings.timeZone, clock.now()),
        settings.instrument,
      );
      const bodyIndex = indexes.of('body', canonicalJson(body));
      const addressIndex = indexes.of('address', addressKey(telling.address));

      return store.inTransaction(async (tx) => {
        await oneAtATime(tx, alertLock(alertId));
        const before = await read(tx, alertId);
        if (before !== undefined && !isNews(before, body, bodyIndex)) return receiptOf(alertId, before);

        const now = clock.now();
        const at = now.getTime();
        const key = await keyOf(tx, alertId, before === undefined, at);
        const earlier = await countAlertsFrom(tx, addressIndex, at - WINDOW_MS);
        const isOneOfMany = before === undefined && earlier >= TOLD_PER_ADDRESS;
        const content = contentOf(telling, answers, before, now, isOneOfMany);
        const version = (before?.row.version ?? 0) + 1;
        const next = {
          submission_id: body.submissionId.toLowerCase(),
          status: body.state,
          version,
          // Raised anew after it was closed, it is nobody's again.
          assignee_id: before?.row.status === 'closed' ? null : (before?.row.assignee_id ?? null),
          updated_at: at,
          body_index: bodyIndex,
          content: sealAlert(envelope, key, version, content),
        };
        if (before === undefined) {
          await insertAlert(tx, {
            id: alertId,
            ...next,
            location: settings.locations.length === 1 ? (settings.locations[0]?.id ?? null) : null,
            raised_at: at,
            address_index: addressIndex,
          });
        } else {
          await updateAlert(tx, alertId, next);
        }
        if (isToBeTold(before, body, content, version)) {
          await outbox.enqueue(tx, {
            kind: body.state === 'raised' ? 'safety-alert-raised' : 'safety-alert-withdrawn',
            refId: alertId,
          });
        }
        await audit.append(tx, {
          actor: { kind: 'patient' },
          action: body.state === 'raised' ? 'safety-alert.raise' : 'safety-alert.withdraw',
          object: { type: 'safety-alert', id: alertId },
          requestId: telling.requestId,
          addressClass: telling.addressClass,
        });
        return { alertId, state: body.state, receivedAt: content.changedAt };
      });
    },
  };
};

/** The same message again, or an older one that was late, changes nothing. */
const isNews = ({ row, content }: Before, body: SafetyAlertRequest, bodyIndex: string): boolean => {
  if (row.body_index === bodyIndex) return false;
  // The count may come from a clock that was set back. Of two mistakes, an alert too many is the smaller one.
  const isLate = revisionOf(body) < content.revision;
  if (isLate && (body.state === 'withdrawn' || row.status === 'raised')) return false;
  // What staff have closed stays closed, unless the person raises it anew.
  return row.status !== 'closed' || body.state === 'raised';
};

const receiptOf = (alertId: string, { row, content }: Before): SafetyAlertReceipt => ({
  alertId,
  state: row.status === 'withdrawn' ? 'withdrawn' : 'raised',
  receivedAt: content.changedAt,
});

/** Urgent alerts are told at once; the others are found in the queue the same day. Each change is told once. */
const isToBeTold = (
  before: Before | undefined,
  body: SafetyAlertRequest,
  content: AlertContent,
  version: number,
): boolean => {
  if (content.level !== 'urgent' || content.manyFromThisAddress || version > TOLD_PER_ALERT) return false;
  const wasTold = before?.row.status === 'raised' && before.content.level === 'urgent';
  return body.state === 'raised' ? !wasTold : wasTold;
};

const revisionOf = ({ revision = 1 }: SafetyAlertRequest): number => revision;
