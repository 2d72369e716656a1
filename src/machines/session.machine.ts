import { session } from './session.setup.ts';
import { alert } from './session-alert.ts';
import * as changes from './session-changes.ts';
import { copyHere, copyOnServer } from './session-copies.ts';
import { connection, presence } from './session-presence.ts';
import { visit } from './session-visit.ts';

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
      states: { visit, here: copyHere, copy: copyOnServer, alert, presence, connection },
    },
    left: { tags: 'left', type: 'final' },
  },
});
