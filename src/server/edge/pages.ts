import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { wantsPage, writeNotFoundPage } from './not-found-page.ts';
import { notFound } from './problem.ts';

/** Addresses that the patient's app answers itself, besides the start page. */
const PATIENT_PAGES = ['help', 'about', 'resume', 'status', 'intake'] as const;

const open = { config: { access: 'public' } } as const;

/** The two apps as they were built. Files whose name holds a hash may be kept for ever; pages are asked for anew. */
export const servePages = async (app: FastifyInstance, pagesDir: string): Promise<void> => {
  await app.register(fastifyStatic, { serve: false, preCompressed: true });
  const asIs = { cacheControl: false, dotfiles: 'deny', index: false } as const;

  const page = (url: string, file: string) =>
    app.get(url, open, (_, reply) => reply.sendFile(file, pagesDir, asIs));

  page('/', 'index.html');
  for (const name of PATIENT_PAGES) {
    const file = existsSync(join(pagesDir, `${name}.html`)) ? `${name}.html` : 'index.html';
    page(`/${name}`, file);
    page(`/${name}/*`, file);
  }
  page('/clinic', 'clinic.html');
  page('/clinic/*', 'clinic.html');
  for (const file of filesBesideThePages(pagesDir)) page(`/${file}`, file);

  app.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) => {
    const file = request.params['*'];
    if (!isAsset(file) || !existsSync(join(pagesDir, 'assets', file))) {
      if (wantsPage(request)) return writeNotFoundPage(reply);
      throw notFound();
    }
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(file, join(pagesDir, 'assets'), asIs);
  });
};

const isAsset = (file: string): boolean => /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(file);

/** Icons, the web manifest, robots.txt, a service worker. */
const filesBesideThePages = (pagesDir: string): readonly string[] =>
  readdirSync(pagesDir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(html|br|gz)$/.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
