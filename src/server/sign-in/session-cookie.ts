import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds it to this host, the whole path and a secure origin; browsers count localhost as one. */
export const SESSION_COOKIE = '__Host-prelude';

/** Of somebody between password and second factor: it opens nothing but the next step. */
const STEP_COOKIE = '__Host-prelude-step';

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

export const sessionTokenOf = (request: FastifyRequest): string | undefined =>
  request.cookies[SESSION_COOKIE];

export const giveSessionCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, token, attributes);

export const takeSessionCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(SESSION_COOKIE, attributes).header('clear-site-data', '"cache", "storage"');

export const stepTokenOf = (request: FastifyRequest): string | undefined => request.cookies[STEP_COOKIE];

export const giveStepCookie = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(STEP_COOKIE, token, attributes);

export const takeStepCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(STEP_COOKIE, attributes);
