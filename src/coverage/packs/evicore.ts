import type { Pack } from '../pack.ts';

export const evicore: Pack = {
  id: 'evicore',
  payer: 'eviCore',
  edition: 'several editions, read together',
  source: 'summaries on verity.backworkai.com',
  seen: 'undated',
  checkWithThePayer: true,
  criteria: [
    {
      kind: 'trials',
      count: 2,
      weeks: 6,
      differentClasses: true,
      currentEpisode: true,
      responseAtMost: 25,
    },
    { kind: 'oralAntidepressant' },
  ],
  notes: ['An oral antidepressant was required in the editions seen; a newer one may not require it.'],
  names: ['evicore'],
};
