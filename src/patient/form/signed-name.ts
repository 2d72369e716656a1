/** The parts of a name as they are compared: without case, accents and punctuation. */
const partsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}]/gu, '')
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean);

/**
 * Whether a signature can be of the same person: every part of the name given before is in it. Middle names, accents,
 * case and order do not matter.
 *
 * @example isSameName('ana maría RUIZ', 'Ana Ruiz') // true
 */
export function isSameName(typed: string, given: string): boolean {
  const signed = partsOf(typed);
  const together = signed.join('');
  const before = partsOf(given);
  return before.length === 0 || before.every((part) => signed.includes(part)) || together === before.join('');
}
