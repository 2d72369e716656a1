import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** One import of one file: both as paths from the project's root, `/` between parts. */
export interface Import {
  readonly from: string;
  /** A file of ours, or the name of a package. */
  readonly to: string;
}

export const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)));

const specifiers = (source: string): string[] =>
  [
    ...source.matchAll(/(?:^|[\s;])(?:import|export)\b[^'"();]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...source.matchAll(/(?:^|[\s;])import\s*['"]([^'"]+)['"]/g),
    ...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].flatMap((match) => match[1] ?? []);

export const importsOf = (file: string, source: string): Import[] =>
  specifiers(source).map((specifier) => ({
    from: file,
    to: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
  }));

export const readImports = (folder: string): Import[] =>
  sourceFiles(folder).flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

const pure = ['lib', 'settings', 'questions', 'steps', 'screening', 'machines', 'coverage', 'submission'];

/** Who may import whom: the table of ARCHITECTURE.md. A folder may always import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  settings: ['questions', 'lib'],
  questions: ['lib'],
  steps: ['questions', 'lib'],
  screening: ['steps', 'questions', 'settings', 'lib'],
  machines: ['screening', 'steps', 'questions', 'settings', 'lib'],
  coverage: ['screening', 'steps', 'questions', 'lib'],
  submission: pure,
  ui: ['questions', 'lib'],
  patient: [...pure, 'ui'],
  clinic: [...pure, 'ui'],
  server: pure,
  cli: [...pure, 'server'],
};

const room = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const stepFolder = (path: string): string | undefined => /^src\/steps\/([^/]+)\//.exec(path)?.[1];
const isView = (path: string) => path.endsWith('.tsx');

/** Packages that the pure folders may use: a schema language and a machine, nothing that acts. */
const purePackages = ['zod/mini', 'xstate'];

/** Tests and their fixtures, which sit beside the code. */
const isForTests = (path: string) => /\.(test|fixture)\.tsx?$/.test(path);

/** Why an import is refused, or nothing where it is allowed. Tests, which sit beside the code, may import anything. */
export function offence({ from, to }: Import): string | undefined {
  if (isForTests(from)) return undefined;
  const own = room(from);
  if (own === undefined) return undefined;
  const other = room(to);
  const say = (why: string) => `${from} may not import ${to}: ${why}`;

  if (to.startsWith('tests/') || to.startsWith('bench/') || to.startsWith('scripts/'))
    return say('nobody imports tests, bench or scripts');
  if (isForTests(to)) return say('fixtures are for tests');
  if (other === undefined) {
    if (pure.includes(own) && !isView(from) && !to.startsWith('src/') && !purePackages.includes(to))
      return say('the pure folders use no package but zod/mini and xstate');
    if ((own === 'server' || own === 'cli') && /^(react|react-dom)(\/|$)/.test(to))
      return say('the server draws nothing');
    return undefined;
  }
  if (!(own in allowed)) return say(`the folder ${own} is not in the table`);
  if (own === 'steps' && isView(from)) {
    if (stepFolder(to) !== undefined && stepFolder(to) !== stepFolder(from))
      return say('a step knows no other step');
    return own === other || ['ui', 'questions', 'lib'].includes(other)
      ? undefined
      : say('a view of a step is narrow');
  }
  if (own !== other && !allowed[own]?.includes(other)) return say(`${own} may not know ${other}`);
  if (own === 'steps' && stepFolder(from) !== undefined) {
    if (stepFolder(to) !== undefined && stepFolder(to) !== stepFolder(from))
      return say('a step knows no other step');
    if (/^src\/steps\/(catalog|views|relevant)\./.test(to))
      return say('a step does not know the list it stands in');
  }
  if ((own === 'server' || own === 'cli' || pure.includes(own)) && isView(to))
    return say('views stay in the browser');
  return undefined;
}

/** Words that act, in the `.ts` files from `lib` to `submission`: the network, storage, chance, a clock. */
const acting = [
  /\bfetch\(/,
  /\blocalStorage\b/,
  /\bsessionStorage\b/,
  /\bindexedDB\b/,
  /\bMath\.random\b/,
  /\bcrypto\.(getRandomValues|randomUUID|subtle)\b/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bperformance\.now\(/,
];

/** What a pure file does that it should be handed, as a sentence; nothing where it is pure. */
export function impurity(file: string, source: string): string | undefined {
  const own = room(file);
  if (own === undefined || !pure.includes(own) || isView(file) || isForTests(file)) return undefined;
  if (file === 'src/lib/clock.ts') return undefined;
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const found = acting.find((word) => word.test(code));
  return found && `${file} acts by itself (${found.source}): time, chance and I/O are handed in`;
}

/** Raw SQL belongs to repositories and to the folder `db`. */
export function strayQuery(file: string, source: string): string | undefined {
  if (room(file) !== 'server' || isForTests(file)) return undefined;
  if (/\.repository\.ts$/.test(file) || file.startsWith('src/server/db/')) return undefined;
  return /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(source)
    ? `${file} holds a query: only .repository.ts does`
    : undefined;
}
