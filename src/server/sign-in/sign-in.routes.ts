import * as z from 'zod';
import {
  invitationRequest,
  session,
  setupRequest,
  signInAnswer,
  signInRequest,
} from '../../submission/staff-wire.ts';
import type { RouteModule } from '../app.ts';
import type { UsersTable } from '../db/schema.ts';
import type { Dependencies } from '../dependencies.ts';
import { staffOf } from '../edge/access.ts';
import { notSignedIn } from '../edge/problem.ts';
import { createFirstAdministrator } from './first-administrator.usecases.ts';
import { acceptInvitation } from './invitation.usecases.ts';
import { originOf } from './origin.ts';
import { giveSessionCookie, sessionTokenOf, takeSessionCookie } from './session-cookie.ts';
import { sessionTimes, signOut } from './sessions.usecases.ts';
import { findUser } from './sign-in.repository.ts';
import { signIn } from './sign-in.usecases.ts';
import { readProfile, rolesOf } from './users.ts';

const SMALL = 8 * 1_024;

export const signInRoutes: RouteModule = (app, deps) => {
  app.post(
    '/api/auth/setup',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: setupRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) => {
      const { token, user } = await createFirstAdministrator(deps, request.body, originOf(request));
      giveSessionCookie(reply, token);
      return { state: 'signedIn' as const, session: await sessionOf(deps, user) };
    },
  );

  app.post(
    '/api/auth/invitation',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: invitationRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) => {
      const { token, user } = await acceptInvitation(deps, request.body, originOf(request));
      giveSessionCookie(reply, token);
      return { state: 'signedIn' as const, session: await sessionOf(deps, user) };
    },
  );

  app.post(
    '/api/auth/sign-in',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: signInRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) => {
      const { token, user } = await signIn(deps, request.body, request.ip, originOf(request));
      const earlier = sessionTokenOf(request);
      if (earlier !== undefined) await signOut(deps, earlier, originOf(request));
      giveSessionCookie(reply, token);
      return { state: 'signedIn' as const, session: await sessionOf(deps, user) };
    },
  );

  // Open to all: whoever has no session, or a locked one, may leave too.
  app.post(
    '/api/auth/sign-out',
    { config: { access: 'public' }, bodyLimit: SMALL, schema: { response: { 204: z.undefined() } } },
    async (request, reply) => {
      const token = sessionTokenOf(request);
      if (token !== undefined) await signOut(deps, token, originOf(request));
      return takeSessionCookie(reply).code(204).send();
    },
  );

  app.get(
    '/api/auth/session',
    { config: { access: 'staff' }, schema: { response: { 200: session } } },
    async (request) => {
      const user = await findUser(deps.store.db(), staffOf(request).userId);
      if (user === undefined) throw notSignedIn();
      return sessionOf(deps, user);
    },
  );
};

const sessionOf = async ({ store, vault }: Dependencies, user: UsersTable) => ({
  userId: user.id,
  name: (await readProfile(store.db(), vault, user)).name,
  roles: [...rolesOf(user)],
  idleLockSeconds: sessionTimes.lockAfter / 1_000,
});
