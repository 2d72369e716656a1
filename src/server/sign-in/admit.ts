import type { FastifyReply } from 'fastify';
import type { SignInAnswer } from '../../submission/sign-in-wire.ts';
import type { Dependencies } from '../dependencies.ts';
import { sessionAnswer } from './session-answer.ts';
import { giveSessionCookie, giveStepCookie } from './session-cookie.ts';
import type { Admission } from './sign-in.usecases.ts';

/** Gives the browser the token it is to hold, and says what comes next. */
export const admit = async (
  deps: Dependencies,
  reply: FastifyReply,
  admission: Admission,
): Promise<SignInAnswer> => {
  switch (admission.state) {
    case 'signedIn':
      giveSessionCookie(reply, admission.token);
      return { state: 'signedIn', session: await sessionAnswer(deps, admission.user) };
    case 'secondFactor':
      giveStepCookie(reply, admission.stepToken);
      return { state: 'secondFactor', has: admission.has };
    case 'enrol':
      giveStepCookie(reply, admission.stepToken);
      return { state: 'enrol' };
  }
};
