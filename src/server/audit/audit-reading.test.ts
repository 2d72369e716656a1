import { describe, expect, it } from 'vitest';
import type { Store } from '../db/connect.ts';
import { engines, temporaryStore } from '../db/store.fixture.ts';
import { countActs, insertAuditRow, readChain, readChainHead, readNewestTime } from './audit.repository.ts';
import { type AuditFilter, countAuditRows, findAuditRows, listActions } from './audit-reading.repository.ts';
import type { AuditRow } from './chain.ts';

const row = (seq: number, change: Partial<AuditRow> = {}): AuditRow => ({
  seq,
  at: seq * 10,
  actor_kind: 'staff',
  actor_id: 'u1',
  actor_roles: '',
  session_hash: null,
  location: null,
  action: 'submission.read',
  object_type: null,
  object_id: null,
  fields: '',
  outcome: 'done',
  reason: null,
  request_id: null,
  address_class: null,
  rules_version: null,
  prev: '',
  mac: `mac ${seq}`,
  ...change,
});

const write = (store: Store, rows: readonly AuditRow[]) =>
  store.inTransaction(async (tx) => {
    for (const one of rows) await insertAuditRow(tx, one);
  });

const everything: AuditFilter = {
  actor: undefined,
  action: undefined,
  objectId: undefined,
  from: undefined,
  until: undefined,
  beforeSeq: undefined,
};

describe.each(engines)('the audit on %s', (engine) => {
  it('is read the newest first, by who, what, of what, when, and page by page', async () => {
    const store = await temporaryStore(engine);
    await write(store, [
      row(1),
      row(2, { actor_id: 'u2', action: 'queue.read' }),
      row(3, { actor_kind: 'patient', actor_id: null, object_id: 's1' }),
      row(4, { object_id: 's2' }),
    ]);
    const found = async (filter: Partial<AuditFilter>, most = 10) =>
      (await findAuditRows(store.db(), { ...everything, ...filter }, most)).map(({ seq }) => seq);
    expect(await found({})).toEqual([4, 3, 2, 1]);
    expect(await found({}, 2)).toEqual([4, 3]);
    expect(await found({ beforeSeq: 3 })).toEqual([2, 1]);
    expect(await found({ actor: { id: 'u1' } })).toEqual([4, 1]);
    expect(await found({ actor: { kind: 'patient' } })).toEqual([3]);
    expect(await found({ actor: { kind: 'staff' } })).toEqual([4, 2, 1]);
    expect(await found({ action: 'queue.read' })).toEqual([2]);
    expect(await found({ objectId: 's1' })).toEqual([3]);
    expect(await found({ from: 20, until: 40 })).toEqual([3, 2]);
    expect(await found({ actor: { id: 'u1' }, action: 'queue.read' })).toEqual([]);
  });

  it('says what was ever done, how many rows there are, and when the newest was written', async () => {
    const store = await temporaryStore(engine);
    expect(await readNewestTime(store.db())).toBeUndefined();
    expect(await readChainHead(store.db())).toBeUndefined();
    expect(await countAuditRows(store.db())).toBe(0);
    await write(store, [row(1), row(2, { action: 'queue.read' }), row(3)]);
    expect(await readNewestTime(store.db())).toBe(30);
    expect(await readChainHead(store.db())).toEqual({ seq: 3, mac: 'mac 3' });
    expect(await countAuditRows(store.db())).toBe(3);
    expect(await listActions(store.db())).toEqual(['queue.read', 'submission.read']);
  });

  it('counts what one account did since an instant, without what was refused', async () => {
    const store = await temporaryStore(engine);
    await write(store, [
      row(1),
      row(2),
      row(3, { outcome: 'refused' }),
      row(4, { actor_id: 'u2' }),
      row(5, { action: 'queue.read' }),
      row(6),
    ]);
    const act = { actorId: 'u1', action: 'submission.read' } as const;
    expect(await countActs(store.db(), { ...act, since: 0 })).toBe(3);
    expect(await countActs(store.db(), { ...act, since: 10 })).toBe(2);
    expect(await countActs(store.db(), { ...act, since: 60 })).toBe(0);
  });
});

it('a chain longer than one page is read to its end, every row once', async () => {
  const store = await temporaryStore('sqlite');
  const rows = Array.from({ length: 2_003 }, (_, index) => row(index - 1));
  await write(store, rows);
  const read: number[] = [];
  for await (const { seq } of readChain(store.db)) read.push(seq);
  expect(read).toEqual(rows.map(({ seq }) => seq));
});
