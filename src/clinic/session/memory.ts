import type { Open } from '../router.ts';
import { stayAt } from './stay-at.ts';

/**
 * What a lock must not take away: which parts of a case were open, how far down the page was, the name to sign in with,
 * and what somebody was typing. Nothing that a patient said, in the memory of this tab alone, and for the same person.
 */
const openParts = new Map<string, Set<string>>();
const scrolled = new Map<string, ScrolledTo>();
/** Names of questions that a sheet wants to have asked, by case. */
const handed = new Map<string, readonly string[]>();
/** What was typed and not sent, by where it was typed. */
const typed = new Map<string, unknown>();
let owner: string | undefined;
let signInName = '';

/** On a wide screen the case scrolls in its own half, on a narrow one the page does. */
interface ScrolledTo {
  readonly page: number;
  readonly half: number;
}

const half = () => document.getElementById('case');

const keyOf = ({ kind, id }: Open) => `${kind} ${id}`;

export const wasOpen = (place: Open, part: string): boolean =>
  openParts.get(keyOf(place))?.has(part) ?? false;

export function rememberOpen(place: Open, part: string, isOpen: boolean): void {
  const parts = openParts.get(keyOf(place)) ?? new Set();
  if (isOpen) parts.add(part);
  else parts.delete(part);
  openParts.set(keyOf(place), parts);
}

export const rememberScroll = (place: Open): void => {
  scrolled.set(keyOf(place), { page: scrollY, half: half()?.scrollTop ?? 0 });
};

/** Goes as far down a case as somebody was when the portal was locked over it; once. */
export function scrollBack(place: Open): void {
  const to = scrolled.get(keyOf(place));
  if (!to) return;
  scrolled.delete(keyOf(place));
  stayAt(half(), to);
}

/** Questions of the form that a sheet hands to the form that asks the patient. */
export const handOver = (id: string, keys: readonly string[]): void => {
  handed.set(id, keys);
};
export const handedOver = (id: string): readonly string[] => handed.get(id) ?? [];
/** They stand in the form now. */
export const forgetHanded = (id: string): void => {
  handed.delete(id);
};

/** Where something is typed: which form, of which case. */
export type TypedIn = `${'note' | 'question' | 'fields'} ${string}`;

/** Kept until it is sent, or nothing is left of it. */
export const keepTyped = (where: TypedIn, what: unknown): void => {
  typed.set(where, what);
};
export const dropTyped = (where: TypedIn): void => {
  typed.delete(where);
};
/** As the form of that name left it there. */
export const typedIn = <What>(where: TypedIn): What | undefined => typed.get(where) as What | undefined;

export const lastSignInName = (): string => signInName;
export const rememberSignInName = (name: string): void => {
  signInName = name;
};

export function forgetEverything(): void {
  openParts.clear();
  scrolled.clear();
  handed.clear();
  typed.clear();
  signInName = '';
}

/** What one person had open is not shown to the next. */
export function welcome(userId: string): void {
  if (owner !== undefined && owner !== userId) {
    openParts.clear();
    scrolled.clear();
    handed.clear();
    typed.clear();
  }
  owner = userId;
}
