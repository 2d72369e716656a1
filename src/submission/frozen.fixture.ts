import { sha256 } from '../server/keys/sha256.ts';
import { demoSettings } from '../settings/demo.ts';
import type { Answers } from '../steps/catalog.ts';
import { type Frozen, freeze, type Sent } from './freeze.ts';

/** These answers, sent to the demonstration clinic on the day of the examples. */
export const frozenOf = (answers: Answers, more: Partial<Sent> = {}): Frozen =>
  freeze(
    { formVersion: '1', language: 'en', trail: [], ...more, answers },
    {
      submissionId: '8f14e45f-ceea-467f-ab68-c2ac1ffd9a10',
      reference: 'KX7-4M2',
      receivedAt: '2026-11-22T15:00:00.000Z',
      asOf: '2026-11-22',
      settings: demoSettings,
      sha256,
    },
  );
