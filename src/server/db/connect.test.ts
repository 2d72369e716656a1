import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, openStoreLike } from './connect.ts';
import { dropOldCopies } from './copy-first.repository.ts';
import { engines, temporaryPlace, temporaryStore } from './store.fixture.ts';

describe.each(engines)('the store on %s', (engine) => {
  it('opens a second time on its own tables', async () => {
    const place = await temporaryPlace(engine);
    const first = await openStore(place);
    await first.inTransaction((tx) => tx.insertInto('meta').values({ name: 'kept', value: 'yes' }).execute());
    await first.close();
    const second = await openStore(place);
    const rows = await second.db().selectFrom('meta').selectAll().execute();
    await second.close();
    expect(rows).toEqual([{ name: 'kept', value: 'yes' }]);
  });

  it('refuses data that a newer program wrote, and says so', async () => {
    const place = await temporaryPlace(engine);
    const newer = await openStore(place);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      newer.db(),
    );
    await newer.close();
    await expect(openStore(place)).rejects.toThrow(/newer version of this program/);
  });

  it('gives bytes, times and counts back as they were put in', async () => {
    const store = await temporaryStore(engine);
    const ciphertext = new Uint8Array([0, 1, 127, 128, 255]);
    const draft = { id: 'd', version: 1, verifier_hash: 'h', ciphertext, created_at: 1_800_000_000_123 };
    await store.inTransaction((tx) =>
      tx
        .insertInto('drafts')
        .values({ ...draft, saved_at: 2, expires_at: 3 })
        .execute(),
    );
    const row = await store.db().selectFrom('drafts').selectAll().executeTakeFirstOrThrow();
    expect([...row.ciphertext]).toEqual([...ciphertext]);
    expect(row.created_at).toBe(1_800_000_000_123);
  });

  it('refuses a session of a user that does not exist', async () => {
    const store = await temporaryStore(engine);
    const session = {
      token_hash: 't',
      id: 'a',
      user_id: 'nobody',
      device: 'Firefox on Linux',
      created_at: 1,
      seen_at: 1,
      factor_at: 1,
      ends_at: 2,
      ended_at: null,
    };
    await expect(
      store.inTransaction((tx) => tx.insertInto('sessions').values(session).execute()),
    ).rejects.toThrow(/foreign key/i);
  });

  it('never changes an audit row', async () => {
    const store = await temporaryStore(engine);
    const row = {
      seq: 1,
      at: 1,
      actor_kind: 'system',
      actor_roles: '',
      action: 'test',
      fields: '',
      outcome: 'done',
      prev: '',
      mac: 'm',
    };
    await store.inTransaction((tx) =>
      tx
        .insertInto('audit')
        .values({ ...nothingElse, ...row })
        .execute(),
    );
    const change = store.inTransaction((tx) => tx.updateTable('audit').set({ mac: 'n' }).execute());
    await expect(change).rejects.toThrow(/only ever added/);
    const removal = store.inTransaction((tx) => tx.deleteFrom('audit').execute());
    await expect(removal).rejects.toThrow(/only ever added/);
  });
});

const nothingElse = {
  actor_id: null,
  session_hash: null,
  location: null,
  object_type: null,
  object_id: null,
  reason: null,
  request_id: null,
  address_class: null,
  rules_version: null,
};

it('SQLite syncs every commit and keeps its files to its owner', async () => {
  const place = await temporaryPlace('sqlite');
  const store = await openStore(place);
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.db());
  const { rows: mode } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(store.db());
  await store.close();
  expect(rows).toEqual([{ synchronous: 2 }]);
  expect(mode).toEqual([{ journal_mode: 'wal' }]);
  if (place.engine === 'sqlite') expect(statSync(dirname(place.file)).mode & 0o077).toBe(0);
});

it('a command-line tool may write beside the server', async () => {
  const place = await temporaryPlace('sqlite');
  if (place.engine !== 'sqlite') return;
  const store = await openStore(place);
  const tool = new DatabaseSync(place.file, { timeout: 1_000 });
  tool.exec("insert into meta (name, value) values ('tool', 'x')");
  await store.inTransaction((tx) => tx.insertInto('meta').values({ name: 'server', value: 'x' }).execute());
  const rows = tool.prepare('select name from meta order by name').all();
  tool.close();
  await store.close();
  expect(rows.map((row) => row.name)).toEqual(['server', 'tool']);
});

it('SQLite is copied before a newer program changes its tables, and the copy goes after a week', async () => {
  const place = await temporaryPlace('sqlite');
  if (place.engine !== 'sqlite') return;
  const old = await openStoreLike(place, ['0001-first-tables']);
  await sql`insert into meta (name, value) values ('key-fingerprint:k1', 'mark')`.execute(old.db());
  await sql`insert into record_keys values ('r', 'd', 'k1', x'00', 1)`.execute(old.db());
  await old.close();

  const store = await openStore(place);
  const roots = await store.db().selectFrom('root_keys').selectAll().execute();
  const keys = await store.db().selectFrom('record_keys').select(['record_id', 'root_key_id']).execute();
  await store.close();
  expect(roots).toEqual([{ id: 'k1', fingerprint: 'mark', used_since: 0 }]);
  expect(keys).toEqual([{ record_id: 'r', root_key_id: 'k1' }]);

  const copy = join(dirname(place.file), 'before-migration', '0002-second-factor.sqlite');
  expect(statSync(copy).mode & 0o077).toBe(0);
  const before = new DatabaseSync(copy);
  expect(before.prepare('select name from kysely_migration').all()).toMatchObject([
    { name: '0001-first-tables' },
  ]);
  expect(before.prepare('select value from meta').all()).toMatchObject([{ value: 'mark' }]);
  before.close();
  const week = 7 * 24 * 3_600_000;
  dropOldCopies(place.file, Date.now() + week - 60_000);
  expect(existsSync(copy)).toBe(true);
  dropOldCopies(place.file, Date.now() + week + 60_000);
  expect(existsSync(copy)).toBe(false);
});
