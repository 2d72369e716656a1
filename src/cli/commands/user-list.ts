import * as z from 'zod';
import { createAccounts } from '../../server/sign-in/accounts.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';

export const userList = command({
  name: 'user list',
  what: 'Lists the accounts, their roles and whether they can sign in.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: (_, environment) =>
    withClinic(environment, async (clinic) => {
      const accounts = await createAccounts(clinic, commandLine).list();
      if (accounts.length === 0) return done('There is no account yet.');
      return done(
        ...accounts.map(({ status, signInName, roles, name }) =>
          [status.padEnd(8), signInName.padEnd(30), roles.join(',').padEnd(34), name].join('  '),
        ),
      );
    }),
});
