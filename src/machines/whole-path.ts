import { initialTransition, transition } from 'xstate';
import type { Facts } from './facts.ts';
import { intakeMachine } from './intake.machine.ts';
import type { Place } from './places.ts';

/**
 * Every place that this person comes through, from the first page to the end, as far as the answers tell: the flow
 * itself, replayed with Continue on each page. An answer not yet given leads where a blank one would.
 *
 * @returns pages, support pages and checks in order; the last is `done` or `underAge`
 */
export function wholePath({ answers, circumstances, thresholds }: Facts): readonly Place[] {
  let [here] = initialTransition(intakeMachine, { answers, circumstances, thresholds });
  const path: Place[] = [here.value];
  while (here.status === 'active') {
    [here] = transition(intakeMachine, here, { type: 'CONTINUE' });
    path.push(here.value);
  }
  return path;
}
