import { describe, expect, test } from 'vitest';
import { getMicrosteps, initialTransition, type SnapshotFrom, transition } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { keysIn } from '../questions/condition.ts';
import { allNo, madeUpInstrument } from '../questions/instrument.fixture.ts';
import type { Answers, PageId } from '../steps/catalog.ts';
import { allPages } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import { factsOf } from './facts.fixture.ts';
import { type GuardName, guards } from './guards.ts';
import { type Continue, intakeMachine } from './intake.machine.ts';
import { interruptionIds, isPage, type Place } from './places.ts';
import { walk } from './walk.ts';

type Snapshot = SnapshotFrom<typeof intakeMachine>;

const states = Object.values(intakeMachine.states);
const reasonFor = new Map(
  states.flatMap((state): [Place, GuardName][] =>
    state.meta ? [[state.key as Place, state.meta.onlyIf]] : [],
  ),
);

/**
 * Answers after which the way forks, one set for each branch, and those that are needed to send. On every other page
 * Continue is pressed on blanks.
 */
const forks: Readonly<Partial<Record<Place, readonly Answers[]>>> = {
  danger: [{ emergencyNow: 'no' }, { emergencyNow: 'unsure' }],
  birthDate: [{ birthDate: '1984-02-10' }, { birthDate: '2015-02-10' }],
  who: [{ completedBy: 'self' }],
  name: [{ firstName: 'Sam', lastName: 'Example' }],
  contact: [{ phone: '(615) 555-0142' }],
  goals: [{ conditions: [] }, { conditions: ['depression'] }, { conditions: ['chronicPain'] }],
  phq9Mood: [{}, { phq9: [1, 0, 0, null, null, null, null, null, null] }],
  phq9Thoughts: [{}, { phq9: [0, 0, 0, 0, 0, 0, 0, 0, 1] }],
  trauma: [{ traumaEver: 'no' }, { traumaEver: 'yes' }],
  asqWishes: [
    { asq1: 'no', asq2: 'no', asq3: 'no' },
    { asq1: 'no', asq2: 'declined', asq3: 'no' },
  ],
  asqAttempt: [{ asq4: 'no' }, { asq4: 'yes' }],
  asqNow: [{ asq5: 'declined' }],
  highPeriods: [{ highPeriodEver: 'no' }, { highPeriodEver: 'yes' }],
  treatments: [{}, { tms: { had: 'yes', when: '2091' } }],
  pressure: [{}, { sbp: 200, dbp: 100 }],
  size: [{}, { heightIn: 60, weightLb: 60 }],
  pregnancy: [{ canBecomePregnant: 'no' }, { canBecomePregnant: 'unsure' }],
  sign: [{ consents: { version: '1', at: '2026-11-22T10:00:00Z', language: 'en', name: 'Sam Example' } }],
};

/** Where the clinic asks its own instrument: all no; and one item that is not no, with those that it opens. */
const ownForks: readonly Answers[] = [
  allNo as Answers,
  { ...allNo, cssrs2: 'declined', cssrs3: 'no', cssrs4: 'no', cssrs5: 'no' } as Answers,
];

const forksAt = ({ value, context }: Snapshot): readonly Answers[] =>
  context.circumstances.instrument && value === 'asqWishes' ? ownForks : (forks[value] ?? [{}]);

const eventsAt = (snapshot: Snapshot): readonly Continue[] =>
  snapshot.status === 'done' ? [] : forksAt(snapshot).map((answers) => ({ type: 'CONTINUE', answers }));

/** Two moments are alike when the person is at the same place and every fork ahead would turn out the same. */
const serializeState = (snapshot: Snapshot): string => {
  const order = states.map(({ key }) => key);
  const ahead = states.slice(order.indexOf(snapshot.value) + 1);
  const turns = ahead.flatMap(({ meta }) =>
    meta ? [`${meta.onlyIf}:${guards[meta.onlyIf](snapshot.context)}`] : [],
  );
  return JSON.stringify([snapshot.value, snapshot.context.circumstances, ...new Set(turns)]);
};

const asOf = '2026-11-22';
const clinics = [
  { asOf, locationCount: 1 },
  { asOf, locationCount: 2 },
  { asOf, locationCount: 1, instrument: madeUpInstrument },
].map((circumstances) => factsOf({}, { circumstances }));
const models = clinics.map((input) => ({
  input,
  edges: adjacencyMapToArray(getAdjacencyMap(intakeMachine, { input, events: eventsAt, serializeState })),
  paths: getShortestPaths(intakeMachine, { input, events: eventsAt, serializeState }),
}));

