import type { Draft, SafetyAlert } from '../../machines/draft.ts';
import type { Answers } from '../../steps/catalog.ts';
import { ownAnswers } from '../../steps/own-instrument.ts';
import type { SafetyAlertRequest } from '../../submission/wire.ts';

/** What the clinic is told: who it is and how to reach them, and only what caused the alert. */
export function alertRequest(alert: SafetyAlert, draft: Draft): SafetyAlertRequest {
  const { firstName, lastName, phone, whereToday, mayLeaveMessage } = draft.answers;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return {
    submissionId: draft.submissionId,
    revision: revisionOf(alert, draft),
    state: alert.state,
    agreedBy: alert.agreedBy,
    language: draft.language,
    ...(name && { name }),
    ...(phone && { phone }),
    ...(whereToday && { whereToday }),
    ...(mayLeaveMessage && { mayLeaveMessage }),
    answers: causes(alert.answers, draft.answers),
  };
}

const revisions = new WeakMap<SafetyAlert, number>();
const REVISION_MS = 2_000;

/**
 * Grows with each change of an alert and stays the same for its repeats: the time since the form was begun, in steps
 * of two seconds, when this alert was first sent.
 */
function revisionOf(alert: SafetyAlert, { startedAt }: Draft): number {
  const known = revisions.get(alert);
  if (known !== undefined) return known;
  const revision = 1 + Math.max(0, Math.floor((Date.now() - Date.parse(startedAt)) / REVISION_MS));
  revisions.set(alert, revision);
  return revision;
}

/** The birth date goes along where it is known: it decides whether an adult is told of. */
function causes(told: Answers, { birthDate }: Answers): SafetyAlertRequest['answers'] {
  const { emergencyNow, phq9, asq1, asq2, asq3, asq4, asq4when, asq5 } = told;
  return { emergencyNow, birthDate, phq9, asq1, asq2, asq3, asq4, asq4when, asq5, ...ownAnswers(told) };
}
