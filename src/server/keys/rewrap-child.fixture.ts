/** A process that rewraps and says so after each commit, to be killed by its test. Standard input holds where. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../../lib/clock.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { openExistingStore, type StorePlace } from '../db/connect.ts';
import { createRotation } from './rotation.usecases.ts';
import { unlockStore } from './unlock.usecases.ts';

const { place, dataDir, keysDir } = JSON.parse(readFileSync(0, 'utf8')) as {
  place: StorePlace;
  dataDir: string;
  keysDir: string;
};
const store = await openExistingStore(place);
const vault = await unlockStore(store, { dataDir, keysDir });
const audit = createAuditLog({
  key: vault.keyRing.auditChain,
  clinicId: vault.clinicId,
  clock: systemClock,
});
const rotation = createRotation(
  { store, vault, audit, clock: systemClock, keysDir },
  { kind: 'command-line' },
);
await rotation.rewrap({ keysPerCommit: 4, onCommit: (moved) => process.stdout.write(`${moved}\n`) });
await store.close();
