import { and, not } from 'xstate';
import { type Failure, failed, session } from './session.setup.ts';
import * as changes from './session-changes.ts';

/** The copy on this device, which a reload opens. */
export const copyHere = session.createStateConfig({
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
});

/** The copies are to go; what is on its way to them ends first, so that it cannot bring one back. */
const unlessRemoved = { guard: 'canBeRemoved', target: '#removing' } as const;
const saveNow = '#saving';

/** The copy on the server, which the link or code opens anywhere. */
export const copyOnServer = session.createStateConfig({
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
});
