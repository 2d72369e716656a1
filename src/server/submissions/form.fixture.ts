import { randomBytes, randomUUID } from 'node:crypto';
import { plainPerson } from '../../screening/plain-person.fixture.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { App } from '../route-module.ts';

/** The plain patient of the clinical reference (B0), with what is needed to send. A made-up person. */
export const plainAnswers: Answers = {
  ...plainPerson,
  interpreter: 'no',
  firstName: 'Sam',
  lastName: 'Quillfeather',
  phone: '(615) 555-0142',
  mayCall: 'yes',
  mayLeaveMessage: 'no',
  whereToday: 'Davidson County',
  safetyCallConsent: 'yes',
  episodeMonths: 14,
  phq9Difficulty: 2,
  bodyUnits: 'us',
  opioidTreatment: 'no',
  twiceWeekly: 'yes',
  requestKind: 'appointment',
  consents: { version: '1', at: '2026-11-22T14:58:00.000Z', language: 'en', name: 'Sam Quillfeather' },
};

export const formOf = (answers: object = plainAnswers, more: Readonly<Record<string, unknown>> = {}) => ({
  formVersion: '1',
  language: 'en',
  answers,
  ...more,
});

/** The id and the verifier that a browser derives from a person's secret. */
export const newDraftAccess = () => ({
  draftId: randomBytes(16).toString('base64url'),
  verifier: randomBytes(32).toString('base64url'),
});

export const send = (
  app: App,
  body: unknown = formOf(),
  {
    id = randomUUID(),
    verifier,
    from = '203.0.113.7',
  }: { readonly id?: string; readonly verifier?: string; readonly from?: string } = {},
) =>
  app.inject({
    method: 'PUT',
    url: `/api/submissions/${id}`,
    payload: JSON.stringify(body),
    remoteAddress: from,
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(verifier === undefined ? {} : { authorization: `Draft ${verifier}` }),
    },
  });
