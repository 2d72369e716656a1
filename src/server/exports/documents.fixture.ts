import type { Locale } from '../../lib/locale.ts';
import { demoSettings } from '../../settings/demo.ts';
import type { Answers } from '../../steps/catalog.ts';
import { type Frozen, freeze } from '../../submission/freeze.ts';
import { sha256 } from '../keys/sha256.ts';
import { plainAnswers } from '../submissions/form.fixture.ts';

/** The plain patient's form as it was received, with some answers changed. */
export const frozenWith = (answers: Answers = {}, language: Locale = 'en'): Frozen =>
  freeze(
    { formVersion: '1', language, answers: { ...plainAnswers, ...answers }, trail: [] },
    {
      submissionId: 'b3b1d9a2-0000-4000-8000-000000000002',
      reference: 'KX7-4M2',
      receivedAt: '2026-11-22T15:00:00.000Z',
      asOf: '2026-11-22',
      settings: demoSettings,
      sha256,
    },
  );
