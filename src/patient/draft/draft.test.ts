import { describe, expect, it } from 'vitest';
import { draftId, draftRequest, verifier } from '../../submission/wire.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { draftKeys } from './keys.ts';
import { seal, unseal } from './seal.ts';
import { newSecret, readSecret, writtenOut } from './secret.ts';

const secret = '7K3MQ2XD9TBV4HNA';

describe('the secret of a draft', () => {
  it('is 16 letters and digits, never the same twice', () => {
    const many = Array.from({ length: 200 }, newSecret);
    expect(new Set(many).size).toBe(200);
    for (const one of many) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it.each([
    ['as it is shown', '7K3M-Q2XD-9TBV-4HNA'],
    ['in small letters', '7k3mq2xd9tbv4hna'],
    ['with spaces and dashes', ' 7K3M q2xd – 9tbv — 4hna. '],
    ['in full-width letters', '７Ｋ３Ｍ-Q2XD-9TBV-4HNA'],
    ['as a whole link', 'https://clinic.example/resume#7K3M-Q2XD-9TBV-4HNA'],
  ])('P16 is understood %s', (_, typed) => {
    expect(readSecret(typed)).toBe(secret);
  });

  it('P16 forgives the letters that look like others', () => {
    expect(readSecret('OIlu-0000-0000-0000')).toBe('011V000000000000');
  });

  it.each([
    ['too short', '7K3M-Q2XD'],
    ['too long', '7K3M-Q2XD-9TBV-4HNA-1'],
    ['other letters', '7K3M-Q2XD-9TBV-4HNÑ'],
    ['nothing', ' '],
  ])('is not read from %s', (_, typed) => {
    expect(readSecret(typed)).toBeUndefined();
  });

  it('comes back from the way it is written out', () => {
    for (const one of Array.from({ length: 200 }, newSecret)) expect(readSecret(writtenOut(one))).toBe(one);
    expect(writtenOut(secret)).toBe('7K3M-Q2XD-9TBV-4HNA');
    expect(writtenOut('')).toBe('');
  });
});

describe('a sealed draft', () => {
  const answers = { answers: { firstName: 'Ana', asq1: 'declined' } };
  const newKey = async (id: string) => {
    const aes = { name: 'AES-GCM', length: 256 } as const;
    return { id, key: await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']) };
  };

  it('has an id, a verifier and a key that cannot be read out, always the same for one secret', async () => {
    const [once, again, other] = await Promise.all(
      [secret, secret, '0000000000000000'].map((one) => draftKeys(one)),
    );
    expect(draftId.safeParse(once?.id).success).toBe(true);
    expect(verifier.safeParse(once?.verifier).success).toBe(true);
    expect([once?.id, once?.verifier]).toEqual([again?.id, again?.verifier]);
    expect(once?.id).not.toBe(other?.id);
    expect(once?.key.extractable).toBe(false);
    expect(once?.key.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
  });

  it('has the id and the verifier that it had in every earlier version: else nobody would find theirs', async () => {
    const { id, verifier: right } = await draftKeys(secret);
    expect([id, right]).toEqual(['07amPdbPPKzW_1IhBcpKMw', 'OPD7H4xvXXNy4zeOVJjnWmO7oR_NBi12PfJND7wabns']);
  });

  it('is a nonce and AES-256-GCM of padded JSON, bound to its name: as every draft that is kept', async () => {
    const { key } = await newKey('mine');
    const nonce = new Uint8Array(12).fill(7);
    const additionalData = new TextEncoder().encode('prelude|1|a name');
    const text = new TextEncoder().encode(`{"said":"s\u00ed"}${' '.repeat(50)}`);
    const byHand = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, text);
    const whole = new Uint8Array([...nonce, ...new Uint8Array(byHand)]);
    expect(await unseal(key, 'a name', toBase64url(whole))).toEqual({ ok: true, value: { said: 'sí' } });
    expect(fromBase64url(toBase64url(whole))).toEqual(whole);
    expect(toBase64url(whole)).not.toMatch(/[+/=]/);
    const sealed = fromBase64url(await seal(key, 'a name', { said: 'sí' }));
    expect(sealed.length).toBe(12 + 4096 + 16);
    const longer = fromBase64url(await seal(key, 'a name', 'x'.repeat(4095)));
    expect(longer.length).toBe(12 + 8192 + 16);
    const again = fromBase64url(await seal(key, 'a name', { said: 'sí' }));
    expect(again.subarray(0, 12)).not.toEqual(sealed.subarray(0, 12));
  });

  it('is foreign where it is no text, or no JSON', async () => {
    const { key } = await newKey('mine');
    const nonce = new Uint8Array(12);
    const additionalData = new TextEncoder().encode('prelude|1|n');
    for (const bytes of [new Uint8Array([0x22, 0xff, 0x22]), new TextEncoder().encode('no JSON')]) {
      const byHand = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, bytes);
      const whole = new Uint8Array([...nonce, ...new Uint8Array(byHand)]);
      expect(await unseal(key, 'n', toBase64url(whole))).toEqual({ ok: false, error: 'foreign' });
    }
  });

  it('opens with its key and name only, and shows nothing outside', async () => {
    const [mine, foreign] = [await newKey('mine'), await newKey('foreign')];
    const sealed = await seal(mine.key, mine.id, answers);
    expect(draftRequest.safeParse({ ciphertext: sealed }).success).toBe(true);
    expect(atob(sealed.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('Ana');
    expect(await unseal(mine.key, mine.id, sealed)).toEqual({ ok: true, value: answers });
    expect(await unseal(mine.key, foreign.id, sealed)).toEqual({ ok: false, error: 'foreign' });
    expect(await unseal(foreign.key, mine.id, sealed)).toEqual({ ok: false, error: 'foreign' });
    expect(await unseal(mine.key, mine.id, `${sealed.slice(0, -4)}AAAA`)).toEqual({
      ok: false,
      error: 'foreign',
    });
    expect(await unseal(mine.key, mine.id, 'not base64!')).toEqual({ ok: false, error: 'foreign' });
  });

  it('has the same length for a short and a somewhat longer draft', async () => {
    const { key, id } = await newKey('mine');
    const [short, longer] = await Promise.all([seal(key, id, {}), seal(key, id, { text: 'x'.repeat(2000) })]);
    expect(short.length).toBe(longer.length);
  });
});
