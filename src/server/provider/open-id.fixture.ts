import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the ID token says that it should not, or what it is signed with. */
export interface Flaws {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly isForged?: boolean;
}

const CLIENT_ID = 'prelude';
const CLIENT_SECRET = 'a secret of the test';

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
};

/** A small OpenID provider on loopback: discovery, keys, token endpoint with PKCE; its sign-in page says yes at once. */
export const openIdProvider = async () => {
  const [right, wrong] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2_048 }));
  if (right === undefined || wrong === undefined) throw new Error('There are two keys.');
  const given = new Map<string, { nonce: string; challenge: string; email: string; flaws: Flaws }>();
  let issuer = '';

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const idToken = (claims: object, isForged = false): string => {
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
    const key = (isForged ? wrong : right).privateKey;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };

  const redeem = (form: URLSearchParams): object => {
    const code = form.get('code') ?? '';
    const grant = given.get(code);
    given.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant === undefined || grant.challenge !== challenge) return { error: 'invalid_grant' };
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer,
      aud: CLIENT_ID,
      sub: 'somebody',
      iat: now,
      exp: now + 60,
      nonce: grant.nonce,
      email: grant.email,
      email_verified: true,
      ...grant.flaws.claims,
    };
    return {
      access_token: 'unused',
      token_type: 'Bearer',
      id_token: idToken(claims, grant.flaws.isForged),
    };
  };

  const server = createServer(async (request, response) => {
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return answer({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return answer({
          keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
        });
      case '/token': {
        const redeemed = redeem(await bodyOf(request));
        return answer(redeemed, 'error' in redeemed ? 400 : 200);
      }
      default:
        return answer({}, 404);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    config: { issuer: new URL(issuer), clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
    /** Somebody signs in at the address that Prelude sent them to. Gives back the query they come back with. */
    signIn: (address: string, email: string, flaws: Flaws = {}): URLSearchParams => {
      const { searchParams } = new URL(address);
      const code = `code-${given.size}-${Math.floor(performance.now() * 1_000)}`;
      given.set(code, {
        nonce: searchParams.get('nonce') ?? '',
        challenge: searchParams.get('code_challenge') ?? '',
        email,
        flaws,
      });
      return new URLSearchParams({ code, state: searchParams.get('state') ?? '' });
    },
  };
};
