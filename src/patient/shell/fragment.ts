import { ON_THE_PHONE } from '../../submission/by-staff.ts';
import { readFollowUpCode } from '../../submission/follow-up-code.ts';
import { readSecret } from '../draft/secret.ts';

let followed: string | undefined;
let isByStaff = false;
let followedCode: string | undefined;

/**
 * Takes the secret out of a link that was followed, and out of the address bar with it, before anything is drawn. The
 * fragment is the one part of an address that no browser sends.
 */
export function takeFragment(): void {
  const { hash, pathname, search } = location;
  if (!hash.slice(1)) return;
  if (hash.slice(1) === ON_THE_PHONE) {
    isByStaff = true;
    history.replaceState(history.state, '', `${pathname}${search}`);
    return;
  }
  const secret = readSecret(hash);
  const code = readFollowUpCode(hash);
  if (!secret && !code) return;
  followed = secret;
  followedCode = code;
  history.replaceState(history.state, '', `${pathname}${search}`);
}

/** The code of a link that the clinic made. */
export const followedFollowUp = (): string | undefined => followedCode;

/** A member of staff opened this page to fill the form in for somebody on the phone. */
export const isFilledInByStaff = (): boolean => isByStaff;

/** The secret of the link that led here. */
export const followedSecret = (): string | undefined => followed;

export const forgetFollowed = (): void => {
  followed = undefined;
};
