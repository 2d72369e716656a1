import { randomUUID } from 'node:crypto';
import type { Transactions } from '../db/transaction.ts';
import { sealAlert } from '../safety-alerts/alert-content.ts';
import { insertAlert } from '../safety-alerts/safety-alerts.repository.ts';
import { insertRecordKey } from './record-keys.repository.ts';
import type { Vault } from './unlock.usecases.ts';

const content = {
  format: 1,
  level: 'sameDay',
  rules: [],
  said: [],
  agreedBy: 'asked',
  language: 'en',
  name: 'Sam Quillfeather',
  phone: null,
  whereToday: null,
  mayLeaveMessage: null,
  raisedAt: '2026-11-22T15:00:00Z',
  changedAt: '2026-11-22T15:00:00Z',
  revision: 1,
  wasRaised: true,
  manyFromThisAddress: false,
} as const;

/** Small sealed records, each under a key of its own: what a rotation or a backup has to do with. */
export const addRecords = async (
  store: Transactions,
  { envelope }: Pick<Vault, 'envelope'>,
  count: number,
): Promise<readonly string[]> => {
  const ids = Array.from({ length: count }, () => randomUUID());
  await store.inTransaction(async (tx) => {
    for (const id of ids) {
      const { key, wrapped } = envelope.newRecordKey(id);
      await insertRecordKey(tx, wrapped, 1);
      await insertAlert(tx, {
        id,
        submission_id: null,
        status: 'raised',
        version: 1,
        location: null,
        assignee_id: null,
        raised_at: 1,
        updated_at: 1,
        body_index: id,
        address_index: null,
        content: sealAlert(envelope, key, 1, content),
      });
    }
  });
  return ids;
};
