import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createAuditLog } from '../audit/audit-log.ts';
import { openStore } from '../db/connect.ts';
import type { Engine } from '../db/engine.ts';
import { temporaryFolder, temporaryPlace } from '../db/store.fixture.ts';
import { testClock } from '../server.fixture.ts';
import { createRotation } from './rotation.usecases.ts';
import { unlockStore } from './unlock.usecases.ts';

const actor = { kind: 'command-line' } as const;

/** A store with key files of its own; every `program` over it is another process's sight of them. */
export const newClinic = async (engine: Engine) => {
  const place = await temporaryPlace(engine);
  const store = await openStore(place);
  onTestFinished(() => store.close());
  const folder = temporaryFolder();
  const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
  const clock = testClock();
  const program = async () => {
    const vault = await unlockStore(store, folders);
    const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
    const rotation = createRotation({ store, vault, audit, clock, keysDir: folders.keysDir }, actor);
    return { vault, rotation };
  };
  return { place, store, folders, clock, program, ...(await program()) };
};
