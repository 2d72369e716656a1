import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../submission/staff-wire.ts';
import type { Actor } from '../audit/act.ts';
import { notAllowed, notFound, notSignedIn, Problem } from './problem.ts';

/** `public`: for people without an account. Else any one of the roles; `staff` is whoever is signed in. */
export type Access = 'public' | 'staff' | readonly Role[];

/** What a write does, for the limits: see limits.ts. */
export type WriteKind = 'saving' | 'sending' | 'deleting' | 'reporting' | 'other';

/** Whose request it is. */
export interface SignedIn {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly sessionHash: string;
}

export type SessionState =
  | { readonly state: 'none' }
  /** Idle too long: whoever signed in must show their password again. */
  | { readonly state: 'locked' }
  | {
      readonly state: 'open';
      readonly signedIn: SignedIn;
      /** The second factor was shown a moment ago. */
      readonly hasFreshFactor: boolean;
    };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may come in. A route that does not say is closed to everybody. */
    access?: Access;
    /** Asked by pages, never by people: it does not keep a session awake. */
    byItself?: boolean;
    /** Asks for the second factor anew, unless it was shown in the last five minutes. */
    stepUp?: boolean;
    /** For what must never be dropped. */
    neverLimited?: boolean;
    /** Absent: `other`. */
    writes?: WriteKind;
    /** Characters in one text, where it is more than the usual cap. */
    longestText?: number;
  }
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
  interface FastifyInstance {
    /** Every route there is, for the tests that prove none is open by accident. */
    doors: readonly Door[];
  }
}

export interface Door {
  readonly method: string;
  readonly url: string;
  readonly access: Access | undefined;
  readonly stepUp: boolean;
}

/** To be called before the first route is added. */
export const listDoors = (app: FastifyInstance): void => {
  const doors: Door[] = [];
  app.decorate('doors', doors);
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat())
      doors.push({ method: one, url, access: config?.access, stepUp: config?.stepUp === true });
  });
};

/** Asks for a sign-in before anything of the request is read, and refuses what no route has opened. */
export const guardRoutes = (
  app: FastifyInstance,
  readSession: (request: FastifyRequest) => Promise<SessionState>,
): void => {
  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', async (request) => {
    // Without a route there is nothing to guard: the answer is "not found".
    if (request.is404) return;
    const { access, stepUp } = request.routeOptions.config;
    if (access === undefined) throw notFound();
    if (access === 'public') return;
    const session = await readSession(request);
    if (session.state === 'none') throw notSignedIn();
    if (session.state === 'locked') throw locked();
    if (access !== 'staff' && !access.some((role) => session.signedIn.roles.includes(role)))
      throw notAllowed();
    if (stepUp === true && !session.hasFreshFactor) throw stepUpNeeded();
    request.signedIn = session.signedIn;
  });
};

/** The signed-in person of a route that asks for one. */
export const staffOf = (request: FastifyRequest): SignedIn => {
  if (request.signedIn === null) throw notSignedIn();
  return request.signedIn;
};

export const actorOf = (request: FastifyRequest): Actor => ({ kind: 'staff', ...staffOf(request) });

const locked = (): Problem =>
  new Problem({
    status: 401,
    code: 'session-locked',
    title: 'The portal is locked',
    detail: 'You were away for a while. Sign in again to go on.',
  });

/** The portal asks for the factor and sends the request again. */
const stepUpNeeded = (): Problem =>
  new Problem({
    status: 403,
    code: 'step-up-needed',
    title: 'Show again that it is you',
    detail: 'This needs your second factor once more. Enter a code or use your passkey, then try again.',
  });
