import * as z from 'zod';
import { createAccounts } from '../../server/sign-in/accounts.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { linkLines, name, orRefuse, roleList, signIn, signInOption } from './account-options.ts';

export const userAdd = command({
  name: 'user add',
  what: 'Makes an account and prints a link through which the person chooses their own password.',
  example: '--name "Ana Reyes" --sign-in ana@clinic.example --roles clinician,frontDesk',
  options: {
    name: { type: 'string', what: 'as colleagues see it' },
    'sign-in': signInOption,
    roles: { type: 'string', what: 'clinician, frontDesk, administrator' },
  },
  given: z.strictObject({ name, 'sign-in': signIn, roles: roleList }),
  run: (given, environment) =>
    withClinic(environment, async (clinic) => {
      const { name: shown, 'sign-in': signInName, roles } = given;
      const link = orRefuse(
        await createAccounts(clinic, commandLine).add({ name: shown, signInName, roles }),
      );
      return done(...linkLines(link));
    }),
});
