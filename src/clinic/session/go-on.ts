import type * as z from 'zod/mini';
import type { signInAnswer } from '../../submission/staff-wire.ts';
import { openDoor } from './door.ts';
import { welcome } from './memory.ts';

/** What a right password leads to. A second factor becomes a case of its own here: it does not compile without one. */
export function goOn(answer: z.infer<typeof signInAnswer>): void {
  switch (answer.state) {
    case 'signedIn':
      welcome(answer.session.userId);
      openDoor(answer.session);
      return;
    default:
      answer.state satisfies never;
  }
}
