import { hash, timingSafeEqual } from 'node:crypto';

/**
 * The verifier is 256 bits derived from the person's secret, so one round of SHA-256 is enough: there is no list of
 * likely ones to try. A database thief who reads the hash cannot open the draft with it.
 */
export const hashOfVerifier = (verifier: string): string => hash('sha256', verifier, 'base64url');

const NOBODY = hashOfVerifier('');

/** Takes the same time where there is no draft to compare with. */
export const opens = (verifier: string, storedHash: string | undefined): boolean => {
  const given = Buffer.from(hashOfVerifier(verifier));
  const stored = Buffer.from(storedHash ?? NOBODY);
  return timingSafeEqual(given, stored) && storedHash !== undefined;
};

/** The verifier in `Authorization: Draft <verifier>`. */
export const verifierIn = (authorization: string | undefined): string | undefined =>
  /^Draft ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
