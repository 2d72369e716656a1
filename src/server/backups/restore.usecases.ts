import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../lib/clock.ts';
import type { Actor } from '../audit/act.ts';
import { readChain, readChainHead } from '../audit/audit.repository.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import { appendRestore, readCheckpoints } from '../audit/checkpoint-files.ts';
import { verifyAudit } from '../audit/verify.ts';
import { openStore, openStoreLike, type Store, type StorePlace } from '../db/connect.ts';
import { type OpenedVault, unlockStore } from '../keys/unlock.usecases.ts';
import { openEverything } from '../keys/verify.usecases.ts';
import { readErasureFile } from '../retention/erasure-file.ts';
import { type Backup, boundName, fileOf, listBackups } from './backup-folder.ts';
import { BackupProblem } from './backup-problem.ts';
import { decodeEntries, type Entry } from './entries.ts';
import { eraseAgain, readErasures } from './erasure-ledger.ts';
import { type Counts, countRows, fillTables, markHalfFilled, markWhole } from './fill.repository.ts';
import { refuseFilled } from './fill.usecases.ts';
import type { BackupFile } from './manifest.ts';
import { readSealedFile } from './sealed-file.ts';
import { endSessionsAndLinks, forgetKeysWithoutRecord } from './tidy-restored.repository.ts';

export interface Restoring {
  readonly backup: Backup;
  readonly key: KeyObject;
  /** An empty place. What is left in it after a failure must not be served: it says so itself. */
  readonly target: StorePlace;
  readonly folders: { readonly keysDir: string; readonly dataDir: string };
  readonly auditDir: string;
  readonly clock: Clock;
  readonly actor: Actor;
  /** A drill proves that it works, and leaves the clinic's own audit alone. */
  readonly purpose: 'restore' | 'drill';
}

export interface Restored {
  readonly counts: Counts;
  readonly auditRows: number;
  /** Rows whose sealed columns were all opened. */
  readonly opened: number;
  /** Records that were ever erased, as far as the newest backup and the list in AUDIT_DIR know; none is there now. */
  readonly erased: number;
  /** Lines of that list that do not open. */
  readonly unreadableErasures: number;
}

/**
 * Puts a backup into an empty place and looks at all of it: files by their hash, rows by their count, the audit by its
 * chain, every record by opening it. The newest record keys and erasures there are take the place of the backup's own.
 */
export const restoreBackup = async (needs: Restoring): Promise<Restored> => {
  const { backup, target } = needs;
  const sources = sourcesOf(needs);
  for (const file of ['rows', 'keys', 'erasures'] as const) await refuseChanged(sources[file], file);
  const inBackup = await readErasures(entriesIn(needs.key, sources.erasures, 'erasures'));
  await fill(needs, sources);
  const store = await openStore(target);
  try {
    const vault = await unlockStore(store, needs.folders);
    await store.inTransaction((tx) => forgetKeysWithoutRecord(tx));
    const auditRows = await refuseBrokenAudit(needs, store, vault);
    const since = readErasureFile({
      auditDir: needs.auditDir,
      key: vault.keyRing.erasures,
      clinicId: vault.clinicId,
    });
    const erasures = new Map([...since.erasures, ...inBackup].map((one) => [one.record_id, one]));
    await eraseAgain(store, [...erasures.values()]);
    const { opened, unreadable } = await openEverything(store, vault);
    if (unreadable.length > 0) {
      throw new BackupProblem(
        `${unreadable.length} rows of the backup do not open, the first is ${unreadable[0]?.table} ${unreadable[0]?.id}. Try an older backup.`,
      );
    }
    await finish(needs, store, vault);
    return {
      counts: backup.manifest.counts,
      auditRows,
      opened,
      erased: erasures.size,
      unreadableErasures: since.unreadable,
    };
  } finally {
    await store.close();
  }
};

type Sources = Readonly<Record<BackupFile, Backup>>;

