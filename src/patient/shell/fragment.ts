import { ON_THE_PHONE } from '../../submission/by-staff.ts';
import { readFollowUpCode } from '../../submission/follow-up-code.ts';
import { readSecret } from '../draft/secret.ts';

/** What a link that led here carries in its fragment. */
type Followed =
  | { readonly kind: 'draft'; readonly secret: string }
  | { readonly kind: 'followUp'; readonly code: string }
  | { readonly kind: 'byStaff' };

/** As our links write it, with or without hyphens: no name of a field looks like it. */
const WRITTEN = /^#[0-9A-Z-]+$/;

let followed: Followed | undefined;

function read(hash: string): Followed | undefined {
  if (hash === `#${ON_THE_PHONE}`) return { kind: 'byStaff' };
  const secret = readSecret(hash);
  if (secret) return { kind: 'draft', secret };
  const code = readFollowUpCode(hash);
  return code ? { kind: 'followUp', code } : undefined;
}

/**
 * Takes the secret out of a link that was followed, and out of the address bar with it, before anything is drawn. The
 * fragment is the one part of an address that no browser sends.
 */
export function takeFragment(): void {
  const { hash, pathname, search } = location;
  followed = read(hash);
  if (followed) history.replaceState(history.state, '', `${pathname}${search}`);
  // A link to the page that is open already: no browser loads it anew by itself.
  window.addEventListener('hashchange', () => {
    if (WRITTEN.test(location.hash) && read(location.hash)) location.reload();
  });
}

/** The code of a link that the clinic made. */
export const followedFollowUp = (): string | undefined =>
  followed?.kind === 'followUp' ? followed.code : undefined;

/** A member of staff opened this page to fill the form in for somebody on the phone. */
export const isFilledInByStaff = (): boolean => followed?.kind === 'byStaff';

/** The secret of the link that led here. */
export const followedSecret = (): string | undefined =>
  followed?.kind === 'draft' ? followed.secret : undefined;

export const forgetFollowed = (): void => {
  if (followed?.kind === 'draft') followed = undefined;
};
