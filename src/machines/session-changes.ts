import type { Locale } from '../lib/locale.ts';
import { backOff } from './back-off.ts';
import { applyPage, type Draft, inLanguage, keepAnswers, type SafetyAlert } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { askToCall, settleAlert } from './safety-alert.ts';
import { same } from './same.ts';
import {
  defaultLimits,
  type Errand,
  type Opened,
  type Saved,
  type Session,
  type SessionEvent,
  type SessionInput,
  type ToSave,
} from './session.types.ts';
import { askedToWait } from './unheard.ts';
import { type Walk, walk } from './walk.ts';

/** What a step of the session does to what it knows. */
export type Patch = Partial<Session>;
type Told<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

/** A session before anything is opened: no draft, nothing to save. */
export const newSession = ({ limits, ...input }: SessionInput): Session => ({
  ...input,
  limits: { ...defaultLimits, ...limits },
  version: null,
  ownDevice: false,
  underway: [],
  changes: 0,
  continued: 0,
  keptHere: 0,
  beingKeptHere: 0,
  saved: 0,
  beingSaved: 0,
  tries: { open: 0, save: 0, remove: 0, send: 0, tell: 0 },
  waits: { open: 0, save: 0, remove: 0, send: 0, tell: 0 },
  wrongBirthDates: 0,
  lockedForGood: false,
  closedElsewhere: false,
  conflicts: [],
});

const standing = ({ circumstances, thresholds }: Session, { answers, passed }: Draft): Walk =>
  walk({ answers, passed, circumstances, thresholds });

/** The session with this draft in place of the one before: one change more, unless it is the same. */
const changedTo = (session: Session, draft: Draft, place = () => standing(session, draft)): Patch =>
  draft === session.draft ? {} : { draft, walk: place(), changes: session.changes + 1 };

/** The same, and it is kept and saved without waiting. */
const changedInAHurry = (session: Session, patch: Patch): Patch => ({
  ...patch,
  continued: patch.changes ?? session.changes,
});

/** Another draft made of the one that is open; nothing where none is. */
export const changed = (session: Session, make: (draft: Draft) => Draft): Patch =>
  session.draft ? changedTo(session, make(session.draft)) : {};

/** A draft that was asked for and is there: the chart comes here only while one is open. */
export function openDraft({ draft }: Session): Draft {
  if (!draft) throw new Error('No draft is open');
  return draft;
}

/** What the keeper is handed. @throws where no draft is open */
export const toSave = (session: Session): ToSave => ({
  draft: openDraft(session),
  version: session.version,
  ownDevice: session.ownDevice,
});

/** The alert that the clinic is to hear. @throws where the draft has none */
export function toTell({ draft }: Session): { readonly alert: SafetyAlert; readonly draft: Draft } {
  if (!draft?.alert) throw new Error('There is no alert to tell of');
  return { alert: draft.alert, draft };
}

/** A new draft, on an own device or a shared one; the server has not seen it. */
export const begun = (session: Session, { draft, ownDevice }: Told<'BEGIN'>): Patch => ({
  ...changedTo(session, draft),
  ownDevice,
  version: null,
});

/** What an older copy lacks and this tab still knows is not lost when that copy is opened. */
export function opened(session: Session, found: Opened): Patch {
  if (found.kind === 'sent') return { receipt: found.receipt };
  if (found.kind !== 'found') return {};
  const isMine = session.draft?.submissionId === found.draft.submissionId;
  const draft =
    session.draft && isMine ? mergeDrafts(session.draft, found.draft, session.base).draft : found.draft;
  const isSaved = draft === found.draft && found.isSaved === true;
  return {
    draft,
    walk: standing(session, draft),
    version: found.version,
    ownDevice: found.ownDevice,
    changes: session.changes + 1,
    saved: isSaved ? session.changes + 1 : session.changes,
    base: isSaved ? draft : session.base,
  };
}

/** Answers from a page that is still open; half-typed ones count as a change too. */
export function kept(session: Session, { answers, at, isUnfinished = false }: Told<'CHANGE'>): Patch {
  const patch = changed(session, (draft) => keepAnswers(draft, answers, at));
  return isUnfinished ? { ...patch, changes: session.changes + 1 } : patch;
}

/** A page is behind the person; the clinic is told where that page, or consent given on it, calls for it. */
export function continued(session: Session, { place, answers = {}, at }: Told<'CONTINUE'>): Patch {
  const draft = applyPage(openDraft(session), place, answers, at);
  const here = standing(session, draft);
  return changedInAHurry(
    session,
    changedTo(session, settleAlert(draft, here), () => here),
  );
}

/** The person asked on the support page to be called: the clinic is told without waiting. */
export function callAsked(session: Session, { answers = {}, at }: Told<'ASK_TO_CALL'>): Patch {
  const draft = keepAnswers(openDraft(session), answers, at);
  const here = standing(session, draft);
  return changedInAHurry(
    session,
    changedTo(session, askToCall(draft, here), () => here),
  );
}

