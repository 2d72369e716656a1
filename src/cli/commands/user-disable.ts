import * as z from 'zod';
import { createAccounts } from '../../server/sign-in/accounts.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { orRefuse, signIn, signInOption } from './account-options.ts';

export const userDisable = command({
  name: 'user disable',
  what: 'Ends an account: nobody signs in with it, and who is signed in is out at once.',
  example: '--sign-in ana@clinic.example',
  options: { 'sign-in': signInOption },
  given: z.strictObject({ 'sign-in': signIn }),
  run: (given, environment) =>
    withClinic(environment, async (clinic) => {
      orRefuse(await createAccounts(clinic, commandLine).disable({ signInName: given['sign-in'] }));
      return done('The account is disabled. `user reset` would bring it back.');
    }),
});
