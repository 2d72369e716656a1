import type { Pack } from '../pack.ts';

const page = {
  payer: 'Western Health',
  source: 'westernhealth.com',
  seen: 'undated',
  checkWithThePayer: true,
} as const;

export const westernHealthOlder: Pack = {
  ...page,
  id: 'western-health-older',
  edition: 'older page',
  criteria: [
    {
      kind: 'anyOf',
      of: [
        { kind: 'trials', count: 2, weeks: 6 },
        { kind: 'augmentations', count: 2, weeks: 4 },
        { kind: 'agents', count: 3, weeks: 8 },
      ],
    },
    { kind: 'psychiatrist' },
    { kind: 'oralAntidepressant' },
  ],
  notes: ['“Agents” is read as antidepressants and added medicines together.'],
  names: [],
};

export const westernHealthNewer: Pack = {
  ...page,
  id: 'western-health-newer',
  edition: 'newer page',
  criteria: [
    { kind: 'trials', count: 2, weeks: 4 },
    { kind: 'psychiatrist' },
    { kind: 'oralAntidepressant' },
  ],
  notes: [
    'Of the two pages the newer is read as “2 at 4 weeks” alone, the stricter reading: confirm which routes it still offers.',
  ],
  names: ['western health advantage', 'western health'],
};
