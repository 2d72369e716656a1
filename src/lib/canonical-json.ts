/**
 * One text for one JSON value, as RFC 8785 has it: the order of keys does not matter, the order of lists does. What
 * is `undefined` is not there. Two values are the same exactly when these are equal, and so are their hashes.
 *
 * @example canonicalJson({ b: 1, a: [2, null] }) // '{"a":[2,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const part = value[key];
    if (part !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
