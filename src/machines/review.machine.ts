import { setup, transition } from 'xstate';
import type { ReviewState } from './review-states.ts';

/** What a decision leads to: the patient is waited for, can be booked, or the case is closed. */
export type DecisionLeadsTo = Exclude<ReviewState, 'new' | 'claimed'>;

/** What stands beside the state, of the moment at which something happens. */
export interface ReviewFacts {
  /** Somebody works on it. */
  readonly isAssigned: boolean;
  /** A colleague works on it: whoever else wants to act takes it over first. */
  readonly isHeldByAnother: boolean;
  /** Somebody must still be called: a case cannot be closed over that. */
  readonly isSafetyOpen: boolean;
  /** Where the case came from, while its last decision can be undone. */
  readonly undoTo: ReviewState | undefined;
}

export type ReviewEvent =
  /** To oneself or to a colleague. */
  | { readonly type: 'ASSIGN' }
  | { readonly type: 'RELEASE' }
  /** The patient was asked for more, and has answered. */
  | { readonly type: 'ASK' }
  | { readonly type: 'REPLY' }
  | { readonly type: 'DECIDE'; readonly leadsTo: DecisionLeadsTo }
  | { readonly type: 'UNDO' }
  | { readonly type: 'BOOK' }
  | { readonly type: 'REOPEN' };

interface Move {
  readonly context: ReviewFacts;
  readonly event: ReviewEvent;
}

const isFree = ({ context }: Move): boolean => !context.isHeldByAnother;
const leadsTo =
  (state: DecisionLeadsTo) =>
  ({ event }: Move): boolean =>
    event.type === 'DECIDE' && event.leadsTo === state;
const undoLeadsTo =
  (state: ReviewState) =>
  ({ context }: Move): boolean =>
    context.undoTo === state;

const review = setup({
  types: {} as { context: ReviewFacts; events: ReviewEvent; input: ReviewFacts },
  guards: {
    isFree,
    isAssigned: ({ context }: Move) => context.isAssigned,
    toWaiting: (move: Move) => isFree(move) && leadsTo('waiting')(move),
    toReady: (move: Move) => isFree(move) && leadsTo('ready')(move),
    toClosedSafely: (move: Move) => isFree(move) && leadsTo('closed')(move) && !move.context.isSafetyOpen,
    bookedSafely: (move: Move) => isFree(move) && !move.context.isSafetyOpen,
    backToNew: (move: Move) => isFree(move) && undoLeadsTo('new')(move),
    backToClaimed: (move: Move) => isFree(move) && undoLeadsTo('claimed')(move),
    backToWaiting: (move: Move) => isFree(move) && undoLeadsTo('waiting')(move),
    backToReady: (move: Move) => isFree(move) && undoLeadsTo('ready')(move),
    backToClosed: (move: Move) => isFree(move) && undoLeadsTo('closed')(move),
    isFreeAndAssigned: (move: Move) => isFree(move) && move.context.isAssigned,
  },
});

const decide = [
  { guard: 'toWaiting', target: 'waiting' },
  { guard: 'toReady', target: 'ready' },
  { guard: 'toClosedSafely', target: 'closed' },
] as const;

const undo = [
  { guard: 'backToNew', target: 'new' },
  { guard: 'backToClaimed', target: 'claimed' },
  { guard: 'backToWaiting', target: 'waiting' },
  { guard: 'backToReady', target: 'ready' },
  { guard: 'backToClosed', target: 'closed' },
] as const;

const ask = { guard: 'isFree', target: 'waiting' } as const;

/** Back on somebody's table, or, where it is nobody's, among the new ones. */
const again = [
  { guard: 'isFreeAndAssigned', target: 'claimed' },
  { guard: 'isFree', target: 'new' },
] as const;

/** What a patient does asks nobody's leave. */
const answered = [{ guard: 'isAssigned', target: 'claimed' }, { target: 'new' }] as const;

/** The way of a case through the clinic. Without effects: it can be walked, and the server asks it what may happen. */
export const reviewMachine = review.createMachine({
  id: 'review',
  initial: 'new',
  context: ({ input }) => input,
  states: {
    new: { on: { ASSIGN: 'claimed', ASK: ask, DECIDE: decide } },
    claimed: {
      on: { ASSIGN: 'claimed', RELEASE: { guard: 'isFree', target: 'new' }, ASK: ask, DECIDE: decide },
    },
    waiting: {
      on: {
        ASSIGN: 'waiting',
        RELEASE: { guard: 'isFree', target: 'waiting' },
        ASK: ask,
        REPLY: answered,
        DECIDE: decide,
        UNDO: undo,
        REOPEN: again,
      },
    },
    ready: {
      on: {
        ASSIGN: 'ready',
        RELEASE: { guard: 'isFree', target: 'ready' },
        ASK: ask,
        REPLY: answered,
        DECIDE: decide,
        UNDO: undo,
        BOOK: { guard: 'bookedSafely', target: 'closed' },
        REOPEN: again,
      },
    },
    closed: { on: { REPLY: answered, DECIDE: decide, UNDO: undo, REOPEN: again } },
  },
});

/**
 * Where a case goes, or `undefined` where that cannot happen to it now.
 *
 * @example nextReview('new', { isAssigned: false, … }, { type: 'ASSIGN' }) // 'claimed'
 */
export function nextReview(
  state: ReviewState,
  facts: ReviewFacts,
  event: ReviewEvent,
): ReviewState | undefined {
  const here = reviewMachine.resolveState({ value: state, context: facts });
  if (!here.can(event)) return undefined;
  const [there] = transition(reviewMachine, here, event);
  return there.value;
}
