import { expect, it } from 'vitest';
import { readChain } from '../audit/audit.repository.ts';
import { openStore } from '../db/connect.ts';
import { StoreNotReady } from '../db/migrate.ts';
import { engines, temporaryPlace } from '../db/store.fixture.ts';
import { unlockStore } from '../keys/unlock.usecases.ts';
import { openEverything } from '../keys/verify.usecases.ts';
import { actor, temporaryClinic } from './clinic.fixture.ts';
import { markHalfFilled } from './fill.repository.ts';
import { refuseUnfit } from './fill.usecases.ts';
import { moveClinic } from './move.usecases.ts';

const onPostgres = it.runIf(engines.includes('postgres'));

const moving = async (records = 130) => {
  const clinic = await temporaryClinic('sqlite', records);
  const to = await temporaryPlace('postgres');
  const move = () =>
    moveClinic({
      ...clinic,
      from: clinic,
      to,
      folders: clinic.where,
      auditDir: clinic.where.auditDir,
      actor,
    });
  return { clinic, to, move };
};

onPostgres(
  'a clinic moves from SQLite to PostgreSQL with every record and its audit, and the old one serves no more',
  async () => {
    const { clinic, to, move } = await moving();
    const moved = await move();
    expect(moved).toMatchObject({ opened: 130, auditRows: 1 });
    const store = await openStore(to);
    await refuseUnfit(store);
    const vault = await unlockStore(store, clinic.where);
    expect(vault.clinicId).toBe(clinic.vault.clinicId);
    expect(await openEverything(store, vault)).toEqual({ opened: 130, unreadable: [] });
    const actions: string[] = [];
    for await (const row of readChain(store.db)) actions.push(row.action);
    expect(actions).toEqual(['server.start', 'store.move']);
    await store.close();
    await expect(refuseUnfit(clinic.store)).rejects.toThrow(/was moved to another database on 2026-11-22/);
  },
);

onPostgres('a clinic does not move into a database where another is', async () => {
  const { to, move } = await moving(1);
  const other = await openStore(to);
  await other.inTransaction((tx) =>
    tx.insertInto('meta').values({ name: 'clinic-id', value: 'x' }).execute(),
  );
  await other.close();
  await expect(move()).rejects.toThrow(/There is a clinic in this database already/);
});

onPostgres(
  'a move that was interrupted leaves a database that nothing serves from, and says what to do',
  async () => {
    const { clinic, to, move } = await moving(1);
    const half = await openStore(to);
    await half.inTransaction((tx) => markHalfFilled(tx));
    await expect(refuseUnfit(half)).rejects.toThrow(StoreNotReady);
    await half.close();
    await expect(move()).rejects.toThrow(/half filled by an earlier try.*drop schema public cascade/);
    await expect(refuseUnfit(clinic.store)).resolves.toBeUndefined();
  },
);

onPostgres('a clinic with a record that does not open stays where it is', async () => {
  const { clinic, move } = await moving(2);
  await clinic.store.inTransaction((tx) =>
    tx
      .updateTable('safety_alerts')
      .set({ content: new Uint8Array(40) })
      .where('id', '=', clinic.ids[0] ?? '')
      .execute(),
  );
  await expect(move()).rejects.toThrow(/1 rows do not open there/);
  await expect(refuseUnfit(clinic.store)).resolves.toBeUndefined();
});
