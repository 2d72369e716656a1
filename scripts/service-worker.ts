import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** What a chunk needs beside itself, as vite notes it. */
const besides = (chunk: Rolldown.OutputChunk): readonly string[] => {
  const noted = chunk.viteMetadata;
  return [...(noted?.importedCss ?? []), ...(noted?.importedAssets ?? [])];
};

/** Everything that the patient's entry can ever ask for; nothing of the portal. */
function filesOf(bundle: Bundle, entry: string): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string) => {
    const chunk = bundle[file];
    if (found.has(file) || chunk?.type !== 'chunk') return;
    found.add(file);
    for (const beside of besides(chunk)) found.add(beside);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next);
  };
  for (const [file, chunk] of Object.entries(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith(entry)) follow(file);
  for (const file of Object.keys(bundle)) if (file.endsWith('.woff2')) found.add(file);
  return [...found].sort();
}

/** Writes `sw.js` with the list of what it holds; another build is another version. */
export const serviceWorker = (source: string, entry: string): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      if (this.environment.name !== 'client') return;
      const files = filesOf(bundle, entry).map((file) => `/${file}`);
      const written = readFileSync(fileURLToPath(new URL(source, import.meta.url)), 'utf8');
      // A module for the type checker alone: browsers run it as a classic script.
      const code = stripTypeScriptTypes(written.replace('export {};', ''));
      const version = createHash('sha256')
        .update(JSON.stringify([files, code]))
        .digest('hex')
        .slice(0, 12);
      const constants = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `${constants}${code}` });
    },
  },
});
