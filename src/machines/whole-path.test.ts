import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { anyAnswers } from '../../tests/any-answers.ts';
import { factsOf } from './facts.fixture.ts';
import type { Facts } from './facts.ts';
import { intakeMachine } from './intake.machine.ts';
import type { Place } from './places.ts';
import { wholePath } from './whole-path.ts';

/** The chart itself, run by XState. */
function replayed(facts: Facts): readonly Place[] {
  let [here] = initialTransition(intakeMachine, facts);
  const path: Place[] = [here.value];
  while (here.status === 'active') {
    [here] = transition(intakeMachine, here, { type: 'CONTINUE' });
    path.push(here.value);
  }
  return path;
}

test('whatever was answered, the way is the one on which the chart leads', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(0, 2), (answers, locationCount) => {
      const facts = factsOf(answers);
      const here = { ...facts, circumstances: { ...facts.circumstances, locationCount } };
      expect(wholePath(here)).toEqual(replayed(here));
    }),
    { numRuns: 150, seed: 45 },
  );
});
