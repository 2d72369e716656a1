import * as z from 'zod';
import { isThereAnySubmission } from '../../server/submissions/submissions.repository.ts';
import { readSettings, withClinic } from '../clinic.ts';
import { command, done, Refused } from '../command.ts';
import { fill } from '../demo/fill.ts';
import { pastWeeks } from '../demo/happenings.ts';
import { inviteVisitor } from '../demo/staff.ts';

const MOST = 20_000;
const wholeNumber = (least: number, most: number, byDefault: number) => {
  const words = `a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words).default(byDefault);
};

export const demo = command({
  name: 'demo',
  what: 'Fills an empty demonstration clinic with twelve invented weeks, to see a working portal.',
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
      throw new Refused(
        'CLINIC_FILE names a real clinic: invented people have no place in it. To try its settings, write "demonstration": true into a copy of the file, and give it folders of its own.',
      );
    }
    return withClinic(
      environment,
      async (clinic) => {
        if (!yes && (await isThereAnySubmission(clinic.store.db()))) {
          throw new Refused(
            'There are submissions here already. Add --yes to put invented people beside them.',
          );
        }
        const deeds = pastWeeks({ submissions, seed }, clinic.clock.now(), clinic.settings);
        const link = await inviteVisitor(clinic);
        await fill(clinic, deeds);
        const alerts = deeds.filter((deed) => deed.does === 'alert' && deed.form === undefined).length;
        const words = [
          `${submissions} forms and ${alerts} alerts without a form came from invented people, and invented staff worked on them.`,
        ];
        return link === undefined
          ? done(...words, 'Sign in to the portal to see them.')
          : done(
              ...words,
              'When the server runs (npm start), open this link. It works once, for a day, and lets you in as a clinician:',
              link,
            );
      },
      'new too',
    );
  },
});
