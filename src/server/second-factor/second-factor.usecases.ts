import type { FactorProof, NewFactor } from '../../submission/sign-in-wire.ts';
import type { StepKind, UsersTable } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SignedIn } from '../edge/access.ts';
import { notSignedIn, Problem, tooMany } from '../edge/problem.ts';
import { forgiveFactorTries, reserveFactorTry } from '../sign-in/attempts.repository.ts';
import { attemptRules } from '../sign-in/attempts.ts';
import type { Origin } from '../sign-in/origin.ts';
import { startSession } from '../sign-in/sessions.usecases.ts';
import { findUser, renewSession } from '../sign-in/sign-in.repository.ts';
import { forgive } from '../sign-in/sign-in.usecases.ts';
import { hashOf, newToken } from '../sign-in/token.ts';
import { readProfile } from '../sign-in/users.ts';
import type { Visit } from '../sign-in/visit.ts';
import { tryOut, unusablePasskey } from './new-factor.ts';
import { examine, factorsHeld, hasFactor } from './proof.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { findStep, replaceRecoveryCodes, spendStep, takeStepTry } from './second-factors.repository.ts';
import { stepOver, TRIES_PER_STEP } from './steps.ts';

interface SignedInNow {
  readonly token: string;
  readonly user: UsersTable;
}

/** Whose sign-in this step belongs to; they can still sign in. */
export const userOfStep = async (
  deps: Dependencies,
  stepToken: string | undefined,
  kind: StepKind,
): Promise<{ readonly user: UsersTable; readonly stepHash: string }> => {
  if (stepToken === undefined) throw stepOver();
  const stepHash = hashOf(stepToken);
  const db = deps.store.db();
  const step = await findStep(db, stepHash, kind, deps.clock.now().getTime());
  return { user: await activeUser(db, step?.user_id), stepHash };
};

const activeUser = async (
  db: Parameters<typeof findUser>[0],
  id: string | null | undefined,
): Promise<UsersTable> => {
  const user = id === null || id === undefined ? undefined : await findUser(db, id);
  if (user?.status !== 'active') throw stepOver();
  return user;
};

/** The last step of a sign-in: a session begins here and nowhere before. */
export const finishSignIn = async (
  deps: Dependencies,
  stepToken: string | undefined,
  proof: FactorProof,
  visit: Visit,
): Promise<SignedInNow> => {
  const { store, clock } = deps;
  const { user: asked, stepHash } = await userOfStep(deps, stepToken, 'second-factor');
  const { signInName } = await readProfile(store.db(), deps.vault, asked);
  const taken = await store.inTransaction((tx) =>
    takeStepTry(tx, stepHash, 'second-factor', { tries: TRIES_PER_STEP, now: clock.now().getTime() }),
  );
  if (taken === undefined) throw stepOver();
  await reserveFactor(deps, asked.id, visit.origin);

  const use = await examine(deps, asked.id, proof, stepHash);
  const signedIn =
    use &&
    (await store.inTransaction(async (tx) => {
      if (!(await use(tx))) return undefined;
      // The account may have been disabled or reset meanwhile; and one step leads to one session.
      const user = await activeUser(tx, asked.id);
      if (!(await spendStep(tx, stepHash, 'second-factor', clock.now().getTime()))) throw stepOver();
      await forgiveFactor(tx, deps, user.id);
      await forgive(tx, deps, signInName, visit.address);
      return { ...(await startSession(tx, deps, user, visit, proof.kind)), user };
    }));
  if (signedIn === undefined) {
    await refuse(deps, asked.id, visit.origin);
    throw wrongFactor(proof.kind);
  }
  return signedIn;
};

