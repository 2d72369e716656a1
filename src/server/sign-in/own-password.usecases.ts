import type { Dependencies } from '../dependencies.ts';
import type { SignedIn } from '../edge/access.ts';
import { unprocessable } from '../edge/problem.ts';
import { asTyped, couldBePassword, newPassword } from './password.ts';
import { hashPassword, matchesHash } from './password-hash.ts';
import { refusedPassword } from './refusals.ts';
import { changeUser, endSessionsOf, findUser } from './sign-in.repository.ts';
import { forgive, refuse, reserve, subjectsOf } from './sign-in.usecases.ts';
import { activeStaff, readProfile } from './users.ts';
import type { Visit } from './visit.ts';

/**
 * Whoever is signed in takes another password. The one they have is asked for, and may be guessed no oftener than at
 * the door. Their other browsers are signed out.
 */
export const changeOwnPassword = async (
  deps: Dependencies,
  staff: SignedIn,
  wanted: { readonly current: string; readonly password: string },
  { origin, address }: Visit,
): Promise<void> => {
  const { store, vault, audit, clock, settings } = deps;
  const user = await activeStaff(deps, staff.userId);
  const { name, signInName } = await readProfile(store.db(), vault, user);
  const next = newPassword(wanted.password, [name, signInName, settings.name]);
  if (!next.ok) throw refusedPassword(next.error);
  await reserve(deps, subjectsOf(deps, signInName, address), origin);
  const current = asTyped(couldBePassword(wanted.current) ? wanted.current : '');
  if (!(await matchesHash(current, user.password_hash))) {
    await refuse(deps, user, origin);
    throw wrongPassword();
  }
  const passwordHash = await hashPassword(next.value);
  await store.inTransaction(async (tx) => {
    // It may have been reset, or changed in another browser, while the hash was computed.
    const still = await findUser(tx, user.id);
    if (still?.status !== 'active' || still.password_hash !== user.password_hash) throw wrongPassword();
    const now = clock.now().getTime();
    const actor = { kind: 'staff', ...staff } as const;
    await changeUser(tx, user.id, { password_hash: passwordHash }, now);
    await forgive(tx, deps, signInName, address);
    const object = { type: 'user', id: user.id } as const;
    await audit.append(tx, {
      actor,
      action: 'user.set-password',
      object,
      fields: ['password'],
      reason: 'own',
      ...origin,
    });
    for (const ended of await endSessionsOf(tx, user.id, now, staff.sessionHash)) {
      const session = { type: 'session', id: ended } as const;
      await audit.append(tx, {
        actor,
        action: 'session.end',
        object: session,
        reason: 'account-changed',
        ...origin,
      });
    }
  });
};

const wrongPassword = () =>
  unprocessable('wrong-password', 'This is not your password. Check it and try again.', 'current');