/** The form goes on in another language. */
export const spoken = (session: Session, language: Locale): Patch =>
  changed(session, (draft) => inLanguage(draft, language));

/** Send was pressed: from then on the draft knows, so that a reload goes on sending. @param at an ISO instant */
export const sendPressed = (session: Session, at: string): Patch => ({
  ...changedInAHurry(
    session,
    changed(session, (draft) => ({ ...draft, sending: at })),
  ),
  refusal: undefined,
});

/** Sending was refused or taken back: the answers can be changed again. */
export const sendingStopped = (session: Session): Patch =>
  changed(session, ({ sending: _pressed, ...draft }) => draft);

/** A save is on its way; what it carries is remembered until it is heard of. */
export const savingStarted = (session: Session): Patch => ({
  beingSaved: session.changes,
  underway: [...session.underway, openDraft(session)].slice(-MOST_UNDERWAY),
});

/** Far more saves than fail in a row before one of them is heard of. */
const MOST_UNDERWAY = 50;

/**
 * Saved, or told that the server holds another copy: one that was saved from here without our hearing of it, or one
 * from another device. Both copies become one, to be saved over it.
 */
export function settledSave(session: Session, saved: Saved): Patch {
  const done = gotThrough(session, 'save');
  if (saved.kind === 'closed') return { ...done, closedElsewhere: true };
  const { version } = saved;
  if (saved.kind === 'saved')
    return { ...done, version, saved: session.beingSaved, base: session.underway.at(-1), underway: [] };
  if (!session.draft) return { ...done, version };
  const ours = session.underway.find((draft) => same(draft, saved.theirs));
  const { draft, conflicts } = mergeDrafts(session.draft, saved.theirs, ours ?? session.base);
  return {
    ...done,
    ...changedInAHurry(session, changedTo(session, draft)),
    version,
    base: saved.theirs,
    underway: [],
    conflicts: [...session.conflicts, ...conflicts],
  };
}

/** The alert gets the standing that the server gave it, unless it says something else by now. */
export const alertStands = (session: Session, standing: SafetyAlert['standing']): Patch => ({
  ...gotThrough(session, 'tell'),
  ...changed(session, (draft) =>
    draft.alert && draft.alert === session.beingTold
      ? { ...draft, alert: { ...draft.alert, standing } }
      : draft,
  ),
});

/** The longest pause between two tries of ours. */
const mostMs: Readonly<Record<Errand, number>> = {
  open: 30_000,
  save: 60_000,
  remove: 60_000,
  send: 30_000,
  tell: 15_000,
};
/** Whoever answers for the server, nobody waits longer than this for it. */
const MOST_TOLD_MS = 15 * 60_000;

/** A try that did not get through; the next comes after a pause of ours, and never before the server asked for it. */
export function notHeard(session: Session, what: Errand, error: unknown): Patch {
  const tries = session.tries[what] + 1;
  const pause = backOff(tries, session.random, { firstMs: 1_000, mostMs: mostMs[what] });
  // Danger is told as soon as anybody listens.
  const told = what === 'tell' ? undefined : askedToWait(error);
  const wait = told === undefined ? pause : Math.min(told, MOST_TOLD_MS) + pause;
  return {
    tries: { ...session.tries, [what]: tries },
    waits: { ...session.waits, [what]: wait },
  };
}

/** An errand succeeded: the next failure waits as briefly as the first. */
export const gotThrough = (session: Session, what: Errand): Patch => ({
  tries: { ...session.tries, [what]: 0 },
});

export const forgotten: Patch = { draft: undefined, walk: undefined, receipt: undefined, conflicts: [] };

/** Whether the server lacks something. */
export const hasUnsavedChanges = ({ draft, changes, saved }: Session): boolean =>
  draft !== undefined && changes > saved;

/** Continue was pressed since the last save began. */
export const mustSaveNow = (session: Session): boolean =>
  hasUnsavedChanges(session) && session.continued > session.beingSaved;

/** Whether this device's own copy lacks something. */
export const hasChangesNotKeptHere = ({ draft, changes, keptHere }: Session): boolean =>
  draft !== undefined && changes > keptHere;

/** Continue was pressed since the own copy was last begun. */
export const mustKeepNow = (session: Session): boolean =>
  hasChangesNotKeptHere(session) && session.continued > session.beingKeptHere;

/** The copies are to go, and nothing is on its way to this device that could bring one back. */
export const canBeRemoved = ({ removal, keptHere, beingKeptHere }: Session): boolean =>
  removal !== undefined && keptHere >= beingKeptHere;

/** Whether the draft can go from memory: nothing of it is still on its way. */
export const isOnNoErrand = (session: Session): boolean =>
  session.draft !== undefined &&
  session.draft.sending === undefined &&
  session.draft.alert?.standing !== 'pending' &&
  (session.removal !== undefined || !hasUnsavedChanges(session));
