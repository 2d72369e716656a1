import { readFollowUpCode } from '../../submission/follow-up-code.ts';
import { readSecret } from '../draft/secret.ts';

let followed: string | undefined;
let followedCode: string | undefined;

/**
 * Takes the secret out of a link that was followed, and out of the address bar with it, before anything is drawn. The
 * fragment is the one part of an address that no browser sends.
 */
export function takeFragment(): void {
  const { hash, pathname, search } = location;
  if (!hash.slice(1)) return;
  const secret = readSecret(hash);
  const code = readFollowUpCode(hash);
  if (!secret && !code) return;
  followed = secret;
  followedCode = code;
  history.replaceState(history.state, '', `${pathname}${search}`);
}

/** The code of a link that the clinic made. */
export const followedFollowUp = (): string | undefined => followedCode;

/** The secret of the link that led here. */
export const followedSecret = (): string | undefined => followed;

export const forgetFollowed = (): void => {
  followed = undefined;
};
