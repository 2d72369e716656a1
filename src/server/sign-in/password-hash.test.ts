import { hash } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import { asTyped } from './password.ts';
import { dummyHash, hashPassword, isOutdated, matchesHash } from './password-hash.ts';

const password = asTyped('violin harbor tuesday moss');

it('a password matches its own hash and no other', async () => {
  const hashed = await hashPassword(password);
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await matchesHash(password, hashed)).toBe(true);
  expect(await matchesHash(asTyped('violin harbor tuesday mosS'), hashed)).toBe(false);
  expect(await matchesHash(password, await dummyHash())).toBe(false);
});

it('the same password hashes differently each time', async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

it('a hash made with weaker parameters is due for renewal', async () => {
  expect(isOutdated(await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))).toBe(true);
  expect(isOutdated(await hashPassword(password))).toBe(false);
});

it('no more than two hashes run at once and fifty wait; the rest are asked to come back', async () => {
  const ends = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword(password)));
  const refused = ends.filter((end) => end.status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]?.reason).toMatchObject({ status: 503, retryAfterSeconds: 5 });
  expect(await matchesHash(password, await hashPassword(password))).toBe(true);
}, 60_000);
