import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '../app.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { openStore, type StorePlace } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { engines, temporaryFolder, temporaryPlace } from '../db/store.fixture.ts';
import { type Browser, signedInAdministrator, type TestServer, testServer } from '../server.fixture.ts';
import { send } from '../submissions/form.fixture.ts';
import { createKeyWatch } from './key-watch.ts';
import { createRotation } from './rotation.usecases.ts';
import { unlockStore } from './unlock.usecases.ts';
import { openEverything } from './verify.usecases.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What each process has for itself: connections, keys from the folder, a watch over them. */
const process = async (
  base: TestServer,
  place: StorePlace,
  folders: Parameters<typeof unlockStore>[1] & object,
) => {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  const vault = await unlockStore(store, folders);
  const { clock } = base;
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const deps = { ...base.deps, store, vault, audit };
  const rotation = createRotation(
    { store, vault, audit, clock, keysDir: folders.keysDir },
    { kind: 'command-line' },
  );
  const app = await createApp(deps);
  onTestFinished(() => app.close());
  const watch = createKeyWatch({ store, vault, onProblem: (error) => expect(error).toBeUndefined() });
  return { ...base, app, deps, vault, rotation, watch };
};

type Process = Awaited<ReturnType<typeof process>>;

/** Forms that come in at one process and are read at the other, until it is over; what went wrong, in words. */
const serve = (processes: readonly Process[], staff: Browser) => {
  const rounds = new EventEmitter();
  const wrong: string[] = [];
  let forms = 0;
  let isOver = false;
  const work = async (at: Process, other: Process) => {
    while (!isOver) {
      const id = randomUUID();
      forms += 1;
      const sent = await send(at.app, undefined, { id, from: `10.7.${forms >> 8}.${forms & 255}` });
      if (sent.statusCode !== 201) wrong.push(`a form: ${sent.statusCode}`);
      const read = await other.app.inject({ url: `/api/staff/submissions/${id}`, headers: staff });
      if (read.statusCode !== 200) wrong.push(`a reading: ${read.statusCode}`);
      rounds.emit('round');
    }
  };
  const done = Promise.all(
    processes.flatMap((at, n) => [
      work(at, processes[(n + 1) % processes.length] ?? at),
      work(at, processes[(n + 1) % processes.length] ?? at),
    ]),
  );
  return {
    after: async (many: number) => {
      for (let n = 0; n < many; n += 1) await once(rounds, 'round');
    },
    end: async () => {
      isOver = true;
      await done;
      return { forms, wrong };
    },
  };
};

const processesOn = { sqlite: 1, postgres: 2 } as const satisfies Record<Engine, number>;

it.each(engines)(
  'a root key is replaced while every process on %s serves: no form and no reading fails, and the old one ends',
  async (engine) => {
    const base = await testServer();
    const place = await temporaryPlace(engine);
    const folder = temporaryFolder();
    const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
    const begin = () => process(base, place, folders);
    const processes: Process[] = [];
    for (let n = 0; n < processesOn[engine]; n += 1) processes.push(await begin());
    const [first] = processes;
    if (first === undefined) throw new Error('Nobody serves.');
    const command = await begin();
    const traffic = serve(processes, await signedInAdministrator(first));

    await traffic.after(6);
    expect(await command.rotation.add()).toMatchObject({ ok: true, value: 'k2' });
    await traffic.after(4);
    // None of them has noticed yet: what they seal meanwhile stands under the old key.
    expect((await command.rotation.rewrap({ keysPerCommit: 2 })).unreadable).toEqual([]);
    for (const { watch } of processes) {
      await traffic.after(4);
      await watch.look();
      expect((await command.rotation.rewrap({ keysPerCommit: 2 })).unreadable).toEqual([]);
    }
    await traffic.after(4);
    expect(await command.rotation.rewrap()).toMatchObject({ current: 'k2', unreadable: [], left: 0 });
    base.clock.forward(60_000);
    expect(await command.rotation.retire('k1')).toMatchObject({ ok: true });
    await traffic.after(6);

    const { forms, wrong } = await traffic.end();
    expect(wrong).toEqual([]);
    const store = command.deps.store;
    const later = await begin();
    const { opened, unreadable } = await openEverything(store, later.vault);
    expect(unreadable).toEqual([]);
    expect(opened).toBeGreaterThanOrEqual(forms);
    const under = await store.db().selectFrom('record_keys').select('root_key_id').distinct().execute();
    expect(under).toEqual([{ root_key_id: 'k2' }]);
  },
);
