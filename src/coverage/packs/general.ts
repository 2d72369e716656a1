import type { Pack } from '../pack.ts';

/** For a payer without a pack: what one source advises across payers. It is no payer's policy. */
export const general: Pack = {
  id: 'general',
  payer: 'General (payer without a pack)',
  edition: 'cross-payer advice',
  source: 'Osmind prior-authorization article',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    { kind: 'trials', count: { from: 2, to: 4 } },
    { kind: 'psychotherapyTried' },
    { kind: 'heightAndWeight' },
    { kind: 'suicidalityHistory' },
  ],
  notes: [
    'Most payers ask for 2 trials, some for 4. This is advice, not a policy: ask the payer for its own.',
  ],
  names: [],
};
