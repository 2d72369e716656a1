import type { SignInAnswer } from '../../submission/sign-in-wire.ts';
import { openDoor, setDoor } from './door.ts';
import { welcome } from './memory.ts';

/** What a right password, or a right second factor, leads to. */
export function goOn(answer: SignInAnswer): void {
  switch (answer.state) {
    case 'signedIn':
      welcome(answer.session.userId);
      openDoor(answer.session);
      return;
    case 'secondFactor':
    case 'enrol':
      setDoor(answer);
      return;
    default:
      answer satisfies never;
  }
}
