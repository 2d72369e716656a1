import { failed, session } from './session.setup.ts';
import * as changes from './session-changes.ts';

/** What the person is doing. */
export const visit = session.createStateConfig({
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
                actions: [{ type: 'keepReceipt', params: ({ event }) => event.output }, 'stopSending'],
              },
              {
                target: '#sendingFailed',
                actions: [{ type: 'keepRefusal', params: ({ event }) => event.output }, 'stopSending'],
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
});