describe('the chart', () => {
  test('has one state for every page of the catalog, for every interruption, and for both ends', () => {
    const expected = [...allPages.map(({ id }) => id), ...interruptionIds, 'done', 'underAge'];
    expect(states.map(({ key }) => key).sort()).toEqual(expected.sort());
  });

  test('has pages in the order of the catalog, and asks nothing before the questions it depends on', () => {
    const order = states.map(({ key }) => key).filter(isPage);
    expect(order).toEqual(allPages.map(({ id }) => id));
    const seen = new Set<string>();
    for (const page of allPages) {
      const own = page.questions.map(({ key }) => key);
      for (const key of own) seen.add(key);
      for (const question of page.questions)
        for (const key of question.shown ? keysIn(question.shown) : [])
          expect(seen.has(key), `${question.key} reads ${key}`).toBe(true);
    }
  });

  test('passes over exactly the pages whose every question has a condition, and the ASQ for another instrument', () => {
    const conditional = allPages.filter(
      ({ id, questions }) =>
        id === 'asqAttempt' || (questions.length > 0 && questions.every(({ shown }) => shown)),
    );
    expect([...reasonFor.keys()].filter(isPage).sort()).toEqual(
      conditional.map(({ id }) => id as PageId).sort(),
    );
  });

  test('does nothing but lead on: no effects, no timers', () => {
    for (const state of states) {
      expect(state.invoke).toEqual([]);
      expect(state.after).toEqual([]);
    }
  });
});

describe('walked by the model', () => {
  test('every state is reached', () => {
    const reached = new Set(models.flatMap(({ paths }) => paths.map(({ state }) => state.value)));
    expect([...reached].sort()).toEqual(states.map(({ key }) => key).sort());
  });

  test('every transition is taken', () => {
    const all = states.flatMap((state) =>
      [...state.transitions.values(), state.always ?? []].flat().map((definition) => {
        const target = definition.target?.[0]?.key;
        return `${state.key} ${definition.eventType === 'CONTINUE' ? 'leads to' : 'is passed over to'} ${target}`;
      }),
    );
    const taken = new Set<string>();
    for (const { state, event } of models.flatMap(({ edges }) => edges)) {
      let from = state.value;
      for (const [index, [next]] of getMicrosteps(intakeMachine, state, event).entries()) {
        taken.add(`${from} ${index === 0 ? 'leads to' : 'is passed over to'} ${next.value}`);
        from = next.value;
      }
    }
    expect([...taken].sort()).toEqual([...new Set(all)].sort());
  });

  test('every guard is seen both ways where it is asked', () => {
    const seen = new Set<string>();
    for (const { state, event } of models.flatMap(({ edges }) => edges)) {
      const steps = getMicrosteps(intakeMachine, state, event);
      if (state.value === 'birthDate') seen.add(`isUnder18 ${steps.at(-1)?.[0].value === 'underAge'}`);
      for (const [index, [next]] of steps.entries()) {
        const reason = reasonFor.get(next.value);
        if (reason) seen.add(`${reason} ${index === steps.length - 1}`);
      }
    }
    const expected = Object.keys(guards).flatMap((guard) => [`${guard} true`, `${guard} false`]);
    expect([...seen].sort()).toEqual(expected.sort());
  });

  test('walk says the same as the machine at the end of every shortest path', () => {
    const ends = models.flatMap(({ input, paths }) => paths.map((path) => ({ input, ...path })));
    expect(ends.length).toBeGreaterThan(states.length);
    for (const { input, steps } of ends) {
      let [here] = initialTransition(intakeMachine, input);
      const passed: Place[] = [];
      for (const { event } of steps) {
        if (event.type !== 'CONTINUE') continue;
        passed.push(here.value);
        [here] = transition(intakeMachine, here, event);
      }
      expect(walk({ ...input, answers: here.context.answers, passed }).place).toBe(here.value);
    }
  }, 30_000);
});

test('a blanked answer is gone, and the fork it decided with it', () => {
  const at = (answers: Answers) => {
    let [here] = initialTransition(
      intakeMachine,
      factsOf({ ...answers, emergencyNow: 'no', birthDate: '1984-02-10' }),
    );
    while (here.value !== 'highPeriods') [here] = transition(intakeMachine, here, { type: 'CONTINUE' });
    return here;
  };
  const [kept] = transition(intakeMachine, at({ highPeriodEver: 'yes' }), { type: 'CONTINUE' });
  expect(kept.value).toBe('highPeriodDetails');
  const [blanked] = transition(intakeMachine, at({ highPeriodEver: 'yes' }), {
    type: 'CONTINUE',
    answers: { highPeriodEver: undefined },
  });
  expect(blanked.value).toBe('diagnoses');
  expect('highPeriodEver' in blanked.context.answers).toBe(false);
});

test('only the questions asked decide: an answer off the path opens no page', () => {
  const facts = factsOf({
    emergencyNow: 'no',
    birthDate: '1984-02-10',
    conditions: ['chronicPain'],
    traumaEver: 'yes',
  });
  expect(relevant(facts.answers, facts.circumstances).shown.has('pcptsd5')).toBe(false);
  expect(guards.livedThroughTrauma(facts)).toBe(false);
});
