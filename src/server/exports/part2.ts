import type { Settings } from '../../settings/settings.ts';
import type { Answers, Key } from '../../steps/catalog.ts';

/** The short notice of 42 CFR 2.32(a)(2), verbatim: it goes with each disclosure of a Part 2 record. */
export const PART_2_NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

const substanceKeys: readonly Key[] = [
  'auditc',
  'drugUse',
  'drugsUsed',
  'sudCurrent',
  'sudPast',
  'ketamineMisuse',
  'opioidTreatment',
];

/** The notice, where the clinic is a Part 2 programme and what leaves holds an answer on substances. */
export const part2Notice = (
  { part2Programme }: Pick<Settings, 'part2Programme'>,
  answered: Pick<Answers, Key> | ReadonlySet<string>,
): string | undefined => {
  const isHeld = (key: Key) =>
    answered instanceof Set ? answered.has(key) : (answered as Answers)[key] !== undefined;
  return part2Programme && substanceKeys.some(isHeld) ? PART_2_NOTICE : undefined;
};
