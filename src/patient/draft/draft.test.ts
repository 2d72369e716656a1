import { describe, expect, it } from 'vitest';
import { draftId, draftRequest, verifier } from '../../submission/wire.ts';
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
  });
});

describe('a sealed draft', () => {
  const answers = { answers: { firstName: 'Ana', asq1: 'declined' } };

  it('has an id, a verifier and a key that cannot be read out, always the same for one secret', async () => {
    const [once, again, other] = await Promise.all(
      [secret, secret, '0000000000000000'].map((one) => draftKeys(one)),
    );
    expect(draftId.safeParse(once?.id).success).toBe(true);
    expect(verifier.safeParse(once?.verifier).success).toBe(true);
    expect([once?.id, once?.verifier]).toEqual([again?.id, again?.verifier]);
    expect(once?.id).not.toBe(other?.id);
    expect(once?.key.extractable).toBe(false);
  });

  it('opens with its key and name only, and shows nothing outside', async () => {
    const [mine, foreign] = await Promise.all([draftKeys(secret), draftKeys('0000000000000000')]);
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
    const { key, id } = await draftKeys(secret);
    const [short, longer] = await Promise.all([seal(key, id, {}), seal(key, id, { text: 'x'.repeat(2000) })]);
    expect(short.length).toBe(longer.length);
  });
});
