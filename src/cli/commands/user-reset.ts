import * as z from 'zod';
import { createAccounts } from '../../server/sign-in/accounts.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { linkLines, orRefuse, signIn, signInOption } from './account-options.ts';

export const userReset = command({
  name: 'user reset',
  what: 'Voids password and second factor, ends sessions and prints a link to begin anew; also for a disabled account.',
  example: '--sign-in ana@clinic.example',
  options: { 'sign-in': signInOption },
  given: z.strictObject({ 'sign-in': signIn }),
  run: (given, environment) =>
    withClinic(environment, async (clinic) =>
      done(
        ...linkLines(
          orRefuse(await createAccounts(clinic, commandLine).reset({ signInName: given['sign-in'] })),
        ),
      ),
    ),
});
