import * as z from 'zod/mini';
import { roles, session } from './staff-wire.ts';
import { uuid } from './wire.ts';

/** What the portal and the server say to each other about signing in and the second factor. */
const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,3900}$/));
const instant = z.iso.datetime({ offset: true });

/** With what an account can show its second factor. */
const factorsHeld = z.strictObject({
  totp: z.boolean(),
  passkey: z.boolean(),
  recoveryCodes: z.boolean(),
});
export type FactorsHeld = z.infer<typeof factorsHeld>;

/** What a right password leads to. Nothing of the portal opens before `signedIn`. */
export const signInAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signedIn'), session }),
  z.strictObject({ state: z.literal('secondFactor'), has: factorsHeld }),
  /** The account has no second factor yet, and gets one now. */
  z.strictObject({ state: z.literal('enrol') }),
]);
export type SignInAnswer = z.infer<typeof signInAnswer>;

const extensionResults = z.record(z.string(), z.unknown());

const typedCode = z.string().check(z.maxLength(60));

/** `POST /api/auth/second-factor` and `POST /api/auth/step-up` */
export const factorProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: typedCode }),
  z.strictObject({ kind: z.literal('recovery'), code: typedCode }),
  z.strictObject({
    kind: z.literal('passkey'),
    response: z.strictObject({
      id: base64url,
      rawId: base64url,
      type: z.literal('public-key'),
      authenticatorAttachment: z.optional(z.enum(['platform', 'cross-platform'])),
      clientExtensionResults: extensionResults,
      response: z.strictObject({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: z.optional(z.string().check(z.maxLength(200))),
      }),
    }),
  }),
]);
export type FactorProof = z.infer<typeof factorProof>;

const passkeyName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** `POST /api/auth/enrol` and `POST /api/staff/account/factors`: shows that a new factor works. */
export const newFactor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: typedCode }),
  z.strictObject({
    kind: z.literal('passkey'),
    name: passkeyName,
    response: z.strictObject({
      id: base64url,
      rawId: base64url,
      type: z.literal('public-key'),
      authenticatorAttachment: z.optional(z.enum(['platform', 'cross-platform'])),
      clientExtensionResults: extensionResults,
      response: z.strictObject({
        clientDataJSON: base64url,
        attestationObject: base64url,
        authenticatorData: z.optional(base64url),
        publicKey: z.optional(base64url),
        publicKeyAlgorithm: z.optional(z.number()),
        transports: z.optional(z.array(z.string().check(z.maxLength(30))).check(z.maxLength(10))),
      }),
    }),
  }),
]);
export type NewFactor = z.infer<typeof newFactor>;

/** A new key for an authenticator app, as text and as what its QR code says. */
export const offeredKey = z.strictObject({ key: z.string(), uri: z.string() });
export type OfferedKey = z.infer<typeof offeredKey>;

/** What the browser asks an authenticator: to make a passkey … */
export const passkeyCreation = z.strictObject({
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.number(),
  excludeCredentials: z.array(z.strictObject({ id: z.string(), type: z.literal('public-key') })),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('preferred'),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type PasskeyCreation = z.infer<typeof passkeyCreation>;

/** … or to use one. */
export const passkeyRequest = z.strictObject({
  challenge: z.string(),
  timeout: z.number(),
  rpId: z.string(),
  allowCredentials: z.array(z.strictObject({ id: z.string(), type: z.literal('public-key') })),
  userVerification: z.literal('required'),
});
export type PasskeyRequest = z.infer<typeof passkeyRequest>;

/** Shown once: the store keeps hashes alone. */
const recoveryCodes = z.array(z.string());

/** The first factor of an account: it is in, and has its recovery codes. */
export const enrolled = z.strictObject({ session, recoveryCodes });

export const recoveryCodesMade = z.strictObject({ recoveryCodes });

const factor = z.strictObject({
  id: uuid,
  kind: z.enum(['totp', 'passkey']),
  name: z.nullable(z.string()),
  addedAt: instant,
  usedAt: z.nullable(instant),
});
export type Factor = z.infer<typeof factor>;

/** `GET /api/staff/account` */
export const account = z.strictObject({
  name: z.string(),
  signInName: z.string(),
  factors: z.array(factor),
  recoveryCodesLeft: z.number(),
});
export type OwnAccount = z.infer<typeof account>;

/** `POST /api/staff/account/password` */
export const ownPassword = z.strictObject({
  current: z.string().check(z.maxLength(2_000)),
  password: z.string().check(z.maxLength(2_000)),
});

/** `PUT /api/staff/account/factors/:id` */
export const passkeyNamed = z.strictObject({ name: passkeyName });

/** One browser in which somebody is signed in. */
const sessionItem = z.strictObject({
  id: uuid,
  device: z.string(),
  startedAt: instant,
  seenAt: instant,
  isThisOne: z.boolean(),
});
export type SessionItem = z.infer<typeof sessionItem>;

/** `GET /api/staff/sessions` and `GET /api/staff/users/:id/sessions` */
export const sessionList = z.strictObject({ sessions: z.array(sessionItem) });

const someRoles = z.array(z.enum(roles)).check(z.minLength(1), z.maxLength(roles.length));

const userItem = z.strictObject({
  id: uuid,
  name: z.string(),
  signInName: z.string(),
  roles: z.array(z.enum(roles)),
  status: z.enum(['invited', 'active', 'disabled']),
  hasFactor: z.boolean(),
});
export type UserItem = z.infer<typeof userItem>;

/** `GET /api/staff/users` */
export const userList = z.strictObject({ users: z.array(userItem) });

const shortName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** `POST /api/staff/users` */
export const newUser = z.strictObject({ name: shortName, signInName: shortName, roles: someRoles });

/** `POST /api/staff/users/:id/roles` */
export const newRoles = z.strictObject({ roles: someRoles });

/** A one-time link, shown once to whoever hands it over. */
export const handedLink = z.strictObject({ link: z.string() });

/** `GET /api/auth/ways`: whether the clinic has an identity provider of its own to sign in with. */
export const signInWays = z.strictObject({ provider: z.boolean() });

/** `POST /api/auth/provider`: where to go to sign in there. */
export const providerAddress = z.strictObject({ url: z.string() });

/** `POST /api/auth/provider/return`: what stood after the `?` when the browser came back. */
export const providerReturn = z.strictObject({ query: z.string().check(z.maxLength(4_000)) });
