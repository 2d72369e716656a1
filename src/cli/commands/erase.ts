import * as z from 'zod';
import { createErasureKeeper } from '../../server/retention/erasure-keeper.ts';
import { createRetention, erasureReasons } from '../../server/retention/retention.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { orRefuseCase, referenceOption } from './one-case.ts';

const reasons = erasureReasons.join(', ');

export const erase = command({
  name: 'erase',
  what: 'Erases a case for good: its answers, alerts, notes and messages, and the key they are encrypted with.',
  example: 'KX7-4MZ --reason patient-asked',
  plain: 'reference',
  options: {
    reference: referenceOption,
    reason: { type: 'string', what: `one of: ${reasons}` },
  },
  given: z.strictObject({
    reference: z.string('the reference is needed'),
    reason: z.enum(erasureReasons, `one of: ${reasons}`),
  }),
  run: ({ reference, reason }, environment) =>
    withClinic(environment, async (clinic) => {
      const outcome = await createRetention(clinic, commandLine).erase(reference, reason);
      await createErasureKeeper({ ...clinic, auditDir: clinic.config.auditDir }).keep();
      const { alerts } = orRefuseCase(outcome, 'It was erased before.');
      return done(
        `The case is erased, ${alerts} alerts with it. Backups lose it as they age; a restored one erases it again.`,
      );
    }),
});
