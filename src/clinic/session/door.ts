import { useSyncExternalStore } from 'react';
import type { Session } from '../../submission/staff-wire.ts';

/** Why somebody has to sign in: it says what to tell them. */
export type WhyClosed = 'arrived' | 'left' | 'locked' | 'ended';

/** Who is in, and if nobody, why. Where they were stands in the URL and is not touched by any of this. */
export type Door =
  | { readonly state: 'asking' }
  | { readonly state: 'closed'; readonly why: WhyClosed }
  | { readonly state: 'open'; readonly session: Session };

let door: Door = { state: 'asking' };
const listeners = new Set<() => void>();

const change = (next: Door) => {
  door = next;
  for (const listener of listeners) listener();
};

export const openDoor = (session: Session): void => change({ state: 'open', session });

/** The first reason counts: a reply that was under way when the portal was locked does not say otherwise. */
export const closeDoor = (why: WhyClosed): void => {
  if (door.state !== 'closed') change({ state: 'closed', why });
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
