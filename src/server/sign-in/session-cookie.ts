import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds it to this host, the whole path and a secure origin; browsers count localhost as one. */
export const SESSION_COOKIE = '__Host-prelude';

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

export const sessionTokenOf = (request: FastifyRequest): string | undefined =>
  request.cookies[SESSION_COOKIE];

export const giveSessionCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, token, attributes);

export const takeSessionCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(SESSION_COOKIE, attributes).header('clear-site-data', '"cache", "storage"');
