import { createServer, type ViteDevServer } from 'vite';

/** The gallery of controls, served from the sources. The caller closes it. */
export interface GalleryServer {
  readonly address: (query: Readonly<Record<string, string>>) => string;
  readonly close: () => Promise<void>;
}

const portOf = (server: ViteDevServer): number => {
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the gallery has no port');
  return address.port;
};

export async function serveGallery(): Promise<GalleryServer> {
  const server = await createServer({
    logLevel: 'error',
    cacheDir: '.cache/vite-gallery',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: ['gallery.html'] },
  });
  await server.listen();
  return {
    address: (query) =>
      `http://127.0.0.1:${portOf(server)}/gallery.html?${new URLSearchParams(query).toString()}`,
    close: () => server.close(),
  };
}
