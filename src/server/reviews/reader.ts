import type { FastifyRequest } from 'fastify';
import type { Act } from '../audit/act.ts';
import { actorOf, staffOf } from '../edge/access.ts';
import { originOf } from '../sign-in/origin.ts';

/** Who reads, and how much of a case is theirs to see. */
export interface Reader {
  readonly userId: string;
  readonly sessionHash: string;
  /** All clinical content. Else only name, contact, times and status. */
  readonly seesAnswers: boolean;
  /** What every act of theirs says in the audit. */
  readonly act: Pick<Act, 'actor' | 'requestId' | 'addressClass'>;
}

/** Everybody else is refused at the door. Somebody who is both sees as a clinician. */
export const readers = ['clinician', 'frontDesk'] as const;

export const readerOf = (request: FastifyRequest): Reader => {
  const { userId, sessionHash, roles } = staffOf(request);
  return {
    userId,
    sessionHash,
    seesAnswers: roles.includes('clinician'),
    act: { actor: actorOf(request), ...originOf(request) },
  };
};
