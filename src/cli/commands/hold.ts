import * as z from 'zod';
import { createRetention } from '../../server/retention/retention.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { orRefuseCase, referenceOption } from './one-case.ts';

export const hold = command({
  name: 'hold',
  what: 'Keeps a case from being erased, by purge or by hand, until the hold is released.',
  example: 'KX7-4MZ',
  plain: 'reference',
  options: {
    reference: referenceOption,
    release: { type: 'boolean', what: 'ends the hold' },
  },
  given: z.strictObject({
    reference: z.string('the reference is needed'),
    release: z.boolean().default(false),
  }),
  run: ({ reference, release }, environment) =>
    withClinic(environment, async (clinic) => {
      const retention = createRetention(clinic, commandLine);
      if (release) {
        orRefuseCase(await retention.release(reference), 'This case is not on hold.');
        return done('The hold is released. The case goes when its years are over.');
      }
      orRefuseCase(await retention.hold(reference), 'This case is on hold already.');
      return done('The case is on hold: nothing erases it.');
    }),
});
