import { resolve } from 'node:path';

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Comes before all others and alone. */
export const FIRST_PRESS = 'src/patient/shell/first-press.ts';
const START = resolve('src/patient/main.tsx');
/** Fetched together, with the first answer. */
export const FORM = ['form.tsx', 'first-answer.ts'].map((file) => resolve('src/patient/form', file));
/** The portal shares the first file, and must not be dressed as the patient's pages are. */
const OWN_STYLE = /\/patient\/.*\.css$/;

/** All that comes with some modules at once, themselves apart. */
function allWith(modules: Modules, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
    }
  };
  for (const root of roots) visit(root);
  return seen;
}

/**
 * What the start page needs travels in one file, and so does what the form needs behind it. Cut along what other pages
 * share they would be thirty each, and on a far line every few of them cost a way there and back.
 */
export function inFewFiles(): (id: string, modules: Modules) => string | null {
  let groups: Readonly<Record<'first' | 'form', ReadonlySet<string>>> | undefined;
  return (id, modules) => {
    groups ??= { first: allWith(modules, [START]), form: allWith(modules, FORM) };
    if (id.endsWith(FIRST_PRESS)) return 'first-press';
    if (OWN_STYLE.test(id)) return null;
    if (groups.first.has(id)) return 'first';
    return groups.form.has(id) ? 'form-parts' : null;
  };
}
