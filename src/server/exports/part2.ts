import type { Settings } from '../../settings/settings.ts';

/** The short notice of 42 CFR 2.32(a)(2) as it stands since 2024: it goes with each disclosure of a Part 2 record. */
export const PART_2_NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

const substanceKeys = new Set([
  'auditc',
  'drugUse',
  'drugsUsed',
  'sudCurrent',
  'sudPast',
  'ketamineMisuse',
  'opioidTreatment',
]);

interface Line {
  /** A question's key, with the number of an item behind it: `auditc[0]`. */
  readonly key: string;
  readonly state: string;
}

/** The notice, where the clinic is a Part 2 programme and what leaves holds an answer on substances. */
export const part2Notice = (
  { part2Programme }: Pick<Settings, 'part2Programme'>,
  lines: readonly Line[],
): string | undefined =>
  part2Programme &&
  lines.some(({ key, state }) => state !== 'blank' && substanceKeys.has(key.replace(/\[.*/, '')))
    ? PART_2_NOTICE
    : undefined;
