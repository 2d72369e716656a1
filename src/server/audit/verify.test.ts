import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRow, genesisOf, macOf } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type Tampering, type Verdict, verifyAudit } from './verify.ts';

const key = createSecretKey(randomBytes(32));
const clinicId = 'c';

const sealedChain = (length: number, withKey: KeyObject = key, story = 'a'): AuditRow[] => {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const row = {
      seq,
      at: 1_000 * seq,
      actor_kind: 'staff',
      actor_id: `user ${seq % 3}`,
      actor_roles: 'clinician',
      session_hash: null,
      location: null,
      action: 'submission.read',
      object_type: 'submission',
      object_id: `${story} ${seq}`,
      fields: 'answers',
      outcome: 'done',
      reason: null,
      request_id: null,
      address_class: 'private',
      rules_version: null,
      prev: rows.at(-1)?.mac ?? genesisOf(withKey, clinicId),
    };
    rows.push({ ...row, mac: macOf(withKey, row) });
  }
  return rows;
};

const checkpointOf = (row: AuditRow | undefined): Checkpoint[] =>
  row === undefined ? [] : [{ clinicId, seq: row.seq, mac: row.mac, at: 1 }];

const LENGTH = 30;
const genuine = sealedChain(LENGTH);
const check = (rows: readonly AuditRow[], checkpoints = checkpointOf(genuine.at(-1))): Promise<Verdict> =>
  verifyAudit({ key, clinicId, rows: () => [...rows].sort((a, b) => a.seq - b.seq), checkpoints });

const rowAt = (seq: number): AuditRow => {
  const row = genuine[seq - 1];
  if (row === undefined) throw new Error(`There is no row ${seq}.`);
  return row;
};
const renumbered = (rows: readonly AuditRow[]): AuditRow[] =>
  rows.map((row, index) => ({ ...row, seq: index + 1 }));

it('a chain that nobody touched is sound', async () => {
  expect(await check(genuine)).toEqual({ sound: true, rows: LENGTH, notSealedYet: 0 });
  expect(await check([], [])).toEqual({ sound: true, rows: 0, notSealedYet: 0 });
});

describe('it is named when somebody with the whole table but not the key has', () => {
  const madeUp = { ...rowAt(7), object_id: 'nobody', mac: createHmac('sha256', 'guess').digest('hex') };
  const cases: readonly [string, AuditRow[], number, Tampering][] = [
    ['edited a row', genuine.with(6, { ...rowAt(7), actor_id: 'somebody else' }), 7, 'edited'],
    ['edited the last row', genuine.with(-1, { ...rowAt(LENGTH), action: 'queue.read' }), LENGTH, 'edited'],
    ['taken a row out', genuine.toSpliced(6, 1), 7, 'removed'],
    ['taken the first row out', genuine.toSpliced(0, 1), 1, 'removed'],
    ['taken a row out and closed the gap', renumbered(genuine.toSpliced(6, 1)), 7, 'removed'],
    ['taken three out and closed the gap', renumbered(genuine.toSpliced(6, 3)), 7, 'removed'],
    ['put a row in between', renumbered(genuine.toSpliced(6, 0, madeUp)), 7, 'inserted'],
    ['repeated a row', renumbered(genuine.toSpliced(6, 0, rowAt(3))), 7, 'inserted'],
    ['added a row at the end', [...genuine, { ...madeUp, seq: LENGTH + 1 }], LENGTH + 1, 'inserted'],
    ['put a row before the first', [{ ...madeUp, seq: 0 }, ...genuine], 1, 'inserted'],
    ['swapped two rows', renumbered(genuine.with(6, rowAt(20)).with(19, rowAt(7))), 7, 'reordered'],
    ['cut the tail off', genuine.slice(0, 20), 21, 'truncated'],
    ['emptied the table', [], 1, 'truncated'],
  ];
  it.each(cases)('%s', async (_, rows, seq, kind) => {
    expect(await check(rows)).toEqual({ sound: false, seq, kind });
  });

  it('put an older copy of the table back and let the server go on', async () => {
    const continued = [...genuine.slice(0, 20), ...sealedChain(LENGTH + 5, key, 'later').slice(20)];
    const restored = continued.slice(0, 20);
    for (const row of continued.slice(20)) {
      const relinked = { ...row, prev: restored.at(-1)?.mac ?? '' };
      restored.push({ ...relinked, mac: macOf(key, relinked) });
    }
    expect(await check(restored)).toEqual({ sound: false, seq: LENGTH, kind: 'rolled back' });
  });

  it('mixed in rows of another history of the same clinic', async () => {
    const mixed = [...genuine.slice(0, 10), ...sealedChain(LENGTH, key, 'other').slice(10)];
    expect(await check(mixed)).toEqual({ sound: false, seq: 11, kind: 'forked' });
  });

  it('written the whole table anew with a key of their own', async () => {
    const forged = sealedChain(LENGTH, createSecretKey(randomBytes(32)));
    expect(await check(forged)).toMatchObject({ sound: false, seq: 1 });
  });
});

it('of a thousand random changes to sealed rows a thousand are found', async () => {
  const column = fc.constantFrom(...(Object.keys(rowAt(1)) as (keyof AuditRow)[]));
  const at = fc.integer({ min: 0, max: LENGTH - 1 });
  const change = fc.oneof(
    fc.record({
      act: fc.constant('edit' as const),
      at,
      column,
      value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    }),
    fc.record({ act: fc.constant('remove' as const), at, close: fc.boolean() }),
    fc.record({ act: fc.constant('swap' as const), at, with: at }),
    fc.record({ act: fc.constant('repeat' as const), at, from: at }),
    fc.record({ act: fc.constant('cut' as const), at }),
  );
  let found = 0;
  await fc.assert(
    fc.asyncProperty(change, async (done) => {
      const rows = tampered(done);
      fc.pre(JSON.stringify(rows) !== JSON.stringify(genuine));
      expect((await check(rows)).sound).toBe(false);
      found += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(found).toBe(1_000);

  function tampered(done: typeof change extends fc.Arbitrary<infer Change> ? Change : never): AuditRow[] {
    const row = rowAt(done.at + 1);
    switch (done.act) {
      case 'edit':
        return genuine.with(done.at, { ...row, [done.column]: done.value });
      case 'remove':
        return done.close ? renumbered(genuine.toSpliced(done.at, 1)) : genuine.toSpliced(done.at, 1);
      case 'swap':
        return renumbered(genuine.with(done.at, rowAt(done.with + 1)).with(done.with, row));
      case 'repeat':
        return renumbered(genuine.toSpliced(done.at, 0, rowAt(done.from + 1)));
      case 'cut':
        return genuine.slice(0, done.at);
    }
  }
});