/** The first factor of an account, with the recovery codes that are shown this once; the session begins here. */
export const enrolFirst = async (
  deps: Dependencies,
  stepToken: string | undefined,
  given: NewFactor,
  visit: Visit,
): Promise<SignedInNow & { readonly recoveryCodes: readonly string[] }> => {
  const { store, clock, audit } = deps;
  const { user: asked, stepHash } = await userOfStep(deps, stepToken, 'enrol');
  const { signInName } = await readProfile(store.db(), deps.vault, asked);
  const keep = await tryOut(deps, asked, given, stepHash);
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.map(recoveryCodeHash);
  return store.inTransaction(async (tx) => {
    const user = await activeUser(tx, asked.id);
    const now = clock.now().getTime();
    if (!(await spendStep(tx, stepHash, 'enrol', now))) throw stepOver();
    // Somebody else who knows the password may have been here first: then theirs is the factor that is asked for.
    if (hasFactor(await factorsHeld(tx, user.id))) throw stepOver();
    const factorId = await keep(tx);
    if (factorId === undefined) throw unusablePasskey();
    await replaceRecoveryCodes(tx, user.id, hashes, now);
    const actor = { kind: 'visitor', userId: user.id } as const;
    const object = { type: 'factor', id: factorId } as const;
    await audit.append(tx, { actor, action: 'factor.add', object, reason: given.kind, ...visit.origin });
    await audit.append(tx, { actor, action: 'recovery-codes.make', ...visit.origin });
    await forgive(tx, deps, signInName, visit.address);
    return { ...(await startSession(tx, deps, user, visit, given.kind)), user, recoveryCodes };
  });
};

/** Whoever is signed in shows their factor again; the session goes on under a new token. */
export const stepUp = async (
  deps: Dependencies,
  { userId, roles, sessionHash }: SignedIn,
  proof: FactorProof,
  origin: Origin,
): Promise<{ readonly token: string }> => {
  const { store, clock, audit } = deps;
  await reserveFactor(deps, userId, origin);
  const use = await examine(deps, userId, proof, sessionHash);
  const token = newToken();
  const renewed =
    use !== undefined &&
    (await store.inTransaction(async (tx) => {
      if (!(await use(tx))) return false;
      const now = clock.now().getTime();
      const to = { token_hash: hashOf(token), seen_at: now, factor_at: now };
      if (!(await renewSession(tx, sessionHash, to))) throw notSignedIn();
      await forgiveFactor(tx, deps, userId);
      await audit.append(tx, {
        actor: { kind: 'staff', userId, roles, sessionHash: to.token_hash },
        action: 'session.step-up',
        reason: proof.kind,
        ...origin,
      });
      return true;
    }));
  if (!renewed) {
    await refuse(deps, userId, origin);
    throw wrongFactor(proof.kind);
  }
  return { token };
};

const factorSubject = ({ vault }: Pick<Dependencies, 'vault'>, userId: string) => ({
  index: vault.indexes.of('sign-in', 'factor', userId),
  rule: attemptRules.factor,
});

const reserveFactor = async (deps: Dependencies, userId: string, origin: Origin): Promise<void> => {
  const { store, audit, clock } = deps;
  const reservation = await store.inTransaction(async (tx) => {
    const answer = await reserveFactorTry(tx, factorSubject(deps, userId), clock.now().getTime());
    if (!answer.granted) {
      await audit.append(tx, {
        actor: { kind: 'visitor', userId },
        action: 'session.refuse',
        outcome: 'refused',
        reason: 'factor-too-early',
        ...origin,
      });
    }
    return answer;
  });
  if (!reservation.granted) throw tooMany(Math.ceil(reservation.waitMs / 1_000));
};

const forgiveFactor = (tx: Tx, deps: Dependencies, userId: string): Promise<void> =>
  forgiveFactorTries(tx, factorSubject(deps, userId), deps.clock.now().getTime());

const refuse = ({ store, audit }: Dependencies, userId: string, origin: Origin): Promise<void> =>
  store.inTransaction((tx) =>
    audit.append(tx, {
      actor: { kind: 'visitor', userId },
      action: 'session.refuse',
      outcome: 'refused',
      reason: 'wrong-factor',
      ...origin,
    }),
  );

const wrongFactor = (kind: FactorProof['kind']): Problem =>
  new Problem({
    status: 422,
    code: 'wrong-factor',
    ...(kind === 'passkey'
      ? { title: 'This passkey was not accepted', detail: 'Try again, or use another way.' }
      : {
          title: 'This code is not right, or was used before',
          detail:
            kind === 'totp'
              ? 'Wait for the next code of the app and type that one.'
              : 'Each recovery code works once. Take another one.',
          path: 'code',
        }),
  });
