import {
  enrolled,
  factorProof,
  newFactor,
  offeredKey,
  passkeyCreation,
  passkeyRequest,
  signInAnswer,
} from '../../submission/sign-in-wire.ts';
import { session } from '../../submission/staff-wire.ts';
import { staffOf } from '../edge/access.ts';
import type { RouteModule } from '../route-module.ts';
import { originOf } from '../sign-in/origin.ts';
import { sessionAnswer } from '../sign-in/session-answer.ts';
import { giveSessionCookie, stepTokenOf, takeStepCookie } from '../sign-in/session-cookie.ts';
import { activeStaff } from '../sign-in/users.ts';
import { visitOf } from '../sign-in/visit.ts';
import { askForNewPasskey, offerKey } from './new-factor.ts';
import { askForPasskey } from './proof.ts';
import { enrolFirst, finishSignIn, stepUp, userOfStep } from './second-factor.usecases.ts';

/** A passkey's answer is the largest of them. */
const SMALL = 16 * 1_024;

/** Between password and portal, and once more for what asks for it. */
export const secondFactorRoutes: RouteModule = (app, deps) => {
  const halfWay = { config: { access: 'public' as const }, bodyLimit: SMALL };
  const signedIn = { config: { access: 'staff' as const }, bodyLimit: SMALL };

  app.post(
    '/api/auth/second-factor',
    { ...halfWay, schema: { body: factorProof, response: { 200: signInAnswer } } },
    async (request, reply) => {
      const { token, user } = await finishSignIn(deps, stepTokenOf(request), request.body, visitOf(request));
      takeStepCookie(giveSessionCookie(reply, token));
      return { state: 'signedIn' as const, session: await sessionAnswer(deps, user) };
    },
  );

  app.post(
    '/api/auth/second-factor/passkey',
    { ...halfWay, schema: { response: { 200: passkeyRequest } } },
    async (request) => {
      const { user, stepHash } = await userOfStep(deps, stepTokenOf(request), 'second-factor');
      return askForPasskey(deps, user.id, stepHash);
    },
  );

  app.post(
    '/api/auth/enrol/totp',
    { ...halfWay, schema: { response: { 200: offeredKey } } },
    async (request) => offerKey(deps, (await userOfStep(deps, stepTokenOf(request), 'enrol')).user),
  );

  app.post(
    '/api/auth/enrol/passkey',
    { ...halfWay, schema: { response: { 200: passkeyCreation } } },
    async (request) => {
      const { user, stepHash } = await userOfStep(deps, stepTokenOf(request), 'enrol');
      return askForNewPasskey(deps, user, stepHash);
    },
  );

  app.post(
    '/api/auth/enrol',
    { ...halfWay, schema: { body: newFactor, response: { 200: enrolled } } },
    async (request, reply) => {
      const made = await enrolFirst(deps, stepTokenOf(request), request.body, visitOf(request));
      takeStepCookie(giveSessionCookie(reply, made.token));
      return { session: await sessionAnswer(deps, made.user), recoveryCodes: [...made.recoveryCodes] };
    },
  );

  app.post(
    '/api/auth/step-up',
    { ...signedIn, schema: { body: factorProof, response: { 200: session } } },
    async (request, reply) => {
      const staff = staffOf(request);
      const { token } = await stepUp(deps, staff, request.body, originOf(request));
      giveSessionCookie(reply, token);
      return sessionAnswer(deps, await activeStaff(deps, staff.userId));
    },
  );

  app.post(
    '/api/auth/step-up/passkey',
    { ...signedIn, schema: { response: { 200: passkeyRequest } } },
    async (request) => {
      const { userId, sessionHash } = staffOf(request);
      return askForPasskey(deps, userId, sessionHash);
    },
  );
};
