import type { SessionItem } from '../../submission/sign-in-wire.ts';
import type { Actor } from '../audit/act.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SignedIn } from '../edge/access.ts';
import { notFound } from '../edge/problem.ts';
import type { Origin } from '../sign-in/origin.ts';
import { isAlive } from '../sign-in/sessions.usecases.ts';
import { endSession, findUser, listSessions } from '../sign-in/sign-in.repository.ts';

/** Where somebody is signed in, and how to end it. */
export const createSessions = (
  { store, audit, clock }: Pick<Dependencies, 'store' | 'audit' | 'clock'>,
  staff: SignedIn,
  origin: Origin,
) => {
  const actor: Actor = { kind: 'staff', ...staff };
  return {
    /** The look into somebody else's is an act of its own. */
    list: (userId: string): Promise<SessionItem[]> =>
      store.inTransaction(async (tx) => {
        if ((await findUser(tx, userId)) === undefined) throw notFound();
        if (userId !== staff.userId) {
          const object = { type: 'user', id: userId } as const;
          await audit.append(tx, { actor, action: 'session.list', object, ...origin });
        }
        const now = clock.now().getTime();
        return (await listSessions(tx, userId))
          .filter((session) => isAlive(session, now))
          .map((session) => ({
            id: session.id,
            device: session.device,
            startedAt: new Date(session.created_at).toISOString(),
            seenAt: new Date(session.seen_at).toISOString(),
            isThisOne: session.token_hash === staff.sessionHash,
          }));
      }),

    end: (userId: string, id: string): Promise<void> =>
      store.inTransaction(async (tx) => {
        const session = (await listSessions(tx, userId)).find((one) => one.id === id);
        if (session === undefined) throw notFound();
        await endSession(tx, session.token_hash, clock.now().getTime());
        const object = { type: 'session', id: session.token_hash } as const;
        await audit.append(tx, { actor, action: 'session.end', object, reason: 'revoked', ...origin });
      }),
  };
};
