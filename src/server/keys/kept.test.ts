import { createCipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { genesisOf, macOf } from '../audit/chain.ts';
import { readCheckpointLine, writeCheckpointLine, writeRestoreLine } from '../audit/checkpoint.ts';
import { createKeyRing } from './key-ring.ts';
import { createVault } from './unlock.usecases.ts';

/*
 * What an earlier Prelude wrote with these keys. Were one of these values to change, a clinic could no longer open,
 * find or prove what it has: whoever changes a derivation or a format must keep the old one beside it.
 */
const materials = ['k1', 'index', 'audit', 'backup'].map((name, order) => ({
  name,
  bytes: Uint8Array.from({ length: 32 }, (_, index) => (index * 7 + order + 1) % 256),
}));
const keyRing = createKeyRing(materials);
const { envelope, indexes } = createVault(keyRing, 'kept-clinic');
const wrapped = {
  recordId: 'record-1',
  dataKeyId: 'aefda4a0ee7108d0fb5496a2',
  rootKeyId: 'k1',
  wrapped: Buffer.from(
    'UFJMRAECazEYApmRmvaswVqYKI/UDq9xvwhCK4xikCcooSUVk4qq4W8DvUp8p1hkZvMRIbLylxXyNsI40EQjY9gJtY0=',
    'base64',
  ),
};

/** A payload as the format is described, made without the envelope. */
const sealedByHand = (text: string, { format = 1, keyId = wrapped.dataKeyId } = {}) => {
  const place = [1, 'payload', 'kept-clinic', 'record-1', 'submissions.answers', 3, wrapped.dataKeyId];
  const padded = Buffer.alloc(4_096);
  padded.writeUInt32BE(Buffer.byteLength(text));
  padded.write(text, 4);
  const nonce = Buffer.alloc(12, 9);
  const cipher = createCipheriv('aes-256-gcm', envelope.unwrap(wrapped).secret, nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(place)));
  const body = [nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.from(`PRLD${String.fromCharCode(format, keyId.length)}${keyId}`), ...body]);
};
const place = { column: 'submissions.answers', version: 3 };

it('a record key and a payload that were sealed then open now', () => {
  const key = envelope.unwrap(wrapped);
  expect(key).toMatchObject({ recordId: 'record-1', dataKeyId: wrapped.dataKeyId });
  expect(envelope.openJson(key, place, sealedByHand('{"said":"sí"}'))).toEqual({ said: 'sí' });
});

it('a payload of another format, or that names another key, is told apart from a changed one', () => {
  const key = envelope.unwrap(wrapped);
  const notThisForm = 'not of this form';
  expect(() => envelope.open(key, place, sealedByHand('x', { format: 2 }))).toThrow(notThisForm);
  expect(() => envelope.open(key, place, sealedByHand('x', { keyId: 'b'.repeat(24) }))).toThrow(notThisForm);
  expect(() => envelope.open(key, place, sealedByHand('x').subarray(0, 57))).toThrow(notThisForm);
  expect(() => envelope.open(key, place, sealedByHand('x').subarray(0, 58))).toThrow('was changed');
  expect(() => envelope.open(key, { ...place, version: 4 }, sealedByHand('x'))).toThrow('was changed');
  expect(() => envelope.unwrap({ ...wrapped, rootKeyId: 'k7' })).toThrow(
    'The root key k7 is not in the key folder.',
  );
});

it('each key is derived as it was, and no two are the same', () => {
  expect(Object.fromEntries(keyRing.fingerprints)).toEqual({
    k1: 'b78a8eb47beb8fa38d965b570d0b728c',
    index: '35bff759ef12f6ff62b4c4dd9bb8944f',
    audit: 'b8c063b8b4f8300b50abaf12a36ef566',
    backup: 'f63fb29aed203c850f6ae87cdb452047',
  });
  expect(keyRing.backup.export().toString('hex')).toMatch(/^748346cecebe491daf0d2a59dd41fcb0/);
  expect(keyRing.roots.current.wrapping.export().toString('hex')).toMatch(
    /^3381e72738e50f980200c5381c0da907/,
  );
});

it('a surname and a body have the index they had', () => {
  expect(indexes.of('surname', 'Muñoz', 'x')).toBe('6fdbc445bd24afd7c9a9045aafedfca7');
  expect(indexes.of('body', 'Muñoz')).toBe('5ef8e36fe78fc5252e28435828baadb1');
});

it('the chain of the audit begins where it began, and its seals and checkpoints are the same bytes', () => {
  const prev = genesisOf(keyRing.auditChain, 'kept-clinic');
  expect(prev).toBe('2e51a5a0fa4d620a180f82962569b0f10dd251f650b54faae0a6f0c314ef389e');
  const row = {
    seq: 1,
    at: 2,
    actor_kind: 'staff',
    actor_id: 'a',
    actor_roles: 'b',
    session_hash: 'c',
    location: 'd',
    action: 'e',
    object_type: 'f',
    object_id: 'g',
    fields: 'h',
    outcome: 'i',
    reason: 'j',
    request_id: 'k',
    address_class: 'l',
    rules_version: 'm',
    prev,
  };
  expect(macOf(keyRing.auditChain, row)).toBe(
    '644ebf85d70537e2b49a538fcdf9ddb8cf4a6fbc8a6588978516a6a55db94091',
  );
  const checkpoint = { clinicId: 'kept-clinic', seq: 5, mac: 'ab', at: 7 };
  const line = writeCheckpointLine(keyRing.auditCheckpoint, checkpoint);
  expect(line).toBe(
    `${JSON.stringify({
      ...checkpoint,
      signature: 'Cxr3n01_fDNDf-y6TsjMy20TwFWwxeQ84J7Ef45fykiai0NSwJGCvsPlPnHfnFJRYTlYlfE-A0_t0UwVO-xyCw',
    })}\n`,
  );
  expect(writeRestoreLine(keyRing.auditCheckpoint, checkpoint)).toContain(
    '"j1RfbcjBrDvy69cCyrLjD84KCew2NZFeQTghX-b0UsvO6P3XYsgG0kDhEpVyxC5tv5acyHC2TGoJVGDHX5WzDA"',
  );
  expect(readCheckpointLine(keyRing.auditCheckpoint, line)).toEqual(checkpoint);
});
