import * as z from 'zod';
import { signInAnswer } from '../../submission/sign-in-wire.ts';
import { invitationRequest, session, setupRequest, signInRequest } from '../../submission/staff-wire.ts';
import { staffOf } from '../edge/access.ts';
import type { RouteModule } from '../route-module.ts';
import { secondFactorRoutes } from '../second-factor/second-factor.routes.ts';
import { admit } from './admit.ts';
import { createFirstAdministrator } from './first-administrator.usecases.ts';
import { acceptInvitation } from './invitation.usecases.ts';
import { originOf } from './origin.ts';
import { sessionAnswer } from './session-answer.ts';
import { sessionTokenOf, takeSessionCookie, takeStepCookie } from './session-cookie.ts';
import { signOut } from './sessions.usecases.ts';
import { signIn } from './sign-in.usecases.ts';
import { activeStaff } from './users.ts';
import { visitOf } from './visit.ts';

const SMALL = 8 * 1_024;

export const signInRoutes: RouteModule = (app, deps) => {
  secondFactorRoutes(app, deps);

  app.post(
    '/api/auth/setup',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: setupRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) =>
      admit(deps, reply, await createFirstAdministrator(deps, request.body, visitOf(request))),
  );

  app.post(
    '/api/auth/invitation',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: invitationRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) =>
      admit(deps, reply, await acceptInvitation(deps, request.body, visitOf(request))),
  );

  app.post(
    '/api/auth/sign-in',
    {
      config: { access: 'public' },
      bodyLimit: SMALL,
      schema: { body: signInRequest, response: { 200: signInAnswer } },
    },
    async (request, reply) => {
      const earlier = sessionTokenOf(request);
      const admission = await signIn(deps, request.body, visitOf(request), earlier);
      if (earlier !== undefined && admission.state !== 'signedIn')
        await signOut(deps, earlier, originOf(request));
      return admit(deps, reply, admission);
    },
  );

  // Open to all: whoever has no session, or a locked one, may leave too.
  app.post(
    '/api/auth/sign-out',
    { config: { access: 'public' }, bodyLimit: SMALL, schema: { response: { 204: z.undefined() } } },
    async (request, reply) => {
      const token = sessionTokenOf(request);
      if (token !== undefined) await signOut(deps, token, originOf(request));
      return takeStepCookie(takeSessionCookie(reply)).code(204).send();
    },
  );

  app.get(
    '/api/auth/session',
    { config: { access: 'staff' }, schema: { response: { 200: session } } },
    async (request) => sessionAnswer(deps, await activeStaff(deps, staffOf(request).userId)),
  );
};
