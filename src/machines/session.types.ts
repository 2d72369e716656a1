import type { Locale } from '../lib/locale.ts';
import type { Draft, SafetyAlert } from './draft.ts';
import type { Facts } from './facts.ts';
import type { PageAnswers } from './intake.machine.ts';
import type { Conflict } from './merge-drafts.ts';
import type { Place } from './places.ts';
import type { Walk } from './walk.ts';

/** What the clinic gives back for a form; the same for every repeat. */
export interface Receipt {
  readonly submissionId: string;
  readonly reference: string;
  readonly receivedAt: string;
}

/** Why the server will not have what was sent. Never holds a value. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly path?: string | undefined;
  readonly requestId?: string | undefined;
}

/** What the session is told at the start. Chance and limits are handed in, so that a test owns them. */
export interface SessionInput extends Omit<Facts, 'answers'> {
  readonly online: boolean;
  /** From 0 to 1: spreads out retries. */
  readonly random: () => number;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** A change is saved at most this long after it was made. */
  readonly saveWithinMs: number;
  /** Answers are hidden when nothing was touched for this long … */
  readonly idleMs: number;
  /** … with a warning this long before. */
  readonly warnMs: number;
  /** How often the birth date may be tried to see them again. */
  readonly unlockTries: number;
}

export const defaultLimits: Limits = {
  saveWithinMs: 2_000,
  idleMs: 20 * 60_000,
  warnMs: 2 * 60_000,
  unlockTries: 3,
};

export interface Session extends Omit<Facts, 'answers'> {
  readonly limits: Limits;
  readonly random: () => number;
  readonly online: boolean;
  /** Absent until one was opened or begun, and once it was forgotten. */
  readonly draft?: Draft | undefined;
  /** Where the person stands in it: made anew with every change. */
  readonly walk?: Walk | undefined;
  /** The version that the server held last; `null`: it holds none. */
  readonly version: number | null;
  /** The draft as the server held it last, and those on their way since: it may hold one of them without our knowing. */
  readonly base?: Draft | undefined;
  readonly underway: readonly Draft[];
  readonly ownDevice: boolean;
  /** Changes made so far. The others say up to which of them something was done. */
  readonly changes: number;
  readonly continued: number;
  readonly keptHere: number;
  readonly beingKeptHere: number;
  readonly saved: number;
  readonly beingSaved: number;
  /** Tries in a row that did not get through. */
  readonly tries: Readonly<Record<Errand, number>>;
  /** After the last of them: how long until the next, in milliseconds. */
  readonly waits: Readonly<Record<Errand, number>>;
  readonly wrongBirthDates: number;
  /** The birth date no longer opens it; the link or the code does. */
  readonly lockedForGood: boolean;
  /** The copies are to go, and why. */
  readonly removal?: Removal | undefined;
  /** The server says that this draft was sent or deleted from elsewhere. */
  readonly closedElsewhere: boolean;
  readonly receipt?: Receipt | undefined;
  readonly refusal?: Refusal | undefined;
  /** Answers that two devices held differently, since the last time it was looked at. */
  readonly conflicts: readonly Conflict[];
  readonly beingTold?: SafetyAlert | undefined;
}

/** What may have to be tried more than once. */
export type Errand = 'open' | 'save' | 'remove' | 'send' | 'tell';

export type Removal = 'underAge' | 'asked' | 'sent';

export type SessionEvent =
  /** Nothing kept: the person said whose device this is, and a new draft was made. */
  | { readonly type: 'BEGIN'; readonly draft: Draft; readonly ownDevice: boolean }
  /** A link or a code was given: open what it leads to. */
  | { readonly type: 'OPEN' }
  /** Something on the page was answered, changed or blanked; not yet Continue. */
  | {
      readonly type: 'CHANGE';
      readonly answers: PageAnswers;
      readonly at: string;
      /** Something is typed that is no answer yet, or was until now: it is saved although no answer has changed. */
      readonly isUnfinished?: boolean;
    }
  | { readonly type: 'CONTINUE'; readonly place: Place; readonly answers?: PageAnswers; readonly at: string }
  | { readonly type: 'SPEAK'; readonly language: Locale }
  /** "Ask the clinic to call me", with name, phone and place where they were asked for. */
  | { readonly type: 'ASK_TO_CALL'; readonly answers?: PageAnswers; readonly at: string }
  | { readonly type: 'SEND'; readonly at: string }
  | { readonly type: 'GO_BACK' }
  | { readonly type: 'TRY_AGAIN' }
  | { readonly type: 'DELETE_DRAFT' }
  | { readonly type: 'CONFLICTS_SEEN' }
  | { readonly type: 'ONLINE' }
  | { readonly type: 'OFFLINE' }
  /** Touched, scrolled, typed. */
  | { readonly type: 'ACTIVE' }
  /** The page is seen again: a phone that slept runs no timers, so it says for how long nothing was touched. */
  | { readonly type: 'WOKE'; readonly awayMs: number }
  | { readonly type: 'UNLOCK'; readonly birthDate: string }
  | { readonly type: 'LEAVE' };

/** The contract with the view: what it may ask of a snapshot (`snapshot.hasTag('saved')`). */
export type SessionTag =
  | 'opening'
  | 'cannotOpen'
  | 'unknownCode'
  | 'askingDevice'
  | 'answering'
  | 'underAge'
  | 'sending'
  | 'retrying'
  | 'sendingFailed'
  | 'received'
  | 'sentElsewhere'
  | 'deleted'
  | 'saved'
  | 'unsaved'
  | 'saving'
  | 'saveFailed'
  | 'saveHeldBack'
  | 'offline'
  | 'idleWarning'
  | 'locked'
  | 'lockedForGood'
  | 'alertPending'
  | 'alertTold'
  | 'alertNotTold'
  | 'left';

/** What `loadDraft` found: on this device, on the server, or in both (then merged). */
export type Opened =
  | {
      readonly kind: 'found';
      readonly draft: Draft;
      readonly version: number | null;
      readonly ownDevice: boolean;
      /** The server holds exactly this. Where that is not known, it is saved once more. */
      readonly isSaved?: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknownCode' }
  | { readonly kind: 'sent'; readonly receipt?: Receipt };

/** What is kept or saved. Whoever does it stops when the signal of its actor says so: the person may have left. */
export interface ToSave {
  readonly draft: Draft;
  readonly version: number | null;
  readonly ownDevice: boolean;
}

/** What became of a save. Rejects where nobody answered. */
export type Saved =
  | { readonly kind: 'saved'; readonly version: number | null }
  | { readonly kind: 'conflict'; readonly theirs: Draft; readonly version: number | null }
  | { readonly kind: 'closed' };

/** What became of sending. Rejects where nobody answered. */
export type Sent =
  | { readonly kind: 'received'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What became of a safety alert. Rejects where nobody answered. */
export type Told = { readonly kind: 'told' } | { readonly kind: 'refused' };
