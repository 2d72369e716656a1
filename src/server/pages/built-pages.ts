import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../lib/locale.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';

/** A page of the patient's app as ready HTML. It comes with the build, since the server itself draws nothing. */
export type DrawPage = (
  template: string,
  page: { readonly path: string; readonly locale: Locale; readonly clinic: PublicSettings },
) => Promise<string>;

/** What `npm run build` leaves: files for the browser, and the program that draws pages for one clinic. */
export interface BuiltPages {
  readonly dir: string;
  readonly drawPage: DrawPage;
}

/** The build in a folder, or `undefined` where there is none yet. */
export const findBuiltPages = async (dir: string): Promise<BuiltPages | undefined> => {
  const drawer = join(dir, 'server', 'prerender.js');
  if (![join(dir, 'index.html'), join(dir, 'clinic.html'), drawer].every(existsSync)) return undefined;
  const module: unknown = await import(pathToFileURL(drawer).href);
  if (!drawsPages(module)) throw new Error('The build has no drawPage. Run: npm run build');
  return { dir, drawPage: module.drawPage };
};

const drawsPages = (module: unknown): module is { readonly drawPage: DrawPage } =>
  typeof module === 'object' &&
  module !== null &&
  'drawPage' in module &&
  typeof module.drawPage === 'function';
