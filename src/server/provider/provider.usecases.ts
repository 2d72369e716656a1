import { createHash } from 'node:crypto';
import type { Dependencies } from '../dependencies.ts';
import { notFound, Problem } from '../edge/problem.ts';
import { spendStep } from '../second-factor/second-factors.repository.ts';
import { beginStep, stepOver } from '../second-factor/steps.ts';
import { startSession } from '../sign-in/sessions.usecases.ts';
import { findUser, findUserByName } from '../sign-in/sign-in.repository.ts';
import { type Admission, askForFactor } from '../sign-in/sign-in.usecases.ts';
import { hashOf } from '../sign-in/token.ts';
import { nameIndex } from '../sign-in/users.ts';
import type { Visit } from '../sign-in/visit.ts';
import type { Checks, Provider } from './provider.ts';

/** All that ties the two ends together follows from the browser's own token, so the store keeps none of it. */
const checksOf = (stepToken: string): Checks => {
  const derived = (what: string) => createHash('sha256').update(`${what} ${stepToken}`).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), codeVerifier: derived('verifier') };
};

const providerOf = ({ provider }: Dependencies): Provider => {
  if (provider === undefined) throw notFound();
  return provider;
};

export const beginAtProvider = async (
  deps: Dependencies,
): Promise<{ readonly stepToken: string; readonly url: string }> => {
  const provider = providerOf(deps);
  const stepToken = await deps.store.inTransaction((tx) => beginStep(tx, deps, 'provider', null));
  try {
    return { stepToken, url: (await provider.addressFor(checksOf(stepToken))).href };
  } catch (error) {
    deps.log.error({ err: error }, 'the identity provider did not answer');
    throw providerAway();
  }
};

/** Whoever comes back is an account that exists and is active, or nobody: none is made here. */
export const finishAtProvider = async (
  deps: Dependencies,
  stepToken: string | undefined,
  query: string,
  visit: Visit,
): Promise<Admission> => {
  const { store, vault, clock } = deps;
  const provider = providerOf(deps);
  if (stepToken === undefined) throw stepOver();
  // First, so that nothing that came back is looked at twice.
  const isFirst = await store.inTransaction((tx) =>
    spendStep(tx, hashOf(stepToken), 'provider', clock.now().getTime()),
  );
  if (!isFirst) throw stepOver();

  const email = await provider.emailOf(query, checksOf(stepToken)).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'what the identity provider sent was refused');
    return undefined;
  });
  const known = email === undefined ? undefined : await findUserByName(store.db(), nameIndex(vault, email));
  const admission =
    known &&
    (await store.inTransaction(async (tx): Promise<Admission | undefined> => {
      const user = await findUser(tx, known.id);
      if (user?.status !== 'active') return undefined;
      if (!provider.secondFactorCounts) return askForFactor(tx, deps, user, visit.origin);
      return { state: 'signedIn', user, ...(await startSession(tx, deps, user, visit, 'provider')) };
    }));
  if (admission === undefined) {
    await store.inTransaction((tx) =>
      deps.audit.append(tx, {
        actor: { kind: 'visitor', ...(known === undefined ? {} : { userId: known.id }) },
        action: 'session.refuse',
        outcome: 'refused',
        reason: email === undefined ? 'provider-refused' : 'provider-unknown',
        ...visit.origin,
      }),
    );
    throw notLetIn();
  }
  return admission;
};

const notLetIn = (): Problem =>
  new Problem({
    status: 401,
    code: 'provider-not-let-in',
    title: 'You could not be signed in this way',
    detail:
      'There must be an active account here with the e-mail that your clinic’s account has confirmed. An administrator can look.',
  });

const providerAway = (): Problem =>
  new Problem({
    status: 503,
    code: 'provider-away',
    title: 'The sign-in of your clinic does not answer',
    detail: 'Try again in a minute, or sign in with your password.',
    retryAfterSeconds: 60,
  });
