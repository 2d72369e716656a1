import * as client from 'openid-client';
import type { ProviderConfig } from '../config.ts';

/** What ties one sign-in at the provider to one browser here. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The clinic's own identity provider, as far as signing in needs it. */
export interface Provider {
  /** Whether its second factor counts; else ours follows. */
  readonly secondFactorCounts: boolean;
  /** Where the browser goes to sign in. */
  addressFor(checks: Checks): Promise<URL>;
  /**
   * The verified e-mail of whoever came back; `undefined` where the provider does not vouch for one.
   *
   * @param query what stands after the `?` of the address that the browser came back to
   */
  emailOf(query: string, checks: Checks): Promise<string | undefined>;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Authorization code flow with PKCE, state and nonce; the ID token's signature, issuer, audience and age are checked. */
export const createProvider = (
  { issuer, clientId, clientSecret, secondFactor }: ProviderConfig,
  publicUrl: URL,
): Provider => {
  const comeBack = new URL('/clinic/provider', publicUrl);
  let found: Promise<client.Configuration> | undefined;
  const discovered = (): Promise<client.Configuration> => {
    found ??= client
      .discovery(issuer, clientId, clientSecret, undefined, {
        timeout: 10,
        execute: [
          client.enableNonRepudiationChecks,
          // Only for trying it out on one machine; config.ts asks for https anywhere else.
          ...(LOOPBACK.has(issuer.hostname) ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };

  return {
    secondFactorCounts: secondFactor === 'provider',
    addressFor: async ({ state, nonce, codeVerifier }) =>
      client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: comeBack.href,
        scope: 'openid email',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      }),
    emailOf: async (query, { state, nonce, codeVerifier }) => {
      const address = new URL(comeBack);
      address.search = query;
      const tokens = await client.authorizationCodeGrant(await discovered(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const said = tokens.claims();
      return typeof said?.email === 'string' && said.email_verified === true ? said.email : undefined;
    },
  };
};
