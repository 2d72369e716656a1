import type { Facts } from './facts.ts';
import { type GuardName, guards } from './guards.ts';
import { intakeMachine } from './intake.machine.ts';
import type { Place } from './places.ts';

interface Arrow {
  readonly to: Place;
  readonly guard: GuardName | undefined;
}

interface State {
  /** The reason without which the page is passed over. */
  readonly onlyIf: GuardName | undefined;
  /** Where Continue leads: along the first arrow whose guard holds. An end has none. */
  readonly arrows: readonly Arrow[];
}

/** The flow's states, read off the chart once: a chart is slow to run, and the way is asked for at every page. */
const states = new Map<string, State>(
  Object.values(intakeMachine.states).map((state) => [
    state.key,
    {
      onlyIf: state.meta?.onlyIf,
      arrows: (state.transitions.get('CONTINUE') ?? []).map(({ target, guard }) => ({
        to: target?.[0]?.key as Place,
        guard: guard as GuardName | undefined,
      })),
    },
  ]),
);

/**
 * Every place that this person comes through, from the first page to the end, as far as the answers tell: the flow
 * followed along its arrows with Continue on each page. An answer not yet given leads where a blank one would. A
 * property test holds it against the chart, replayed by XState.
 *
 * @returns pages, support pages and checks in order; the last is `done` or `underAge`
 */
export function wholePath(facts: Facts): readonly Place[] {
  const holds = (guard: GuardName | undefined) => guard === undefined || guards[guard](facts);
  const path: Place[] = [];
  let here: Place | undefined = 'danger';
  while (here !== undefined) {
    const state: State | undefined = states.get(here);
    if (holds(state?.onlyIf)) path.push(here);
    here = state?.arrows.find(({ guard }) => holds(guard))?.to;
  }
  return path;
}
