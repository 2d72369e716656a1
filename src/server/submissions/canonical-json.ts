/**
 * One text for one value: the order of keys does not matter, the order of lists does. Two bodies are the same
 * submission exactly when these are equal.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // A list of pairs: an object would put keys such as "1" in an order of its own.
  return { entries: entries.map(([key, part]) => [key, ordered(part)]) };
};
