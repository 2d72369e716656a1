import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const manifest = z.record(z.string(), chunk);
/** What Vite built: each chunk, what it imports at once, and what it fetches when it is needed. */
export type Manifest = z.infer<typeof manifest>;

export const builtManifest = (): Manifest =>
  manifest.parse(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')));

/** The files that come with some chunks: at once, or with all that they may fetch later. */
export function filesOf(
  built: Manifest,
  entries: readonly string[],
  when: 'atOnce' | 'inAll',
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const found = built[name];
    if (!found) throw new Error(`the build has no ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of found.imports) visit(next);
    if (when === 'inAll') for (const next of found.dynamicImports) visit(next);
  };
  for (const entry of entries) visit(entry);
  return new Set([...seen].flatMap((name) => [built[name]?.file ?? '', ...(built[name]?.css ?? [])]));
}

/** Bytes on the wire, as brotli. */
export const weightOf = (files: ReadonlySet<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(join('dist', `${file}.br`)).size, 0);
