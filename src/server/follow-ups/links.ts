import { createHash, randomBytes } from 'node:crypto';
import {
  FOLLOW_UP_CODE_BYTES,
  followUpCodeFrom,
  followUpCodeWritten,
} from '../../submission/follow-up-code.ts';
import type { LinkRow } from './follow-ups.repository.ts';

const DAY_MS = 24 * 60 * 60_000;
const LINK_DAYS = 14;
export const MOST_WRONG_TRIES = 5;

/** Plain SHA-256 suffices: a code of 130 bits cannot be guessed from it. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

export interface NewLink {
  readonly row: LinkRow;
  /** As it is read out; known to nobody but whoever is told now. */
  readonly code: string;
  /** The code stands behind the `#`, the one part of an address that no browser sends. */
  readonly url: string;
}

export const newLink = (of: {
  readonly submissionId: string;
  readonly madeBy: string;
  readonly now: number;
  readonly publicUrl: URL;
}): NewLink => {
  const code = followUpCodeFrom(randomBytes(FOLLOW_UP_CODE_BYTES));
  return {
    code: followUpCodeWritten(code),
    url: Object.assign(new URL('/follow-up', of.publicUrl), { hash: code }).href,
    row: {
      token_hash: hashOfCode(code),
      submission_id: of.submissionId,
      made_by: of.madeBy,
      made_at: of.now,
      expires_at: of.now + LINK_DAYS * DAY_MS,
      ended_at: null,
      wrong_tries: 0,
    },
  };
};
