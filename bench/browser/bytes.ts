/** What a file weighs on the wire in brotli, whoever serves it. */
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { brotli } from './build.ts';

const inBrotli = (url: string) =>
  new Promise<{ body: Buffer; encoding: string | undefined; type: string }>((resolve, reject) => {
    request(
      url,
      { agent: false, headers: { 'accept-encoding': 'br', accept: 'text/html,*/*' } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            body: Buffer.concat(parts),
            encoding: response.headers['content-encoding'],
            type: response.headers['content-type'] ?? '',
          }),
        );
      },
    )
      .on('error', reject)
      .end();
  });

/** Script and style that stand in the document itself; data in it is neither. */
const inlineIn = (html: string): string =>
  [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)]
    .filter(([, , attributes = '']) => !/\bsrc=|application\/json/.test(attributes))
    .map(([, , , text = '']) => text)
    .join('\n');

const known = new Map<string, number>();

/** JavaScript and CSS alone. */
export async function codeBytes(url: string): Promise<number> {
  const before = known.get(url);
  if (before !== undefined) return before;
  const found = await weigh(url);
  known.set(url, found);
  return found;
}

async function weigh(url: string): Promise<number> {
  const { body, encoding, type } = await inBrotli(url);
  const isCode = /javascript|css/.test(type);
  if (!isCode && !type.includes('html')) return 0;
  if (isCode && encoding === 'br') return body.length;
  const text = encoding === 'br' ? brotliDecompressSync(body) : body;
  const code = isCode ? text : Buffer.from(inlineIn(text.toString()));
  return code.length > 0 ? brotli(code).length : 0;
}
