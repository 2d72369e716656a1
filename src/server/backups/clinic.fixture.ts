import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createAuditLog } from '../audit/audit-log.ts';
import { createCheckpointer } from '../audit/checkpointer.ts';
import { openStore, type StorePlace } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { temporaryFolder, temporaryPlace } from '../db/store.fixture.ts';
import { addRecords } from '../keys/invented-records.fixture.ts';
import { unlockStore } from '../keys/unlock.usecases.ts';
import { testClock } from '../server.fixture.ts';

export const actor = { kind: 'command-line' } as const;

/** A clinic with its folders, some records and an audit, on a place that a backup can be made of. */
export const temporaryClinic = async (engine: Engine, records = 3) => {
  const folder = temporaryFolder();
  const where = {
    dataDir: join(folder, 'data'),
    keysDir: join(folder, 'keys'),
    auditDir: join(folder, 'audit'),
  };
  const place: StorePlace =
    engine === 'sqlite'
      ? { engine, file: join(where.dataDir, 'prelude.sqlite') }
      : await temporaryPlace(engine);
  const store = await openStore(place);
  onTestFinished(() => store.close());
  const vault = await unlockStore(store, where);
  const clock = testClock();
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const checkpointer = createCheckpointer({
    store,
    vault,
    clock,
    auditDir: where.auditDir,
    onProblem: () => undefined,
  });
  const ids = await addRecords(store, vault, records);
  const record = () =>
    store.inTransaction((tx) => audit.append(tx, { actor: { kind: 'system' }, action: 'server.start' }));
  await record();
  await checkpointer.seal();
  return {
    place,
    store,
    vault,
    clock,
    audit,
    checkpointer,
    ids,
    record,
    where,
    backups: join(folder, 'backups'),
  };
};

export type TemporaryClinic = Awaited<ReturnType<typeof temporaryClinic>>;
