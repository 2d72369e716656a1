import * as z from 'zod';
import { createRetention, type Due } from '../../server/retention/retention.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';

export const purge = command({
  name: 'purge',
  what: 'Takes away what may not be kept any longer; the running server does the same four times an hour.',
  example: '--dry-run',
  options: { 'dry-run': { type: 'boolean', what: 'only says what would go' } },
  given: z.strictObject({ 'dry-run': z.boolean().default(false) }),
  run: ({ 'dry-run': isRehearsal }, environment) =>
    withClinic(environment, async (clinic) => {
      const retention = createRetention(clinic, commandLine);
      const { submissionYears } = clinic.settings.retention;
      const kept =
        submissionYears === undefined
          ? 'Closed cases are kept: retention.submissionYears is not set.'
          : `Closed cases are kept for ${submissionYears} years.`;
      return isRehearsal
        ? done(`Would go: ${inWords(await retention.due())}. Nothing was changed.`, kept)
        : done(`Gone: ${inWords(await retention.purge())}.`, kept);
    }),
});

const inWords = ({ drafts, submissions, alerts, tombstones }: Due): string =>
  `${drafts} expired drafts, ${submissions} closed cases, ${alerts} alerts without a case, ${tombstones} marks of drafts that ended two years ago`;
