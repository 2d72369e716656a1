import { badRequest, Problem, unprocessable } from './problem.ts';

/** What may come in at all. A body beyond it is refused before any schema reads it. */
export const caps = {
  bodyBytes: 256 * 1_024,
  urlLength: 2_048,
  depth: 20,
  keys: 2_000,
  listLength: 500,
  text: 4_000,
  freeText: 10_000,
} as const;

const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a JSON body within the caps, or throws the problem with the path of what is wrong. */
export const readJson = (bytes: Uint8Array, longestText: number = caps.text): unknown => {
  refuseDeepOrWide(bytes);
  const value = parse(decode(bytes));
  inspect(value, '', longestText);
  return value;
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badRequest('not-utf-8', 'Send JSON in UTF-8.');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('not-json', 'Send JSON.');
  }
};

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;

/** One pass over the bytes, no memory: a body of brackets costs nothing. */
const refuseDeepOrWide = (bytes: Uint8Array): void => {
  let depth = 0;
  let keys = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === COLON) keys += 1;
    else if (isOpening(byte)) depth += 1;
    else if (isClosing(byte)) depth -= 1;
    if (depth > caps.depth) throw tooLarge('too-deep', `Nothing may be nested more than ${caps.depth} deep.`);
    if (keys > caps.keys) throw tooLarge('too-many-keys', `No more than ${caps.keys} keys.`);
  }
};

const inspect = (value: unknown, path: string, longestText: number): void => {
  if (typeof value === 'string') {
    inspectText(value, path, longestText);
  } else if (Array.isArray(value)) {
    if (value.length > caps.listLength) {
      throw tooLarge('list-too-long', `No more than ${caps.listLength} entries in a list.`, path);
    }
    for (const [index, item] of value.entries()) inspect(item, `${path}[${index}]`, longestText);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (FORBIDDEN_NAMES.has(key)) throw badRequest('forbidden-name', 'This name may not be used.', path);
      inspectText(key, path, caps.text);
      inspect(item, joinPath(path, key), longestText);
    }
  }
};

const inspectText = (text: string, path: string, longest: number): void => {
  // Code units are never fewer than code points, so most texts need no counting.
  if (text.length > longest && (text.length > 2 * longest || [...text].length > longest)) {
    throw unprocessable(
      'text-too-long',
      `No more than ${longest} characters fit here. Make it shorter.`,
      path,
    );
  }
  if (!text.isWellFormed() || text.includes('\0')) {
    throw badRequest(
      'forbidden-character',
      'A character in this text cannot be stored. Type it again.',
      path,
    );
  }
};

const tooLarge = (code: string, detail: string, path?: string): Problem =>
  new Problem({
    status: 413,
    code,
    title: 'This is more than fits',
    detail,
    ...(path === undefined ? {} : { path }),
  });

const LONGEST_NAME_SHOWN = 60;

/** `answers` and `sbp` to `answers.sbp`. A name of the sender's is cut short: it is shown, and may be in a log. */
export const joinPath = (path: string, key: string): string => {
  const shown = key.slice(0, LONGEST_NAME_SHOWN).toWellFormed();
  return path === '' ? shown : `${path}.${shown}`;
};
