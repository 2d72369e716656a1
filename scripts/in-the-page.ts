import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const STYLESHEET = /[ \t]*<link rel="stylesheet"[^>]* href="\/([^"]+)">\n?/g;

function textOf(bundle: Bundle, file: string): string {
  const asset = bundle[file];
  if (asset?.type !== 'asset') throw new Error(`The build has no ${file}`);
  return String(asset.source).trim();
}

function chunkWith(bundle: Bundle, module: string): string {
  const found = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(module)),
  );
  if (!found) throw new Error(`The build has no chunk with ${module}`);
  return found.fileName;
}

/**
 * What a page needs for its first paint stands in the page itself: on a far line each file costs a way there and back.
 * The server allows exactly this style, by its hash. What takes the first press comes before all other code.
 */
export const inThePage = (page: string, firstPress: string): Plugin => ({
  name: 'in-the-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, filename }) {
      if (!bundle || !filename.endsWith(page)) return html;
      const files = [...html.matchAll(STYLESHEET)].map(([, file = '']) => file);
      const style = files.map((file) => textOf(bundle, file)).join('\n');
      const of = files.map((file) => `/${file}`).join(' ');
      const script = `<script type="module" crossorigin src="/${chunkWith(bundle, firstPress)}"></script>`;
      return html
        .replace(STYLESHEET, '')
        .replace('<script type="module"', (first) => `${script}\n    ${first}`)
        .replace('</head>', () => `  <style data-of="${of}">${style}</style>\n  </head>`);
    },
  },
});
