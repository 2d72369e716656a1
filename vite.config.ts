import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { crisisNumbers } from './scripts/crisis-numbers.ts';
import { devPages } from './scripts/dev-pages.ts';
import { FIRST_PRESS, FORM, inFewFiles } from './scripts/in-few-files.ts';
import { inThePage } from './scripts/in-the-page.ts';
import { serviceWorker } from './scripts/service-worker.ts';

const compress = promisify(brotliCompress);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A copy of every text file as `.br`, so that the server never compresses while somebody waits. */
const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  async writeBundle({ dir }) {
    if (!dir || this.environment.name !== 'client') return;
    const files = await readdir(dir, { recursive: true });
    await Promise.all(
      files
        .filter((file) => /\.(?:js|css|html|svg|json|webmanifest|txt)$/.test(file))
        .map(async (file) => {
          const source = await readFile(join(dir, file));
          const options = {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
          };
          await writeFile(join(dir, `${file}.br`), await compress(source, { params: options }));
        }),
    );
  },
});

/** Where the real server listens in development. */
const server = 'http://localhost:8080';

/** The two apps. `gallery.html` is for development alone and never built. */
const entries = ['index.html', 'clinic.html'].map((name) => here(name)).filter((path) => existsSync(path));

/** Both apps are written against React's interface and built with Preact, which is a sixth of its size. */
export const preactForReact = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
  'react-dom/client': 'preact/compat/client',
  'react-dom/server': 'preact-render-to-string',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
};

export default defineConfig({
  resolve: { alias: preactForReact },
  // What draws the pages on the server is bundled whole, so that both sides share one copy of Preact.
  ssr: { noExternal: true },
  plugins: [
    crisisNumbers(),
    devPages(server),
    inThePage('/index.html', { script: FIRST_PRESS, next: FORM }),
    serviceWorker('../src/patient/offline/worker.ts', 'index.html'),
    precompressed(),
  ],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts and pictures stay files: the content security policy allows no data: addresses, the polyfill no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { input: entries },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: inFewFiles() }] } },
        },
      },
    },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': server } },
});
