import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../edge/problem.ts';
import type { BuiltPages } from './built-pages.ts';
import { localeFor, spokenBy } from './locale.ts';
import type { PatientPages } from './patient-pages.ts';

/** The addresses of the patient's app. */
const PATIENT_PAGES = [
  '/',
  '/form',
  '/help',
  '/about',
  '/resume',
  '/status',
  '/follow-up',
  '/blank',
] as const;

const open = { config: { access: 'public' } } as const;

/** The page of the patient's app at a path of ours, in the language of whoever asks. */
const sendPatientPage = async (
  pages: PatientPages,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const asked = { lang: langOf(request.query), acceptLanguage: request.headers['accept-language'] };
  const page = await pages.draw(path, localeFor(asked, spokenBy(pages.clinic())));
  reply
    .type('text/html; charset=utf-8')
    .header('vary', 'accept-encoding, accept-language')
    .serializer(asItIs);
  if (pages.firstScript) reply.header('link', pages.firstScript);
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(page.html);
  return reply.header('content-encoding', 'br').send(page.brotli);
};

const asItIs = (payload: unknown) => payload as string;
const langOf = (query: unknown): unknown =>
  typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;

/** For any address that is not ours; the app is never told which it was. */
export const sendLostPage = (pages: PatientPages, request: FastifyRequest, reply: FastifyReply) =>
  sendPatientPage(pages, '/lost', request, reply.code(404));

/** The two apps as they were built. Files whose name holds a hash may be kept for ever; pages are asked for anew. */
export const servePages = async (
  app: FastifyInstance,
  built: BuiltPages,
  pages: PatientPages,
): Promise<void> => {
  await app.register(fastifyStatic, { serve: false, preCompressed: true });
  const asIs = { cacheControl: false, dotfiles: 'deny', index: false } as const;

  for (const path of PATIENT_PAGES) {
    app.get(path, open, (request, reply) => sendPatientPage(pages, path, request, reply));
  }
  for (const url of ['/clinic', '/clinic/*']) {
    app.get(url, open, (_, reply) => reply.sendFile('clinic.html', built.dir, asIs));
  }
  for (const file of filesBesideThePages(built.dir)) {
    app.get(`/${file}`, open, (_, reply) => reply.sendFile(file, built.dir, asIs));
  }

  const assets = join(built.dir, 'assets');
  app.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) => {
    const file = request.params['*'];
    if (!isAsset(file) || !existsSync(join(assets, file))) throw notFound();
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(file, assets, asIs);
  });
};

const isAsset = (file: string): boolean => /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(file);

/** Icons, the web manifest, robots.txt, a service worker. */
const filesBesideThePages = (dir: string): readonly string[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[\w-]+\.(svg|png|ico|webmanifest|txt|js)$/.test(entry.name))
    .map((entry) => entry.name);
