import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { FactorProof, NewFactor } from '../../submission/sign-in-wire.ts';

/** What a test may make go wrong. */
interface Flaws {
  readonly origin?: string;
  readonly userVerified?: boolean;
  readonly counter?: number;
  /** What is said of the maker, though nobody asked. */
  readonly attestation?:
    | 'certificates'
    | 'of another form'
    | 'by itself, not signed'
    | 'by itself, signed wrong';
}

const attestations = {
  none: ['none', []],
  certificates: ['packed', ['x5c']],
  'of another form': ['fido-u2f', []],
  'by itself, not signed': ['packed', []],
  'by itself, signed wrong': ['packed', ['alg', 'sig']],
} as const;

/** A security key in software: ES256, no attestation, as a browser hands its answers on. */
export const createAuthenticator = (rpId: string, origin: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let counter = 0;

  const clientData = (type: string, challenge: string, from = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));

  const authenticatorData = ({ userVerified = true, counter: said }: Flaws, credential = Buffer.alloc(0)) => {
    counter = said ?? counter + 1;
    const flags = 0x01 | (userVerified ? 0x04 : 0) | (credential.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags]), count, credential]);
  };

  return {
    id,
    register: (challenge: string, name: string, flaws: Flaws = {}): NewFactor => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
      const [format, statement] = attestations[flaws.attestation ?? 'none'];
      const attestation = cborMap([
        [cborText('fmt'), cborText(format)],
        [cborText('attStmt'), cborMap(statement.map((part) => [cborText(part), statements[part]]))],
        [cborText('authData'), cborBytes(authenticatorData(flaws, credential))],
      ]);
      return {
        kind: 'passkey',
        name,
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: {
            clientDataJSON: clientData('webauthn.create', challenge, flaws.origin).toString('base64url'),
            attestationObject: attestation.toString('base64url'),
          },
        },
      };
    },
    use: (challenge: string, flaws: Flaws = {}): FactorProof => {
      const client = clientData('webauthn.get', challenge, flaws.origin);
      const data = authenticatorData(flaws);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        kind: 'passkey',
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: {
            clientDataJSON: client.toString('base64url'),
            authenticatorData: data.toString('base64url'),
            signature: signature.toString('base64url'),
          },
        },
      };
    },
  };
};

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** CBOR, as much of it as an authenticator needs. */
const cborHead = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const cborInteger = (n: number): Buffer => (n >= 0 ? cborHead(0, n) : cborHead(1, -1 - n));
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()]);

const statements = {
  x5c: Buffer.concat([cborHead(4, 1), cborBytes(Buffer.alloc(8))]),
  alg: cborInteger(-7),
  sig: cborBytes(Buffer.alloc(70)),
};

const coseKey = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cborMap([
    [cborInteger(1), cborInteger(2)],
    [cborInteger(3), cborInteger(-7)],
    [cborInteger(-1), cborInteger(1)],
    [cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ]);
};
