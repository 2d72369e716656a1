import { and, not } from 'xstate';
import { session } from './session.setup.ts';

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

/** Whether somebody is there: answers are hidden from whoever comes by. */
export const presence = session.createStateConfig({
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
});

/** What the browser says of the network; a try that fails counts more. */
export const connection = session.createStateConfig({
  initial: 'unknown',
  states: {
    unknown: { always: [{ guard: 'isOffline', target: 'offline' }, { target: 'online' }] },
    online: { on: { OFFLINE: { target: 'offline', actions: 'goOffline' } } },
    offline: { tags: 'offline', on: { ONLINE: { target: 'online', actions: 'goOnline' } } },
  },
});
