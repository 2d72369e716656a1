import { not } from 'xstate';
import { failed, session } from './session.setup.ts';
import * as changes from './session-changes.ts';

/** Whether the clinic has been told of danger. */
export const alert = session.createStateConfig({
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
});
