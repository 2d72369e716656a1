import type { Clock } from '../../lib/clock.ts';
import type { Actor } from '../audit/act.ts';
import { readChain } from '../audit/audit.repository.ts';
import { type AuditLog, createAuditLog } from '../audit/audit-log.ts';
import { readCheckpoints } from '../audit/checkpoint-files.ts';
import { verifyAudit } from '../audit/verify.ts';
import { openStoreLike, type Store, type StorePlace } from '../db/connect.ts';
import { type OpenedVault, unlockStore } from '../keys/unlock.usecases.ts';
import { openEverything } from '../keys/verify.usecases.ts';
import { BackupProblem } from './backup-problem.ts';
import {
  type Counts,
  countRows,
  fillTables,
  markHalfFilled,
  markMoved,
  markWhole,
} from './fill.repository.ts';
import { refuseFilled } from './fill.usecases.ts';
import { openSnapshot } from './snapshot.repository.ts';

export interface Moving {
  readonly from: { readonly store: Store; readonly place: StorePlace; readonly vault: OpenedVault };
  readonly to: StorePlace;
  readonly folders: { readonly keysDir: string; readonly dataDir: string };
  readonly auditDir: string;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly actor: Actor;
}

export interface Moved {
  readonly rows: number;
  readonly opened: number;
  readonly auditRows: number;
}

/**
 * Takes a clinic to an empty database. The new one serves only once every table has been counted, every record opened
 * and the audit walked; then the old one says that it was left. Nobody may write to the old one meanwhile.
 */
export const moveClinic = async (needs: Moving): Promise<Moved> => {
  const { from, to, clock, actor, audit } = needs;
  const snapshot = await openSnapshot(from.place);
  let target: Store | undefined;
  try {
    target = await openStoreLike(to, snapshot.migrations);
    const store = target;
    await refuseFilled(store);
    await store.inTransaction((tx) => markHalfFilled(tx));
    const came = await fillTables(store, snapshot.entriesOf(snapshot.tables));
    await refuseOtherCounts(store, came);
    const vault = await unlockStore(store, needs.folders);
    const opening = await openEverything(store, vault);
    if (opening.unreadable.length > 0) {
      throw new BackupProblem(
        `${opening.unreadable.length} rows do not open there. \`keys verify\` says whether they open here.`,
      );
    }
    const auditRows = await refuseBrokenAudit(needs, store, vault);
    const there = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
    await store.inTransaction(async (tx) => {
      await there.append(tx, { actor, action: 'store.move', reason: 'arrived' });
      await markWhole(tx);
    });
    await from.store.inTransaction(async (tx) => {
      await audit.append(tx, { actor, action: 'store.move', reason: 'left' });
      await markMoved(tx, clock.now().toISOString().slice(0, 10));
    });
    const rows = Object.values(came).reduce((sum, count) => sum + count, 0);
    return { rows, opened: opening.opened, auditRows };
  } finally {
    await target?.close();
    await snapshot.close();
  }
};

const refuseOtherCounts = async (store: Store, came: Counts): Promise<void> => {
  // The place itself has one more fact to remember, that it is half filled.
  const tables = Object.keys(came).filter((table) => table !== 'meta');
  const counts = await countRows(store, tables);
  const other = tables.filter((table) => counts[table] !== came[table]);
  if (other.length > 0) throw new BackupProblem(`Not every row arrived in: ${other.join(', ')}.`);
};

const refuseBrokenAudit = async (
  { auditDir }: Moving,
  store: Store,
  { keyRing, clinicId }: OpenedVault,
): Promise<number> => {
  const { checkpoints } = readCheckpoints(auditDir, keyRing.auditCheckpoint, clinicId);
  const verdict = await verifyAudit({
    key: keyRing.auditChain,
    clinicId,
    rows: () => readChain(store.db),
    checkpoints,
  });
  if (verdict.sound) return verdict.rows;
  throw new BackupProblem(`The audit is not as it was written: row ${verdict.seq} (${verdict.kind}).`);
};
