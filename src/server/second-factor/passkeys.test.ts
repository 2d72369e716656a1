import { expect, it } from 'vitest';
import { createAuthenticator } from './authenticator.fixture.ts';
import { challengeIn, verifiedPasskey, verifiedUse } from './passkeys.ts';

const publicUrl = new URL('https://clinic.example');
const challenge = 'A'.repeat(43);
const newAuthenticator = () => createAuthenticator(publicUrl.hostname, publicUrl.origin);
const base64url = (text: string) => Buffer.from(text).toString('base64url');

type Authenticator = ReturnType<typeof newAuthenticator>;

const made = async (authenticator: Authenticator, flaws: Parameters<Authenticator['register']>[2] = {}) => {
  const given = authenticator.register(challenge, 'Laptop', flaws);
  if (given.kind !== 'passkey') throw new Error('An authenticator makes passkeys.');
  return verifiedPasskey(publicUrl, challenge, given.response);
};
const useOf = (authenticator: Authenticator, flaws: Parameters<Authenticator['use']>[1] = {}) => {
  const shown = authenticator.use(challenge, flaws);
  if (shown.kind !== 'passkey') throw new Error('An authenticator shows passkeys.');
  return shown.response;
};

it('a passkey that was made here is kept by its id, its key and its count', async () => {
  const authenticator = newAuthenticator();
  expect(await made(authenticator)).toMatchObject({ credentialId: authenticator.id, counter: 1 });
});

it.each(['certificates', 'of another form', 'by itself, not signed', 'by itself, signed wrong'] as const)(
  'a passkey with an attestation (%s) is not taken',
  async (attestation) => {
    expect(await made(newAuthenticator(), { attestation })).toBeUndefined();
  },
);

it('what is no attestation at all is not taken', async () => {
  const { response, ...rest } = useOf(newAuthenticator());
  const noise = { clientDataJSON: response.clientDataJSON, attestationObject: base64url('noise') };
  expect(await verifiedPasskey(publicUrl, challenge, { ...rest, response: noise })).toBeUndefined();
});

it('a use counts for the key, the challenge and the site it was made for', async () => {
  const [mine, stranger] = [newAuthenticator(), newAuthenticator()];
  const [passkey, theirs] = [await made(mine), await made(stranger)];
  if (passkey === undefined || theirs === undefined) throw new Error('Both are passkeys.');
  expect(await verifiedUse(publicUrl, challenge, useOf(mine), passkey)).toBe(2);
  const others = { ...passkey, publicKey: theirs.publicKey };
  expect(await verifiedUse(publicUrl, challenge, useOf(mine), others)).toBeUndefined();
  expect(await verifiedUse(publicUrl, 'B'.repeat(43), useOf(mine), passkey)).toBeUndefined();
  expect(
    await verifiedUse(new URL('https://other.example'), challenge, useOf(mine), passkey),
  ).toBeUndefined();
});

it.each([
  ['is no JSON', 'noise', undefined],
  ['names no challenge', '{"type":"webauthn.get"}', undefined],
  ['names one', '{"type":"webauthn.get","challenge":"x"}', 'x'],
])('of an answer that %s the challenge is read so', (_, text, read) => {
  expect(challengeIn({ clientDataJSON: base64url(text) })).toBe(read);
});
