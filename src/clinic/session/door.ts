import { useSyncExternalStore } from 'react';
import type { FactorsHeld } from '../../submission/sign-in-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';

/** Why somebody has to sign in: it says what to tell them. */
export type WhyClosed = 'arrived' | 'left' | 'locked' | 'ended' | 'stepOver';

/** Who is in, and if nobody, why. Where they were stands in the URL and is not touched by any of this. */
export type Door =
  | { readonly state: 'asking' }
  | { readonly state: 'closed'; readonly why: WhyClosed }
  /** The password was right: the second factor is asked for, … */
  | { readonly state: 'secondFactor'; readonly has: FactorsHeld }
  /** … or made, where the account has none. */
  | { readonly state: 'enrol' }
  /** In, once the codes that are shown this once are kept. */
  | { readonly state: 'recoveryCodes'; readonly codes: readonly string[]; readonly session: Session }
  | { readonly state: 'open'; readonly session: Session };

let door: Door = { state: 'asking' };
const listeners = new Set<() => void>();

export const setDoor = (next: Door): void => {
  door = next;
  for (const listener of listeners) listener();
};

export const openDoor = (session: Session): void => setDoor({ state: 'open', session });

/**
 * The first reason counts: a reply that was under way when the portal was locked does not say otherwise, nor does it
 * throw out somebody who is on the way in.
 */
export const closeDoor = (why: WhyClosed): void => {
  if (door.state === 'open' || door.state === 'asking') setDoor({ state: 'closed', why });
};

/** What a refusal of the server means: who was never in is only arriving. */
export const shutOut = (because: 'locked' | 'ended'): void =>
  closeDoor(door.state === 'asking' && because === 'ended' ? 'arrived' : because);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useDoor = (): Door => useSyncExternalStore(subscribe, () => door);
