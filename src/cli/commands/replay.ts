import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { clinicPackOf, wrongIn } from '../../screening/clinic-pack-of.ts';
import { pack } from '../../screening/pack.ts';
import { packVersions, releasedPack } from '../../screening/released-packs.ts';
import { rulesVersion } from '../../screening/rules.ts';
import { createReplays, replayOf, rulesOfToday } from '../../server/replays/replays.usecases.ts';
import { clinicRulesSchema } from '../../settings/clinic-rules.ts';
import type { Settings } from '../../settings/settings.ts';
import { readReference } from '../../submission/reference.ts';
import type { OtherRules } from '../../submission/replay.ts';
import { type Clinic, commandLine, withClinic } from '../clinic.ts';
import { command, done, type Outcome, Refused } from '../command.ts';
import { linesOfCase, newTally } from '../replay/words.ts';

export const replay = command({
  name: 'replay',
  what: 'Evaluates submissions again: under the rules of their day, and under today’s or another pack; ends with 1 where the rules of their day give another result.',
  example: '--all --pack 2026-11-22',
  options: {
    ref: { type: 'string', what: 'the reference of one submission; the word alone will do' },
    all: { type: 'boolean', what: 'every submission: counts, and the ids of those that differ' },
    pack: {
      type: 'string',
      what: `compare with this instead of today’s: ${['today', ...packVersions].join(', ')}, or a file of clinic’s own rules`,
    },
  },
  plain: 'ref',
  given: z.union(
    [
      z.strictObject({ ref: z.string(), pack: z.string().optional() }),
      z.strictObject({ all: z.literal(true), pack: z.string().optional() }),
    ],
    { error: 'name one reference, or all' },
  ),
  run: (given, environment) =>
    withClinic(environment, (clinic) => {
      const other = otherRules(given.pack, clinic.settings);
      return 'ref' in given ? replayOne(clinic, given.ref, other) : replayAll(clinic, other);
    }),
});

interface Named extends OtherRules {
  /** As the lines call it. */
  readonly name: string;
}

function otherRules(named: string | undefined, settings: Settings): Named {
  if (named === undefined || named === 'today')
    return { ...rulesOfToday(settings), name: `today’s rules (${rulesVersion})` };
  const released = releasedPack(named);
  if (released) return { pack: released, clinic: clinicPackOf(settings.clinicRules), name: `rules ${named}` };
  return {
    pack,
    clinic: clinicRulesIn(named),
    name: `rules ${rulesVersion} with the clinic’s own in ${named}`,
  };
}

function clinicRulesIn(file: string): OtherRules['clinic'] {
  const parsed = clinicRulesSchema.safeParse(jsonIn(file));
  if (!parsed.success)
    throw new Refused(
      [`${file} does not hold a clinic’s own rules:`, ...parsed.error.issues.map(lineOfIssue)].join('\n'),
    );
  const wrong = wrongIn(parsed.data);
  if (wrong.length > 0)
    throw new Refused(
      [`${file} does not fit:`, ...wrong.map(({ path, reason }) => `  - ${path}: ${reason}`)].join('\n'),
    );
  return clinicPackOf(parsed.data);
}

const lineOfIssue = ({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): string => `  - ${path.join('.') || 'the file'}: ${message}`;

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refused(
      error instanceof SyntaxError
        ? `${file} is not JSON.`
        : `There is no released pack and no file of that name: ${file}. Released: ${packVersions.join(', ')}.`,
    );
  }
}

async function replayOne(clinic: Clinic, ref: string, other: Named): Promise<Outcome> {
  const reference = readReference(ref);
  if (reference === undefined) throw new Refused(`This is no reference: ${ref}. One looks like KX7-4M2.`);
  const found = await createReplays(clinic).find({ reference }, { actor: commandLine });
  if (found.kind === 'notFound') throw new Refused(`There is no submission with the reference ${reference}.`);
  const replayed = replayOf(found.open(), other);
  return {
    lines: linesOfCase(replayed, other.name),
    code: replayed.stored.kind === 'identical' ? 0 : 1,
  };
}

async function replayAll(clinic: Clinic, other: Named): Promise<Outcome> {
  const tally = newTally(other.name);
  for await (const page of createReplays(clinic).all({ actor: commandLine }))
    for (const one of page)
      tally.add(one.id, one.kind === 'opened' ? replayOf(one.frozen, other) : undefined);
  return tally.isSound() ? done(...tally.lines()) : { lines: tally.lines(), code: 1 };
}
