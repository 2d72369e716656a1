import { failed, ok, type Result } from '../lib/result.ts';
import { linesOf } from './lines.ts';

type Parsed = Result<unknown, 'notJson'>;

/**
 * Reads cases, one JSON text a line, as they come; or, where the input begins with `[`, all of one JSON list. A line
 * that is not JSON is handed on as such, the others are still read. Blank lines and a byte order mark are nothing.
 */
export async function* jsonCases(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Parsed> {
  let first = true;
  let list: Uint8Array[] | undefined;
  for await (const line of linesOf(chunks)) {
    if (list) {
      list.push(line);
      continue;
    }
    const text = textOf(line);
    if (text === '') continue;
    if (first && text?.startsWith('[')) list = [line];
    else yield parsed(text);
    first = false;
  }
  if (list) yield* listOrLines(list);
}

function* listOrLines(lines: readonly Uint8Array[]): Generator<Parsed> {
  const whole = parsed(textOf(Buffer.concat(lines.flatMap((line) => [line, newline]))));
  if (whole.ok && Array.isArray(whole.value)) yield* whole.value.map(ok);
  else
    yield* lines
      .map(textOf)
      .filter((text) => text !== '')
      .map(parsed);
}

const newline = Buffer.from('\n');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text without space around it; `undefined` where the bytes are not UTF-8. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes).trim();
  } catch {
    return undefined;
  }
};

const parsed = (text: string | undefined): Parsed => {
  if (text === undefined) return failed('notJson');
  try {
    return ok(JSON.parse(text));
  } catch {
    return failed('notJson');
  }
};
