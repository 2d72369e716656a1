import type { OutboxRow } from './outbox.repository.ts';

/** What became of one try. `problem` is a word of ours; what the other side answered is not kept. */
export type Delivery =
  | { readonly delivered: true }
  | { readonly delivered: false; readonly problem: string; readonly tryAgain: boolean };

/** Sends one message by one way. Never rejects: whatever goes wrong is a delivery that did not happen. */
export type Deliver = (message: OutboxRow) => Promise<Delivery>;

export const delivered: Delivery = { delivered: true };
export const notYet = (problem: string): Delivery => ({ delivered: false, problem, tryAgain: true });
export const never = (problem: string): Delivery => ({ delivered: false, problem, tryAgain: false });
