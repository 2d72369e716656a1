import { expect, it } from 'vitest';
import { crisis } from '../src/settings/crisis/us-tn.ts';
import { crisisNumbers } from './crisis-numbers.ts';

const daysLater = (days: number) => new Date(Date.parse(crisis.lastChecked) + days * 86_400_000);

/** What a build says on a day. */
function warningsOn(day: Date): readonly string[] {
  const warnings: string[] = [];
  const { buildStart } = crisisNumbers(day);
  const build = { environment: { name: 'client' }, warn: (text: string) => warnings.push(text) };
  if (typeof buildStart === 'function') Reflect.apply(buildStart, build, [{}]);
  return warnings;
}

it.each([
  [89, 0],
  [90, 0],
  [91, 1],
])('%i days after the crisis numbers were checked a build warns %i times', (days, times) => {
  expect(warningsOn(daysLater(days))).toHaveLength(times);
});
