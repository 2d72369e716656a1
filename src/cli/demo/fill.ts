import { randomUUID } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';
import { createOutbox } from '../../server/notifications/outbox.ts';
import { createSafetyAlerts } from '../../server/safety-alerts/safety-alerts.usecases.ts';
import { createSubmissions } from '../../server/submissions/submissions.usecases.ts';
import { formVersion } from '../../steps/form-version.ts';
import { safetyAlertRequest } from '../../submission/wire.ts';
import { type Clinic, commandLine } from '../clinic.ts';
import { carriedByAlert, type Happening } from './happenings.ts';

/** Several at once share a commit. */
const AT_ONCE = 16;

/**
 * Lets all of it happen again through the doors that patients use, each at its own time. The audit keeps today's
 * time, because it says when something was written; and nobody is notified of invented people.
 */
export const fill = async (
  clinic: Pick<Clinic, 'store' | 'vault' | 'audit' | 'settings'>,
  happenings: readonly Happening[],
): Promise<void> => {
  await clinic.store.inTransaction((tx) =>
    clinic.audit.append(tx, { actor: commandLine, action: 'demo.fill', reason: 'invented-people' }),
  );
  const left = happenings.values();
  const work = async () => {
    for (const one of left) await happen(clinic, one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

const happen = async (
  clinic: Pick<Clinic, 'store' | 'vault' | 'audit' | 'settings'>,
  happening: Happening,
): Promise<void> => {
  const clock: Clock = { now: () => happening.at };
  const needs = { ...clinic, clock, outbox: createOutbox({ clock, channels: [], canEmailPatients: false }) };
  const { answers, language } = happening;
  const origin = { requestId: randomUUID(), addressClass: 'loopback' } as const;
  if (happening.kind === 'form') {
    await createSubmissions(needs).receive({
      submissionId: randomUUID(),
      body: { formVersion, language, startedAt: happening.startedAt, answers, trail: [] },
      verifier: undefined,
      ...origin,
    });
    return;
  }
  await createSafetyAlerts(needs).tell({
    alertId: randomUUID(),
    body: safetyAlertRequest.parse({
      submissionId: randomUUID(),
      state: 'raised',
      agreedBy: 'consent',
      language,
      name: `${answers.firstName} ${answers.lastName}`,
      phone: answers.phone,
      whereToday: answers.whereToday,
      mayLeaveMessage: answers.mayLeaveMessage,
      answers: carriedByAlert(answers),
    }),
    // An address of its own, or the sixth would be marked as one of many.
    address: randomUUID(),
    ...origin,
  });
};
