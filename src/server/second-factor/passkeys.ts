import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import * as z from 'zod';
import type {
  FactorProof,
  NewFactor,
  PasskeyCreation,
  PasskeyRequest,
} from '../../submission/sign-in-wire.ts';

type Assertion = Extract<FactorProof, { kind: 'passkey' }>['response'];
type Attestation = Extract<NewFactor, { kind: 'passkey' }>['response'];

export interface Passkey {
  readonly credentialId: string;
  /** COSE, in base64url. */
  readonly publicKey: string;
}

const TIMEOUT_MS = 120_000;
const key = (id: string) => ({ id, type: 'public-key' as const });

/** EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

export const creationOptions = (asked: {
  readonly publicUrl: URL;
  readonly clinic: string;
  readonly userId: string;
  readonly signInName: string;
  readonly name: string;
  readonly challenge: string;
  readonly held: readonly string[];
}): PasskeyCreation => ({
  rp: { id: asked.publicUrl.hostname, name: asked.clinic },
  user: {
    id: Buffer.from(asked.userId).toString('base64url'),
    name: asked.signInName,
    displayName: asked.name,
  },
  challenge: asked.challenge,
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
  timeout: TIMEOUT_MS,
  excludeCredentials: asked.held.map(key),
  authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  attestation: 'none',
});

export const requestOptions = (asked: {
  readonly publicUrl: URL;
  readonly challenge: string;
  readonly held: readonly string[];
}): PasskeyRequest => ({
  challenge: asked.challenge,
  timeout: TIMEOUT_MS,
  rpId: asked.publicUrl.hostname,
  allowCredentials: asked.held.map(key),
  userVerification: 'required',
});

const clientData = z.object({ challenge: z.string() });

/** The challenge that the browser says it answered; whether we asked it is for the store to say. */
export const challengeIn = (response: { readonly clientDataJSON: string }): string | undefined => {
  try {
    const parsed = clientData.safeParse(
      JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')),
    );
    return parsed.success ? parsed.data.challenge : undefined;
  } catch {
    return undefined;
  }
};

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

/** Certificates of a maker were not asked for, and checking them would ask other servers. */
const hasCertificates = (attestationObject: string): boolean => {
  const decoded = decodeAttestationObject(bytesOf(attestationObject));
  const format = decoded.get('fmt');
  return format !== 'none' && (format !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined);
};

/** A passkey whose making was verified: for this origin, by a person who showed who they are; else `undefined`. */
export const verifiedPasskey = async (
  publicUrl: URL,
  challenge: string,
  { authenticatorAttachment: _, ...response }: Attestation,
): Promise<(Passkey & { readonly counter: number }) | undefined> => {
  try {
    if (hasCertificates(response.response.attestationObject)) return undefined;
    const { transports: __, ...said } = response.response;
    const verified = await verifyRegistrationResponse({
      response: {
        ...response,
        response: { clientDataJSON: said.clientDataJSON, attestationObject: said.attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: publicUrl.origin,
      expectedRPID: publicUrl.hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified.verified) return undefined;
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  } catch {
    // The library says by throwing that something does not hold; which thing is nobody's business but the tester's.
    return undefined;
  }
};

/** The new count of a passkey that was used for this challenge and origin by a verified person; else `undefined`. */
export const verifiedUse = async (
  publicUrl: URL,
  challenge: string,
  { authenticatorAttachment: _, ...response }: Assertion,
  { credentialId, publicKey, counter }: Passkey & { readonly counter: number },
): Promise<number | undefined> => {
  try {
    const { clientDataJSON, authenticatorData, signature } = response.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge,
      expectedOrigin: publicUrl.origin,
      expectedRPID: publicUrl.hostname,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: bytesOf(publicKey), counter },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
};
