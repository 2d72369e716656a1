import { createHash, randomBytes } from 'node:crypto';

/** 256 bits. Whoever holds it is let in, so the store keeps only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Plain SHA-256 suffices: a token of 256 bits cannot be guessed from it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
