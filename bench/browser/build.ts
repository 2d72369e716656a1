/** Builds the contenders as anybody would for production, with a brotli copy of every file. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { askedPages, watchedNames } from './asked.ts';
import { plainPage } from './peers/plain/page.ts';
import { survey } from './peers/surveyjs/survey.ts';
import { deviceQuestion, startHtml } from './start-page.ts';

const sources = 'bench/browser/peers';

export const brotli = (source: Buffer): Buffer =>
  brotliCompressSync(source, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
    },
  });

export type Peer = 'plain' | 'hook-form' | 'surveyjs';

/** The form as data, for the contenders that draw it themselves. */
const formData = (form: object): Plugin => ({
  name: 'form-data',
  resolveId: (id) => (id === 'virtual:form' ? '\0form' : null),
  load: (id) => (id === '\0form' ? `export default ${JSON.stringify(form)}` : null),
});

async function buildApp(peer: Peer, form: object, outDir: string): Promise<void> {
  await build({
    root: join(sources, peer),
    configFile: false,
    logLevel: 'warn',
    plugins: [formData(form)],
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_000 },
  });
}

/** The hand-written script and style, minified, inside of the one document. */
async function buildPlain(outDir: string): Promise<void> {
  const built = await build({
    root: join(sources, 'plain'),
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', rolldownOptions: { input: join(sources, 'plain/plain.js') } },
  });
  if (!('output' in built)) throw new Error('The plain page was not built');
  const script = built.output.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  const style = built.output.flatMap((one) =>
    one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
  );
  if (script.length !== 1 || style.length !== 1)
    throw new Error('The plain page is one script and one style');
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'index.html'), plainPage(script.join(''), style.join('')));
}

/** @returns the folder to serve */
export async function buildPeer(peer: Peer): Promise<string> {
  const outDir = join(process.cwd(), '.cache/bench', peer);
  rmSync(outDir, { recursive: true, force: true });
  if (peer === 'plain') await buildPlain(outDir);
  else if (peer === 'surveyjs') await buildApp(peer, survey, outDir);
  else
    await buildApp(
      peer,
      { pages: askedPages, watched: watchedNames, start: startHtml, device: deviceQuestion },
      outDir,
    );
  for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    const file = join(outDir, name);
    if (statSync(file).isFile()) writeFileSync(`${file}.br`, brotli(readFileSync(file)));
  }
  return outDir;
}