/** Of which backup each file is taken: rows from the one asked for; keys and erasures from the newest there is. */
const sourcesOf = ({ backup, key }: Restoring): Sources => {
  const all = listBackups(dirname(backup.path), key).filter(
    ({ manifest }) => manifest.clinicId === backup.manifest.clinicId,
  );
  const withKeys = all.find(({ hasKeys }) => hasKeys);
  if (withKeys === undefined || withKeys.manifest.madeAt < backup.manifest.madeAt) {
    throw new BackupProblem(
      `The record keys of ${backup.name} were removed after seven days, and no newer backup lies beside it. Put the newest one there.`,
    );
  }
  return { rows: backup, keys: withKeys, erasures: all[0] ?? backup };
};

const refuseChanged = async ({ path, name, manifest }: Backup, file: BackupFile): Promise<void> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(fileOf(path, file))) hash.update(piece);
  if (hash.digest('hex') !== manifest.files[file].sha256) {
    throw new BackupProblem(`${file}.sealed of ${name} is not as it was written. Try another backup.`);
  }
};

const entriesIn = (key: KeyObject, { path, manifest }: Backup, file: BackupFile): AsyncGenerator<Entry> =>
  decodeEntries(readSealedFile(fileOf(path, file), key, boundName(manifest, file)));

const KEY_TABLES = ['root_keys', 'record_keys'];

const fill = async (needs: Restoring, sources: Sources): Promise<void> => {
  const { key, target } = needs;
  const before = await openStoreLike(target, sources.rows.manifest.migrations);
  try {
    await refuseFilled(before);
    await before.inTransaction((tx) => markHalfFilled(tx));
    await fillTables(before, entriesIn(key, sources.rows, 'rows'));
    await refuseOtherCounts(
      before,
      sources.rows,
      (table) => table !== 'erasures' && !KEY_TABLES.includes(table),
    );
  } finally {
    await before.close();
  }
  // The keys may be of a newer program's backup: they come when the tables are of today.
  const now = await openStore(target);
  try {
    await fillTables(now, entriesIn(key, sources.keys, 'keys'));
    await refuseOtherCounts(now, sources.keys, (table) => KEY_TABLES.includes(table));
  } finally {
    await now.close();
  }
};

const refuseOtherCounts = async (
  store: Store,
  { manifest, name }: Backup,
  isMeant: (table: string) => boolean,
): Promise<void> => {
  // The place itself has one more fact to remember, that it is half filled.
  const tables = Object.keys(manifest.counts).filter((table) => table !== 'meta' && isMeant(table));
  const counts = await countRows(store, tables);
  const other = tables.filter((table) => counts[table] !== manifest.counts[table]);
  if (other.length > 0) {
    throw new BackupProblem(`${name} holds another number of rows than it says: ${other.join(', ')}.`);
  }
};

const refuseBrokenAudit = async (needs: Restoring, store: Store, vault: OpenedVault): Promise<number> => {
  const { keyRing, clinicId } = vault;
  const head = needs.backup.manifest.audit ?? { seq: 0, mac: '' };
  const { checkpoints } = readCheckpoints(needs.auditDir, keyRing.auditCheckpoint, clinicId);
  const at = Date.parse(needs.backup.manifest.madeAt);
  const verdict = await verifyAudit({
    key: keyRing.auditChain,
    clinicId,
    rows: () => readChain(store.db),
    checkpoints: [...checkpoints.filter(({ seq }) => seq <= head.seq), { clinicId, ...head, at }].filter(
      ({ seq }) => seq > 0,
    ),
  });
  if (!verdict.sound) {
    throw new BackupProblem(
      `The audit in the backup is not as it was written: the first bad row is ${verdict.seq} (${verdict.kind}).`,
    );
  }
  return verdict.rows;
};

const finish = async (needs: Restoring, store: Store, vault: OpenedVault): Promise<void> => {
  const { clock, actor, backup } = needs;
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const head = await readChainHead(store.db());
  if (needs.purpose === 'restore' && head !== undefined) {
    const to = { clinicId: vault.clinicId, ...head, at: clock.now().getTime() };
    appendRestore(needs.auditDir, vault.keyRing.auditCheckpoint, to);
  }
  await store.inTransaction(async (tx) => {
    await endSessionsAndLinks(tx, clock.now().getTime());
    await markWhole(tx);
    await audit.append(tx, {
      actor,
      action: 'backup.restore',
      object: { type: 'backup', id: backup.name },
    });
  });
};
