import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { temporaryFolder } from '../db/store.fixture.ts';
import { type BuiltPages, findBuiltPages } from './built-pages.ts';

const files: Readonly<Record<string, string>> = {
  'index.html':
    '<script type="module" crossorigin src="/assets/first-press-Bx3kQ9.js"></script><style data-of="/assets/a.css">p{color:red}</style><title>patient</title>',
  'clinic.html': '<title>portal</title>',
  'favicon.svg': '<svg/>',
  '.vite/manifest.json': '{}',
  'assets/app-Bx3kQ9.js': 'export const patient = 1;',
  'package.json': '{"type":"module"}',
  'server/prerender.js': `export const drawPage = async (template, { path, locale, clinic }) =>
    [template, path, locale, clinic.name, clinic.today].join(' ');`,
};

/** A build in small: each page says what it was drawn from. */
export const temporaryBuild = async (): Promise<BuiltPages> => {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), text);
    if (!name.startsWith('server')) writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text));
  }
  const built = await findBuiltPages(dir);
  if (built === undefined) throw new Error('The build was not found.');
  return built;
};
