import * as z from 'zod';
import type { Result } from '../../lib/result.ts';
import type { AccountProblem } from '../../server/sign-in/accounts.usecases.ts';
import { roles } from '../../submission/staff-wire.ts';
import { Refused } from '../command.ts';

const text = (needed: string) => z.string(needed).trim().min(1, needed).max(100, 'at most 100 characters');

export const name = text('the name that colleagues see is needed');
export const signIn = text('the e-mail or user name that the person signs in with is needed');

const someRoles = `one or more of ${roles.join(', ')}, with commas between them`;
export const roleList = z
  .string(someRoles)
  .transform((given) => given.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles, someRoles)));

export const signInOption = { type: 'string', what: 'the e-mail or user name of the account' } as const;

const reasons: Readonly<Record<AccountProblem, string>> = {
  unknown: 'There is no account with this sign-in name. `user list` shows them.',
  'name-taken': 'There is an account with this sign-in name. `user reset` gives it a new link.',
  'first-must-be-administrator':
    'There is no account yet. The first is made through the link that the server prints at its start, or here with --roles administrator.',
  'last-administrator':
    'This is the last administrator who can sign in. Make another one first; they count once they have chosen a password.',
  'already-disabled': 'This account is disabled already.',
  'not-disabled': 'This account is not disabled.',
};

export const orRefuse = <T>(result: Result<T, AccountProblem>): T => {
  if (result.ok) return result.value;
  throw new Refused(reasons[result.error]);
};

/** How a link is handed over. */
export const linkLines = (link: string): readonly string[] => [
  'Give this link to the person, and to nobody else. It works once, for 24 hours:',
  `  ${link}`,
];
