import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = 'docs/generated';

/** What stands in `docs/generated`, to compare with what the code makes of it now. */
export const readGenerated = (name: string): string => readFileSync(join(folder, name), 'utf8');

export function writeGenerated(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** Whether the file was started by itself rather than imported. */
export const isDirectRun = (url: string): boolean =>
  process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === url;
