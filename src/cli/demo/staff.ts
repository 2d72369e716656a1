import { randomUUID } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';
import type { Reader } from '../../server/reviews/reader.ts';
import { createAccounts } from '../../server/sign-in/accounts.usecases.ts';
import { asTyped } from '../../server/sign-in/password.ts';
import { hashPassword } from '../../server/sign-in/password-hash.ts';
import { findUserByName, isThereAnyUser } from '../../server/sign-in/sign-in.repository.ts';
import { hashOf, newToken } from '../../server/sign-in/token.ts';
import { insertPreparedUser, nameIndex, prepareUser } from '../../server/sign-in/users.ts';
import type { Role } from '../../submission/staff-wire.ts';
import { type Clinic, commandLine } from '../clinic.ts';
import type { Colleague } from './deeds.ts';

type Needs = Pick<Clinic, 'store' | 'vault' | 'audit' | 'clock' | 'publicUrl'>;

const people: Readonly<Record<Colleague, { readonly name: string; readonly roles: readonly Role[] }>> = {
  ana: { name: 'Ana Reyes, RN', roles: ['clinician'] },
  ben: { name: 'Ben Osei, MD', roles: ['clinician'] },
  kiri: { name: 'Kiri Walker, NP', roles: ['clinician'] },
  dee: { name: 'Dee Park', roles: ['frontDesk'] },
};

/** Whoever looks at the demonstration. */
const visitor = {
  name: 'Demonstration visitor',
  signInName: 'visitor@clinic.example',
  roles: ['administrator', 'clinician'],
} as const;

/**
 * The link with which whoever looks at the demonstration signs in, where nobody can yet: the invented staff have
 * accounts, so the server prints no link for a first one any more.
 */
export const inviteVisitor = async (clinic: Needs): Promise<string | undefined> => {
  if (await clinic.store.inTransaction(isThereAnyUser)) return undefined;
  const link = await createAccounts(clinic, commandLine).add(visitor);
  return link.ok ? link.value : undefined;
};

/** The invented staff, as those who read and write. Nobody knows the password of their accounts: it was never written down. */
export const hireStaff = async (
  { store, vault, audit }: Pick<Needs, 'store' | 'vault' | 'audit'>,
  clock: Clock,
): Promise<Readonly<Record<Colleague, Reader>>> => {
  const passwordHash = await hashPassword(asTyped(newToken()));
  const hire = async (key: Colleague): Promise<Reader> => {
    const { name, roles } = people[key];
    const signInName = `${key}@clinic.example`;
    const prepared = prepareUser(vault, {
      id: randomUUID(),
      profile: { name, signInName },
      roles,
      passwordHash,
      now: clock.now().getTime(),
    });
    const userId = await store.inTransaction(async (tx) => {
      const known = await findUserByName(tx, nameIndex(vault, signInName));
      if (known !== undefined) return known.id;
      await insertPreparedUser(tx, prepared);
      await audit.append(tx, {
        actor: commandLine,
        action: 'user.create',
        object: { type: 'user', id: prepared.row.id },
        fields: ['roles', 'profile'],
        reason: 'invented-people',
      });
      return prepared.row.id;
    });
    const sessionHash = hashOf(newToken());
    return {
      userId,
      sessionHash,
      seesAnswers: roles.includes('clinician'),
      act: {
        actor: { kind: 'staff', userId, roles, sessionHash },
        requestId: randomUUID(),
        addressClass: 'private',
      },
    };
  };
  return { ana: await hire('ana'), ben: await hire('ben'), kiri: await hire('kiri'), dee: await hire('dee') };
};
