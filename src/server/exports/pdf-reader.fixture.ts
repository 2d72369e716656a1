import { inflateSync } from 'node:zlib';

/**
 * Reads the text of a PDF of ours back through each font's own table of characters, as a screen reader does: what is
 * not in that table cannot be copied, searched or read aloud.
 */
export const textOfPdf = (file: Buffer): string => {
  const objects = objectsOf(file);
  const tables = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, { head }] of objects) {
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    const table = toUnicode === undefined ? undefined : objects.get(toUnicode)?.stream;
    if (table !== undefined) tables.set(id, charactersOf(table));
  }
  const names = new Map<string, string>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) if (name && id) names.set(name, id);
  }
  return [...objects.values()]
    .filter(({ stream }) => stream?.includes(' Tf'))
    .map(({ stream = '' }) => shownIn(stream, (font) => tables.get(names.get(font) ?? '')))
    .join('\n');
};

interface PdfObject {
  readonly head: string;
  readonly stream: string | undefined;
}

const objectsOf = (file: Buffer): ReadonlyMap<string, PdfObject> => {
  const raw = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id = '', content = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', body] = content.split(/\nstream\n/);
    const stream = body?.replace(/\nendstream$/, '');
    const isPacked = head.includes('/FlateDecode');
    objects.set(id, {
      head,
      stream:
        stream !== undefined && isPacked
          ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
          : stream,
    });
  }
  return objects;
};

const fromHex = (hex: string): string =>
  Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

const charactersOf = (table: string): ReadonlyMap<string, string> => {
  const characters = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16);
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      characters.set((start + index).toString(16).padStart(4, '0'), fromHex(hex));
    }
  }
  return characters;
};

const shownIn = (
  stream: string,
  tableOf: (font: string) => ReadonlyMap<string, string> | undefined,
): string => {
  let table: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) table = tableOf(font);
    if (shown === undefined) continue;
    for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]*)>/gi)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += table?.get(glyph.toLowerCase()) ?? '\ufffd';
    }
    text += '\n';
  }
  return text;
};

/** Lines are broken where a page is wide enough, so texts are compared without their spaces. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
