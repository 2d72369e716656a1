/**
 * One text for one JSON value, as RFC 8785 has it: the order of keys does not matter, the order of lists does. What
 * is `undefined` is not there. Two values are the same exactly when these are equal, and so are their hashes.
 *
 * @example canonicalJson({ b: 1, a: [2, null] }) // '{"a":[2,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}
