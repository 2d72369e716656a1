import type { Dependencies } from '../dependencies.ts';
import { newPassword } from './password.ts';
import { hashPassword } from './password-hash.ts';
import { linkOver, refusedPassword } from './refusals.ts';
import { changeUser, findOpenLink, findUser, spendLink } from './sign-in.repository.ts';
import { type Admission, askForFactor } from './sign-in.usecases.ts';
import { hashOf } from './token.ts';
import { readProfile } from './users.ts';
import type { Visit } from './visit.ts';

const invitationOver = () => linkOver('Ask whoever manages the accounts for a new one, or sign in.');

/** The person whose account was made, or reset, chooses a password, and gets a second factor next. The link is used up. */
export const acceptInvitation = async (
  deps: Dependencies,
  wanted: { readonly token: string; readonly password: string },
  { origin }: Visit,
): Promise<Admission> => {
  const tokenHash = hashOf(wanted.token);
  const password = newPassword(wanted.password, await wordsOfInvited(deps, tokenHash));
  if (!password.ok) throw refusedPassword(password.error);
  const passwordHash = await hashPassword(password.value);
  const now = deps.clock.now().getTime();
  return deps.store.inTransaction(async (tx) => {
    const link = await spendLink(tx, tokenHash, 'invitation', now);
    const invited = await invitedUser(tx, link?.subject_id);
    if (invited === undefined) throw invitationOver();
    await changeUser(tx, invited.id, { status: 'active', password_hash: passwordHash }, now);
    await deps.audit.append(tx, {
      actor: { kind: 'visitor', userId: invited.id },
      action: 'user.set-password',
      object: { type: 'user', id: invited.id },
      fields: ['password'],
      reason: 'invitation',
      ...origin,
    });
    return askForFactor(tx, deps, invited, origin);
  });
};

const wordsOfInvited = async (deps: Dependencies, tokenHash: string): Promise<readonly string[]> => {
  const db = deps.store.db();
  const link = await findOpenLink(db, tokenHash, 'invitation', deps.clock.now().getTime());
  const invited = await invitedUser(db, link?.subject_id);
  if (invited === undefined) throw invitationOver();
  const { name, signInName } = await readProfile(db, deps.vault, invited);
  return [name, signInName, deps.settings.name];
};

const invitedUser = async (db: Parameters<typeof findUser>[0], id: string | null | undefined) => {
  const user = id === null || id === undefined ? undefined : await findUser(db, id);
  return user?.status === 'invited' ? user : undefined;
};
