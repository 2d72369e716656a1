import { expect, test } from 'vitest';
import { screen } from '../src/screening/screen.ts';
import { demoSettings as settings } from '../src/settings/demo.ts';
import { personas } from './personas.ts';

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

test('there are 27 personas', () => {
  expect(new Set(personas.map(({ id }) => id)).size).toBe(27);
});

test.each(personas)('$id $story: $tests', ({ answers, asOf, expect: expected }) => {
  const { flags, urgent, disposition, scores } = screen(answers, { asOf, settings });
  expect(flags.toSorted(byId)).toEqual(expected.flags.toSorted(byId));
  expect({ urgent, disposition, scores }).toEqual({
    urgent: expected.urgent,
    disposition: expected.disposition,
    scores: expected.scores,
  });
});
