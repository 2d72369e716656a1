import { randomUUID } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';
import type { OutboxChannel } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { insertNotification, type NotificationKind } from './outbox.repository.ts';

export interface Outbox {
  /** Asks for a message in the transaction of what it tells of; it leaves after the commit, once on each channel. */
  enqueue(
    tx: Tx,
    message: { readonly kind: NotificationKind; readonly refId: string; readonly dueAt?: number },
  ): Promise<void>;
  /** Whether there is any way to tell the clinic. */
  readonly canTellClinic: boolean;
  /** Whether there is a mail server that can reach patients. */
  readonly canEmailPatients: boolean;
  /** One e-mail to the patient of a case: it says that there is a message. */
  enqueuePatientMail(tx: Tx, submissionId: string): Promise<void>;
}

export const createOutbox = (needs: {
  readonly clock: Clock;
  /** The channels the clinic has set up; with none there is nothing to send. */
  readonly channels: readonly OutboxChannel[];
  readonly canEmailPatients: boolean;
}): Outbox => ({
  canTellClinic: needs.channels.length > 0,
  canEmailPatients: needs.canEmailPatients,
  enqueuePatientMail: async (tx, refId) => {
    const now = needs.clock.now().getTime();
    await insertNotification(tx, {
      id: randomUUID(),
      kind: 'patient-message',
      channel: 'email',
      refId,
      createdAt: now,
      dueAt: now,
    });
  },
  enqueue: async (tx, { kind, refId, dueAt }) => {
    const now = needs.clock.now().getTime();
    for (const channel of needs.channels) {
      await insertNotification(tx, {
        id: randomUUID(),
        kind,
        channel,
        refId,
        createdAt: now,
        dueAt: dueAt ?? now,
      });
    }
  },
});
