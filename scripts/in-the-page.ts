import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const STYLESHEET = /[ \t]*<link rel="stylesheet"[^>]* href="\/([^"]+)">\n?/g;

function textOf(bundle: Bundle, file: string): string {
  const asset = bundle[file];
  if (asset?.type !== 'asset') throw new Error(`The build has no ${file}`);
  return String(asset.source).trim();
}

function chunkWith(bundle: Bundle, module: string): Rolldown.OutputChunk {
  for (const one of Object.values(bundle))
    if (one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(module))) return one;
  throw new Error(`The build has no chunk with ${module}`);
}

/** The files that come with some modules and are not named in the page already. */
const filesWith = (bundle: Bundle, modules: readonly string[], html: string): readonly string[] => [
  ...new Set(
    modules
      .map((module) => chunkWith(bundle, module))
      .flatMap(({ fileName, imports }) => [fileName, ...imports])
      .filter((file) => !html.includes(file)),
  ),
];

interface FirstPress {
  /** The module that takes it. */
  readonly script: string;
  /** The modules that are needed after it. */
  readonly next: readonly string[];
}

/**
 * What a page needs for its first paint stands in the page itself: on a far line each file costs a way there and back.
 * The server allows exactly this style, by its hash. What takes the first press comes before all other code, and is
 * told which files are needed next.
 */
export const inThePage = (page: string, firstPress: FirstPress): Plugin => ({
  name: 'in-the-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, filename }) {
      if (!bundle || !filename.endsWith(page)) return html;
      const files = [...html.matchAll(STYLESHEET)].map(([, file = '']) => file);
      const style = files.map((file) => textOf(bundle, file)).join('\n');
      const of = files.map((file) => `/${file}`).join(' ');
      const next = filesWith(bundle, firstPress.next, html).map((file) => `/${file}`);
      const { fileName } = chunkWith(bundle, firstPress.script);
      const script = `<script type="module" crossorigin src="/${fileName}" data-next="${next.join(' ')}"></script>`;
      return html
        .replace(STYLESHEET, '')
        .replace('<script type="module"', (first) => `${script}\n    ${first}`)
        .replace('</head>', () => `  <style data-of="${of}">${style}</style>\n  </head>`);
    },
  },
});
