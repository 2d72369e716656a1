import * as z from 'zod';
import { isThereAnySubmission } from '../../server/submissions/submissions.repository.ts';
import { readSettings, withClinic } from '../clinic.ts';
import { command, done, Refused } from '../command.ts';
import { fill } from '../demo/fill.ts';
import { pastWeeks } from '../demo/happenings.ts';

const MOST = 20_000;
const wholeNumber = (least: number, most: number, byDefault: number) => {
  const words = `a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words).default(byDefault);
};

export const demo = command({
  name: 'demo',
  what: 'Fills an empty demonstration clinic with invented people, to see a working portal.',
  example: '--submissions 200 --seed 7',
  options: {
    submissions: { type: 'string', what: `how many forms, at most ${MOST}; 200 unless given` },
    seed: { type: 'string', what: 'another seed, other people; 1 unless given' },
    yes: { type: 'boolean', what: 'also where there are submissions already' },
  },
  given: z.strictObject({
    submissions: wholeNumber(1, MOST, 200),
    seed: wholeNumber(0, 4_294_967_295, 1),
    yes: z.boolean().default(false),
  }),
  run: async ({ submissions, seed, yes }, environment) => {
    if (!readSettings(environment).clinic.demonstration) {
      throw new Refused('CLINIC_FILE is set: invented people have no place in a real clinic.');
    }
    return withClinic(
      environment,
      async (clinic) => {
        if (!yes && (await isThereAnySubmission(clinic.store.db()))) {
          throw new Refused(
            'There are submissions here already. Add --yes to put invented people beside them.',
          );
        }
        const happenings = pastWeeks({ submissions, seed }, clinic.clock.now());
        await fill(clinic, happenings);
        return done(
          `${submissions} forms of invented people and ${happenings.length - submissions} alerts without a form were received.`,
          'Look at them in the portal: npm start, then open the link that it prints.',
        );
      },
      'new too',
    );
  },
});
