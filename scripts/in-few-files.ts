import { dirname, resolve } from 'node:path';

interface Modules {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

/** Comes before all others and alone. */
export const FIRST_PRESS = 'src/patient/shell/first-press.ts';
const START = resolve('src/patient/main.tsx');
const inForm = (file: string) => resolve('src/patient/form', file);
/** Fetched together, with the first answer: support too, which has to be there at once. */
export const FORM = ['form.tsx', 'first-answer.ts'].map(inForm);
const SUPPORT = inForm('support-page.tsx');
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

type NameOf = (id: string, modules: Modules) => string | null;

/**
 * What the start page needs travels in one file, and so do what the form needs behind it and the pages that the form
 * fetches ahead. Cut along what other pages share they would be thirty each, and on a far line every few of them cost
 * a way there and back.
 *
 * @returns the groups in their order: what is in one is in none after it
 */
export function inFewFiles(): { readonly name: NameOf; readonly priority: number }[] {
  let known: Readonly<Record<'first' | 'form' | 'ahead', ReadonlySet<string>>> | undefined;
  const setsOf = (modules: Modules) => {
    known ??= {
      first: allWith(modules, [START]),
      form: new Set([...allWith(modules, [...FORM, SUPPORT]), SUPPORT]),
      ahead: new Set(FORM.flatMap((one) => modules.getModuleInfo(one)?.dynamicallyImportedIds ?? [])),
    };
    return known;
  };
  const atOnce: NameOf = (id, modules) => {
    const { first, form } = setsOf(modules);
    if (id.endsWith(FIRST_PRESS)) return 'first-press';
    if (OWN_STYLE.test(id)) return null;
    if (first.has(id)) return 'first';
    return form.has(id) ? 'form-parts' : null;
  };
  const ahead: NameOf = (id, modules) =>
    setsOf(modules).ahead.has(id) && dirname(id) === inForm('') ? 'form-pages' : null;
  return [
    { name: atOnce, priority: 2 },
    { name: ahead, priority: 1 },
  ];
}
