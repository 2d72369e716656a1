import { assign, fromPromise, setup } from 'xstate';
import type { Draft, SafetyAlert } from './draft.ts';
import type {
  Errand,
  Opened,
  Removal,
  Saved,
  Sent,
  Session,
  SessionEvent,
  SessionInput,
  SessionTag,
  Told,
  ToSave,
} from './session.types.ts';
import * as changes from './session-changes.ts';
import { askedToWait } from './unheard.ts';

/** An effect, which the patient's app supplies with `.provide`. */
const supplied = <Output, Input = undefined>(name: string) =>
  fromPromise<Output, Input>(() => Promise.reject(new Error(`${name} was not provided`)));

const again =
  (what: Errand) =>
  ({ context }: { context: Session }) =>
    context.waits[what];

export interface Failure {
  readonly event: { readonly error: unknown };
}

/** What became of a try, for the count. */
export const failed =
  (what: Errand) =>
  ({ event }: Failure) => ({ what, error: event.error });

/** An action for one kind of event, as a change of what the session knows. */
const on =
  <Type extends SessionEvent['type']>(
    type: Type,
    make: (session: Session, event: Extract<SessionEvent, { type: Type }>) => changes.Patch,
  ) =>
  ({ context, event }: { context: Session; event: SessionEvent }): changes.Patch =>
    event.type === type ? make(context, event as Extract<SessionEvent, { type: Type }>) : {};

/** What the session may do, wait for and ask itself. Its regions, one a file, are written with these names. */
export const session = setup({
  types: {} as { context: Session; events: SessionEvent; input: SessionInput; tags: SessionTag },
  actors: {
    loadDraft: supplied<Opened>('loadDraft'),
    keepHere: supplied<void, ToSave>('keepHere'),
    saveDraft: supplied<Saved, ToSave>('saveDraft'),
    deleteDraft: supplied<void, { readonly because: Removal; readonly ownDevice: boolean }>('deleteDraft'),
    sendSubmission: supplied<Sent, { readonly draft: Draft }>('sendSubmission'),
    raiseAlert: supplied<Told, { readonly alert: SafetyAlert; readonly draft: Draft }>('raiseAlert'),
  },
  delays: {
    saveWithin: ({ context }) => context.limits.saveWithinMs,
    untilWarning: ({ context }) => context.limits.idleMs - context.limits.warnMs,
    untilHidden: ({ context }) => context.limits.warnMs,
    openAgain: again('open'),
    saveAgain: again('save'),
    removeAgain: again('remove'),
    sendAgain: again('send'),
    tellAgain: again('tell'),
  },
  guards: {
    draftWasFound: (_, found: Opened) => found.kind === 'found',
    formWasSent: (_, found: Opened) => found.kind === 'sent',
    codeIsUnknown: (_, found: Opened) => found.kind === 'unknownCode',
    wasSending: ({ context }) => context.draft?.sending !== undefined,
    hasDraft: ({ context }) => context.draft !== undefined,
    isUnder18: ({ context }) => context.walk?.ended === 'underAge',
    isSigned: ({ context }) => context.walk?.place === 'done',
    wasReceived: (_, sent: Sent) => sent.kind === 'received',
    hasUnsavedChanges: ({ context }) => changes.hasUnsavedChanges(context),
    mustSaveNow: ({ context }) => changes.mustSaveNow(context),
    hasChangesNotKeptHere: ({ context }) => changes.hasChangesNotKeptHere(context),
    mustKeepNow: ({ context }) => changes.mustKeepNow(context),
    wasAskedToWait: (_, error: unknown) => askedToWait(error) !== undefined,
    isOffline: ({ context }) => !context.online,
    isToBeRemoved: ({ context }) => context.removal !== undefined,
    canBeRemoved: ({ context }) => changes.canBeRemoved(context),
    wasClosedElsewhere: ({ context }) => context.closedElsewhere,
    hasAnswersToHide: ({ context: { draft, removal } }) =>
      Object.keys(draft?.answers ?? {}).length > 0 && (removal === undefined || removal === 'sent'),
    wasAwayTooLong: ({ context, event }) => event.type === 'WOKE' && event.awayMs >= context.limits.idleMs,
    wasAwayForLong: ({ context: { limits }, event }) =>
      event.type === 'WOKE' && event.awayMs >= limits.idleMs - limits.warnMs,
    birthDateIsRight: ({ context, event }) =>
      event.type === 'UNLOCK' && event.birthDate === context.draft?.answers.birthDate,
    onlyTheCodeOpens: ({ context }) =>
      context.draft?.answers.birthDate === undefined || context.wrongBirthDates >= context.limits.unlockTries,
    isLockedForGood: ({ context }) => context.lockedForGood,
    isOnNoErrand: ({ context }) => changes.isOnNoErrand(context),
    isOfNoMoreUse: ({ context }) => context.removal !== 'sent' && changes.isOnNoErrand(context),
    alertIsPending: ({ context }) => context.draft?.alert?.standing === 'pending',
    alertWasTold: ({ context: { draft } }) =>
      draft?.alert?.standing === 'told' && draft.alert.state === 'raised',
    alertWasRefused: ({ context }) => context.draft?.alert?.standing === 'refused',
  },
  actions: {
    /** Supplied by the app: a last save that outlives the page, then everything on the device wiped. */
    wipe: (_, _left: { readonly draft: Draft | undefined; readonly version: number | null }) => {},
    forget: assign(changes.forgotten),
    begin: assign(on('BEGIN', changes.begun)),
    open: assign(({ context }, found: Opened) => changes.opened(context, found)),
    keepAnswers: assign(on('CHANGE', changes.kept)),
    continuePage: assign(on('CONTINUE', changes.continued)),
    speak: assign(on('SPEAK', (known, { language }) => changes.spoken(known, language))),
    askToCall: assign(on('ASK_TO_CALL', changes.callAsked)),
    pressSend: assign(on('SEND', (known, { at }) => changes.sendPressed(known, at))),
    stopSending: assign(({ context }) => changes.sendingStopped(context)),
    keepReceipt: assign((_, sent: Sent) => (sent.kind === 'received' ? { receipt: sent.receipt } : {})),
    keepRefusal: assign((_, sent: Sent) => (sent.kind === 'refused' ? { refusal: sent.refusal } : {})),
    remove: assign((_, because: Removal) => ({ removal: because })),
    startKeeping: assign(({ context }) => ({ beingKeptHere: context.changes })),
    settleKeeping: assign(({ context }) => ({ keptHere: context.beingKeptHere })),
    startSaving: assign(({ context }) => changes.savingStarted(context)),
    settleSave: assign(({ context }, saved: Saved) => changes.settledSave(context, saved)),
    startTelling: assign(({ context }) => ({ beingTold: context.draft?.alert })),
    settleAlert: assign(({ context }, told: Told) => changes.alertStands(context, told.kind)),
    countTry: assign(({ context }, { what, error }: { readonly what: Errand; readonly error: unknown }) =>
      changes.notHeard(context, what, error),
    ),
    startOver: assign(({ context }, what: Errand) => changes.gotThrough(context, what)),
    countWrongBirthDate: assign(({ context }) => ({ wrongBirthDates: context.wrongBirthDates + 1 })),
    lockForGood: assign({ lockedForGood: true }),
    unlock: assign({ wrongBirthDates: 0, lockedForGood: false }),
    seeConflicts: assign({ conflicts: [] }),
    goOnline: assign({ online: true }),
    goOffline: assign({ online: false }),
  },
});
