import { and, assign, fromPromise, not, setup } from 'xstate';
import type { Draft } from './draft.ts';
import type { SafetyAlert } from './safety-alert.ts';
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

interface Failure {
  readonly event: { readonly error: unknown };
}

/** What became of a try, for the count. */
const failed =
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

const session = setup({
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

/** The copies are to go; what is on its way to them ends first, so that it cannot bring one back. */
const unlessRemoved = { guard: 'canBeRemoved', target: '#removing' } as const;
const saveNow = '#saving';

/** Any sign of somebody there starts the idle time anew; a page that slept says for how long. */
const stillHere = { target: '#awake', reenter: true } as const;
const touched = {
  ACTIVE: stillHere,
  CHANGE: stillHere,
  CONTINUE: stillHere,
  ASK_TO_CALL: stillHere,
  SEND: stillHere,
  WOKE: [
    { guard: and(['hasAnswersToHide', 'wasAwayTooLong']), target: '#locked' },
    { guard: and(['hasAnswersToHide', 'wasAwayForLong']), target: '#idleWarning' },
  ],
} as const;

/**
 * One sitting with the form: what is opened, saved, sent, hidden and left behind. Six things go on at the same
 * time; the view reads tags, the effects are supplied. Where the person is within the form is `context.walk`'s.
 */
export const sessionMachine = session.createMachine({
  id: 'session',
  context: ({ input }) => changes.newSession(input),
  initial: 'here',
  states: {
    here: {
      type: 'parallel',
      on: {
        LEAVE: {
          target: 'left',
          actions: [
            { type: 'wipe', params: ({ context }) => ({ draft: context.draft, version: context.version }) },
            'forget',
          ],
        },
      },
      states: {
        /** What the person is doing. */
        visit: {
          initial: 'opening',
          on: { OPEN: { guard: 'isLockedForGood', target: '.opening' } },
          states: {
            opening: {
              tags: 'opening',
              invoke: {
                src: 'loadDraft',
                onDone: [
                  {
                    guard: { type: 'draftWasFound', params: ({ event }) => event.output },
                    target: 'opened',
                    actions: [{ type: 'open', params: ({ event }) => event.output }, 'unlock'],
                  },
                  {
                    guard: { type: 'formWasSent', params: ({ event }) => event.output },
                    target: 'received',
                    actions: [{ type: 'open', params: ({ event }) => event.output }, 'unlock'],
                  },
                  {
                    guard: { type: 'codeIsUnknown', params: ({ event }) => event.output },
                    target: 'unknownCode',
                  },
                  { target: 'askingDevice' },
                ],
                onError: { target: 'cannotOpen', actions: { type: 'countTry', params: failed('open') } },
              },
            },
            cannotOpen: {
              tags: 'cannotOpen',
              after: { openAgain: 'opening' },
              on: { TRY_AGAIN: 'opening', ONLINE: 'opening', OPEN: 'opening' },
            },
            unknownCode: {
              tags: 'unknownCode',
              on: { OPEN: 'opening', BEGIN: { target: 'answering', actions: ['begin', 'unlock'] } },
            },
            askingDevice: {
              tags: 'askingDevice',
              on: { OPEN: 'opening', BEGIN: { target: 'answering', actions: ['begin', 'unlock'] } },
            },
            opened: { always: [{ guard: 'wasSending', target: 'sending' }, { target: 'answering' }] },
            answering: {
              tags: 'answering',
              always: [
                { guard: 'isUnder18', target: 'underAge' },
                { guard: 'wasClosedElsewhere', target: 'sentElsewhere' },
              ],
              on: {
                CHANGE: { guard: 'hasDraft', actions: 'keepAnswers' },
                CONTINUE: { guard: 'hasDraft', actions: 'continuePage' },
                SPEAK: { actions: 'speak' },
                ASK_TO_CALL: { guard: 'hasDraft', actions: 'askToCall' },
                CONFLICTS_SEEN: { actions: 'seeConflicts' },
                SEND: { guard: 'isSigned', target: 'sending', actions: 'pressSend' },
                DELETE_DRAFT: 'deleted',
              },
            },
            sending: {
              tags: 'sending',
              initial: 'trying',
              states: {
                trying: {
                  invoke: {
                    src: 'sendSubmission',
                    input: ({ context }) => ({ draft: changes.openDraft(context) }),
                    onDone: [
                      {
                        guard: { type: 'wasReceived', params: ({ event }) => event.output },
                        target: '#received',
                        actions: [
                          { type: 'keepReceipt', params: ({ event }) => event.output },
                          'stopSending',
                        ],
                      },
                      {
                        target: '#sendingFailed',
                        actions: [
                          { type: 'keepRefusal', params: ({ event }) => event.output },
                          'stopSending',
                        ],
                      },
                    ],
                    onError: { target: 'waiting', actions: { type: 'countTry', params: failed('send') } },
                  },
                },
                waiting: {
                  tags: 'retrying',
                  after: { sendAgain: 'trying' },
                  on: { TRY_AGAIN: 'trying', ONLINE: 'trying' },
                },
              },
            },
            sendingFailed: {
              id: 'sendingFailed',
              tags: 'sendingFailed',
              entry: { type: 'startOver', params: 'send' },
              on: {
                GO_BACK: 'answering',
                SEND: { guard: 'isSigned', target: 'sending', actions: 'pressSend' },
                DELETE_DRAFT: 'deleted',
              },
            },
            received: { id: 'received', tags: 'received', entry: { type: 'remove', params: 'sent' } },
            sentElsewhere: { tags: 'sentElsewhere', entry: { type: 'remove', params: 'sent' } },
            underAge: { tags: 'underAge', entry: { type: 'remove', params: 'underAge' } },
            deleted: { tags: 'deleted', entry: { type: 'remove', params: 'asked' } },
          },
        },
        /** The copy on this device, which a reload opens. */
        here: {
          initial: 'kept',
          states: {
            kept: {
              always: { guard: and([not('isToBeRemoved'), 'hasChangesNotKeptHere']), target: 'waiting' },
            },
            waiting: {
              always: [
                { guard: 'isToBeRemoved', target: 'kept' },
                { guard: 'mustKeepNow', target: 'keeping' },
              ],
              after: { saveWithin: 'keeping' },
            },
            keeping: {
              entry: 'startKeeping',
              invoke: {
                src: 'keepHere',
                input: ({ context }) => changes.toSave(context),
                onDone: { target: 'kept', actions: 'settleKeeping' },
                // Where storage is refused there is memory and the code; the server's copy goes on.
                onError: { target: 'kept', actions: 'settleKeeping' },
              },
            },
          },
        },
        /** The copy on the server, which the link or code opens anywhere. */
        copy: {
          initial: 'idle',
          states: {
            idle: {
              tags: 'saved',
              always: [unlessRemoved, { guard: 'hasUnsavedChanges', target: 'waiting' }],
            },
            waiting: {
              tags: 'unsaved',
              always: [unlessRemoved, { guard: 'mustSaveNow', target: 'saving' }],
              after: { saveWithin: 'saving' },
            },
            saving: {
              id: 'saving',
              tags: 'saving',
              entry: 'startSaving',
              invoke: {
                src: 'saveDraft',
                input: ({ context }) => changes.toSave(context),
                onDone: {
                  target: 'idle',
                  actions: { type: 'settleSave', params: ({ event }) => event.output },
                },
                onError: [
                  {
                    guard: { type: 'wasAskedToWait', params: ({ event }: Failure) => event.error },
                    target: 'heldBack',
                    actions: { type: 'countTry', params: failed('save') },
                  },
                  {
                    guard: 'isOffline',
                    target: 'offline',
                    actions: { type: 'countTry', params: failed('save') },
                  },
                  { target: 'failed', actions: { type: 'countTry', params: failed('save') } },
                ],
              },
            },
            failed: {
              tags: ['unsaved', 'saveFailed'],
              always: [unlessRemoved, { guard: 'mustSaveNow', target: 'saving' }],
              after: { saveAgain: 'saving' },
              on: { CHANGE: 'waiting', TRY_AGAIN: saveNow, ONLINE: saveNow, OFFLINE: 'offline' },
            },
            /** The server takes no more just now: the next save comes when it asked for it, however much is changed. */
            heldBack: {
              tags: ['unsaved', 'saveHeldBack'],
              always: unlessRemoved,
              after: { saveAgain: 'saving' },
              on: { TRY_AGAIN: saveNow },
            },
            offline: {
              tags: 'unsaved',
              always: [unlessRemoved, { guard: 'mustSaveNow', target: 'saving' }],
              after: { saveAgain: 'saving' },
              on: { CHANGE: 'waiting', TRY_AGAIN: saveNow, ONLINE: saveNow },
            },
            removing: {
              id: 'removing',
              initial: 'trying',
              states: {
                trying: {
                  invoke: {
                    src: 'deleteDraft',
                    input: ({ context }) => ({
                      because: context.removal ?? 'asked',
                      ownDevice: context.ownDevice,
                    }),
                    onDone: '#removed',
                    onError: { target: 'waiting', actions: { type: 'countTry', params: failed('remove') } },
                  },
                },
                waiting: { after: { removeAgain: 'trying' }, on: { TRY_AGAIN: 'trying', ONLINE: 'trying' } },
              },
            },
            removed: { id: 'removed', always: { guard: 'isOfNoMoreUse', actions: 'forget' } },
          },
        },
        /** Whether the clinic has been told of danger. */
        alert: {
          initial: 'nothing',
          states: {
            nothing: {
              tags: 'alertNotTold',
              always: [
                { guard: 'alertIsPending', target: 'telling' },
                { guard: 'alertWasTold', target: 'told' },
                { guard: 'alertWasRefused', target: 'refused' },
              ],
            },
            telling: {
              tags: 'alertPending',
              entry: 'startTelling',
              invoke: {
                src: 'raiseAlert',
                input: ({ context }) => changes.toTell(context),
                onDone: {
                  target: 'nothing',
                  actions: { type: 'settleAlert', params: ({ event }) => event.output },
                },
                onError: { target: 'waiting', actions: { type: 'countTry', params: failed('tell') } },
              },
            },
            waiting: {
              tags: 'alertPending',
              after: { tellAgain: 'telling' },
              on: { TRY_AGAIN: 'telling', ONLINE: 'telling' },
            },
            told: { tags: 'alertTold', always: { guard: not('alertWasTold'), target: 'nothing' } },
            refused: {
              tags: 'alertNotTold',
              always: { guard: not('alertWasRefused'), target: 'nothing' },
              on: { TRY_AGAIN: 'telling' },
            },
          },
        },
        /** Whether somebody is there: answers are hidden from whoever comes by. */
        presence: {
          initial: 'awake',
          states: {
            awake: {
              id: 'awake',
              on: touched,
              after: {
                untilWarning: [
                  { guard: 'hasAnswersToHide', target: 'idleWarning' },
                  { target: 'awake', reenter: true },
                ],
              },
            },
            idleWarning: {
              id: 'idleWarning',
              tags: 'idleWarning',
              on: touched,
              after: { untilHidden: 'locked' },
            },
            locked: {
              id: 'locked',
              tags: 'locked',
              initial: 'asking',
              states: {
                asking: {
                  always: { guard: 'onlyTheCodeOpens', target: 'forGood' },
                  on: {
                    UNLOCK: [
                      { guard: 'birthDateIsRight', target: '#awake', actions: 'unlock' },
                      { actions: 'countWrongBirthDate' },
                    ],
                  },
                },
                forGood: {
                  tags: 'lockedForGood',
                  entry: 'lockForGood',
                  always: [
                    { guard: not('isLockedForGood'), target: '#awake' },
                    { guard: 'isOnNoErrand', actions: 'forget' },
                  ],
                },
              },
            },
          },
        },
        /** What the browser says of the network; a try that fails counts more. */
        connection: {
          initial: 'unknown',
          states: {
            unknown: { always: [{ guard: 'isOffline', target: 'offline' }, { target: 'online' }] },
            online: { on: { OFFLINE: { target: 'offline', actions: 'goOffline' } } },
            offline: { tags: 'offline', on: { ONLINE: { target: 'online', actions: 'goOnline' } } },
          },
        },
      },
    },
    left: { tags: 'left', type: 'final' },
  },
});
