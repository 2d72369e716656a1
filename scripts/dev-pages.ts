import type { Plugin } from 'vite';
import { CLINIC_ELEMENT } from '../src/patient/shell/clinic.ts';

/**
 * In development Vite serves the two apps and hands what begins with `/api/` to the real server. The pages are not drawn
 * ready then: this puts the clinic's public settings where a drawn page would have them.
 */
export const devPages = (server: string): Plugin => ({
  name: 'dev-pages',
  apply: 'serve',
  configureServer(vite) {
    vite.middlewares.use((request, _, next) => {
      if (request.url && /^\/clinic(\/|$|\?)/.test(request.url)) request.url = '/clinic.html';
      next();
    });
  },
  transformIndexHtml: async (html, { filename }) => {
    if (!filename.endsWith('index.html')) return html;
    const clinic = await (await fetch(`${server}/api/clinic`)).text();
    const inert = clinic.replaceAll('<', '\\u003c');
    const element = `<script type="application/json" id="${CLINIC_ELEMENT}">${inert}</script>`;
    return html.replace('</body>', () => `${element}</body>`);
  },
});
