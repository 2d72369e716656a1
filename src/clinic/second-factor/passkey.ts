import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import {
  type FactorProof,
  factorProof,
  type NewFactor,
  newFactor,
  passkeyCreation,
  passkeyRequest,
} from '../../submission/sign-in-wire.ts';
import { ask } from '../api.ts';

export { browserSupportsWebAuthn as canUsePasskeys } from '@simplewebauthn/browser';

/** Somebody said no to the browser's question, or let it pass; or the device could not. */
export class PasskeyNotGiven extends Error {}

const given = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch {
    throw new PasskeyNotGiven();
  }
};

/** @param path where the server says what to sign */
export async function showPasskey(path: string): Promise<FactorProof> {
  const optionsJSON = await ask(passkeyRequest, path, { method: 'POST' });
  const response = await given(startAuthentication({ optionsJSON }));
  return factorProof.parse({ kind: 'passkey', response });
}

/** @param path where the server says for whom it is made */
export async function makePasskey(path: string, name: string): Promise<NewFactor> {
  const optionsJSON = await ask(passkeyCreation, path, { method: 'POST' });
  const response = await given(startRegistration({ optionsJSON }));
  return newFactor.parse({ kind: 'passkey', name, response });
}
