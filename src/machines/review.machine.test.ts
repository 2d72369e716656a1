import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getAdjacencyMap } from 'xstate/graph';
import {
  type DecisionLeadsTo,
  nextReview,
  type ReviewEvent,
  type ReviewFacts,
  reviewMachine,
} from './review.machine.ts';
import { type ReviewState, reviewStates } from './review-states.ts';

const free: ReviewFacts = {
  isAssigned: false,
  isHeldByAnother: false,
  isSafetyOpen: false,
  undoTo: undefined,
};
const mine: ReviewFacts = { ...free, isAssigned: true };
const theirs: ReviewFacts = { ...mine, isHeldByAnother: true };
const unsafe: ReviewFacts = { ...mine, isSafetyOpen: true };
const decide = (leadsTo: DecisionLeadsTo): ReviewEvent => ({ type: 'DECIDE', leadsTo });

const everyEvent: readonly ReviewEvent[] = [
  { type: 'ASSIGN' },
  { type: 'RELEASE' },
  { type: 'ASK' },
  { type: 'REPLY' },
  decide('waiting'),
  decide('ready'),
  decide('closed'),
  { type: 'UNDO' },
  { type: 'BOOK' },
  { type: 'REOPEN' },
];

describe('a case of the clinic', () => {
  it.each<[ReviewState, ReviewFacts, ReviewEvent, ReviewState | undefined]>([
    ['new', free, { type: 'ASSIGN' }, 'claimed'],
    ['new', free, { type: 'RELEASE' }, undefined],
    ['new', free, { type: 'REOPEN' }, undefined],
    ['new', free, { type: 'UNDO' }, undefined],
    ['new', free, decide('ready'), 'ready'],
    ['claimed', mine, { type: 'RELEASE' }, 'new'],
    ['claimed', theirs, { type: 'RELEASE' }, undefined],
    ['claimed', theirs, { type: 'ASSIGN' }, 'claimed'],
    ['claimed', theirs, decide('ready'), undefined],
    ['claimed', mine, { type: 'ASK' }, 'waiting'],
    ['waiting', mine, { type: 'REPLY' }, 'claimed'],
    ['waiting', theirs, { type: 'REPLY' }, 'claimed'],
    ['waiting', free, { type: 'REPLY' }, 'new'],
    ['waiting', mine, { type: 'RELEASE' }, 'waiting'],
    ['ready', mine, { type: 'BOOK' }, 'closed'],
    ['ready', unsafe, { type: 'BOOK' }, undefined],
    ['claimed', mine, { type: 'BOOK' }, undefined],
    ['ready', mine, decide('closed'), 'closed'],
    ['closed', mine, { type: 'REOPEN' }, 'claimed'],
    ['closed', free, { type: 'REOPEN' }, 'new'],
    ['closed', theirs, { type: 'REOPEN' }, undefined],
    ['closed', mine, { type: 'ASSIGN' }, undefined],
    ['closed', { ...mine, undoTo: 'new' }, { type: 'UNDO' }, 'new'],
    ['ready', { ...mine, undoTo: 'waiting' }, { type: 'UNDO' }, 'waiting'],
    ['ready', mine, { type: 'UNDO' }, undefined],
  ])('%s, %o, on %o: %s', (state, facts, event, next) => {
    expect(nextReview(state, facts, event)).toBe(next);
  });

  it('C03 is never closed while somebody must still be called', () => {
    for (const state of reviewStates) {
      expect(nextReview(state, unsafe, decide('closed'))).toBeUndefined();
      expect(nextReview(state, unsafe, { type: 'BOOK' })).toBeUndefined();
    }
  });

  it('C12 that a colleague holds is decided by nobody else until it is taken over', () => {
    for (const state of reviewStates) {
      for (const event of everyEvent) {
        const next = nextReview(state, theirs, event);
        const asksNobody = event.type === 'ASSIGN' || event.type === 'REPLY';
        if (!asksNobody) expect([state, event.type, next]).toEqual([state, event.type, undefined]);
      }
    }
  });

  it('walked by its model: every state is reached, and from every state there is a way on', () => {
    const map = getAdjacencyMap(reviewMachine, {
      input: mine,
      events: [...everyEvent],
      serializeState: ({ value }) => String(value),
    });
    expect(Object.keys(map).sort()).toEqual([...reviewStates].sort());
    for (const state of reviewStates) {
      expect(everyEvent.some((event) => nextReview(state, mine, event) !== undefined)).toBe(true);
    }
  });

  it('comes back from any chain of decisions: reopened, it is on somebody’s table or among the new', () => {
    const events = fc.array(fc.constantFrom(...everyEvent), { maxLength: 30 });
    fc.assert(
      fc.property(events, fc.boolean(), fc.boolean(), (chain, isAssigned, isSafetyOpen) => {
        const facts: ReviewFacts = { ...free, isAssigned, isSafetyOpen };
        let state: ReviewState = 'new';
        for (const event of chain) state = nextReview(state, facts, event) ?? state;
        if (isSafetyOpen) expect(state).not.toBe('closed');
        if (state === 'new' || state === 'claimed') return;
        expect(nextReview(state, facts, { type: 'REOPEN' })).toBe(isAssigned ? 'claimed' : 'new');
      }),
    );
  });
});
