import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { engines } from '../db/store.fixture.ts';
import { addRecords } from './invented-records.fixture.ts';
import { newClinic } from './rotation.fixture.ts';
import { openEverything } from './verify.usecases.ts';

const [records, kills] = process.env.FULL === '1' ? [1_000, 10] : [120, 3];
it.each(engines)(
  `on %s ${records} records open after the process that rewraps them was killed ${kills} times`,
  async (engine) => {
    const clinic = await newClinic(engine);
    await addRecords(clinic.store, clinic.vault, records);
    await clinic.rotation.add();
    const input = JSON.stringify({ place: clinic.place, ...clinic.folders });
    const moved: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(process.execPath, [
        fileURLToPath(new URL('./rewrap-child.fixture.ts', import.meta.url)),
      ]);
      let said = 0;
      let errors = '';
      child.stderr.on('data', (chunk) => (errors += chunk));
      child.stdout.on('data', () => {
        said += 1;
        // After a few of its commits, wherever it is by then.
        if (said === 2 + kill) child.kill('SIGKILL');
      });
      child.stdin.end(input);
      const [, signal] = await once(child, 'exit');
      expect([signal, errors]).toEqual(['SIGKILL', '']);
      const left = await clinic.store
        .db()
        .selectFrom('record_keys')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('root_key_id', '=', 'k1')
        .executeTakeFirstOrThrow();
      moved.push(records - Number(left.count));
      expect(await openEverything(clinic.store, clinic.vault)).toEqual({ opened: records, unreadable: [] });
    }
    expect(moved).toEqual([...moved].sort((a, b) => a - b));
    const end = await (await clinic.program()).rotation.rewrap();
    expect(end).toMatchObject({ current: 'k2', moved: records - (moved.at(-1) ?? 0), left: 0 });
    expect(await openEverything(clinic.store, clinic.vault)).toEqual({ opened: records, unreadable: [] });
  },
  120_000,
);
