import { readSecret } from '../draft/secret.ts';

let followed: string | undefined;

/**
 * Takes the secret out of a link that was followed, and out of the address bar with it, before anything is drawn. The
 * fragment is the one part of an address that no browser sends.
 */
export function takeFragment(): void {
  const { hash, pathname, search } = location;
  if (!hash.slice(1)) return;
  const secret = readSecret(hash);
  if (!secret) return;
  followed = secret;
  history.replaceState(history.state, '', `${pathname}${search}`);
}

/** The secret of the link that led here. */
export const followedSecret = (): string | undefined => followed;

export const forgetFollowed = (): void => {
  followed = undefined;
};
