import { expect, test } from 'vitest';
import { rules } from '../screening/rules.ts';
import { watchedKeys } from './watched.ts';

test('changes are kept of every answer that a rule of suicide risk or of a contraindication reads, and of no other', () => {
  const watched = rules.filter(
    ({ id, severity, tags = [] }) =>
      id.startsWith('SU-') ||
      tags.includes('consensusContraindication') ||
      [severity.spravato, severity.ivKetamine].some((one) => one === 'urgent' || one === 'contraindication'),
  );
  const read = new Set(watched.flatMap(({ reads }) => reads));
  expect([...watchedKeys].sort()).toEqual([...read].sort());
});
