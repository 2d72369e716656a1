import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../lib/clock.ts';
import type { Actor } from '../audit/act.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { StorePlace } from '../db/connect.ts';
import type { Transactions } from '../db/transaction.ts';
import { syncFolder } from '../keys/key-files.ts';
import { readStoreIdentity } from '../keys/store-identity.repository.ts';
import type { Vault } from '../keys/unlock.usecases.ts';
import { rememberBackup } from './backup-days.repository.ts';
import {
  type Backup,
  boundName,
  dropUnfinished,
  fileOf,
  MANIFEST,
  nameOfBackup,
  pruneBackups,
  UNFINISHED,
} from './backup-folder.ts';
import { type Entry, encodeEntry } from './entries.ts';
import { type BackupFile, type Manifest, writeManifest } from './manifest.ts';
import { writeSealedFile } from './sealed-file.ts';
import { openSnapshot, type Snapshot } from './snapshot.repository.ts';

export interface BackupNeeds {
  readonly store: Transactions;
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly place: StorePlace;
}

/** Record keys lie apart, to be removed sooner; so do erasures, which every older backup must hear of. */
const APART: Readonly<Record<string, BackupFile>> = {
  root_keys: 'keys',
  record_keys: 'keys',
  erasures: 'erasures',
};

/** Writes the clinic as it is at this moment into a new folder under `folder`, beside a running server. */
export const makeBackup = async (needs: BackupNeeds, folder: string, actor: Actor): Promise<Backup> => {
  const { store, vault, audit, clock, place } = needs;
  const key = vault.keyRing.backup;
  const at = clock.now();
  const name = nameOfBackup(at);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  dropUnfinished(folder, at.getTime());
  const unfinished = join(folder, UNFINISHED + name);
  mkdirSync(unfinished, { mode: 0o700 });
  await store.inTransaction((tx) =>
    audit.append(tx, { actor, action: 'backup.make', object: { type: 'backup', id: name } }),
  );

  const { fingerprints } = await readStoreIdentity(store.db());
  const snapshot = await openSnapshot(place);
  try {
    const madeAt = at.toISOString();
    const seen = newSeen();
    const write = (file: BackupFile) =>
      writeSealedFile(
        fileOf(unfinished, file),
        key,
        boundName({ madeAt }, file),
        bytesOf(noting(entriesFor(snapshot, file), seen)),
      );
    const files = { rows: await write('rows'), keys: await write('keys'), erasures: await write('erasures') };
    const manifest: Manifest = {
      format: 1,
      clinicId: vault.clinicId,
      madeAt,
      engine: place.engine,
      migrations: [...snapshot.migrations],
      counts: Object.fromEntries(seen.counts),
      audit: seen.head ?? null,
      keys: Object.fromEntries(fingerprints),
      files,
    };
    writeFileSync(join(unfinished, MANIFEST), writeManifest(key, manifest), { mode: 0o600, flush: true });
    syncFolder(unfinished);
    renameSync(unfinished, join(folder, name));
    syncFolder(folder);
    await store.inTransaction((tx) => rememberBackup(tx, at.getTime()));
    pruneBackups(folder, key, clock.now().getTime());
    return { name, path: join(folder, name), manifest, hasKeys: true };
  } finally {
    await snapshot.close();
  }
};

const entriesFor = (snapshot: Snapshot, file: BackupFile): AsyncGenerator<Entry> =>
  snapshot.entriesOf(snapshot.tables.filter(({ table }) => (APART[table] ?? 'rows') === file));

/** What passes by: how many rows of each table, and the end of the audit. */
interface Seen {
  readonly counts: Map<string, number>;
  head: { readonly seq: number; readonly mac: string } | undefined;
}
const newSeen = (): Seen => ({ counts: new Map(), head: undefined });

async function* noting(entries: AsyncIterable<Entry>, seen: Seen): AsyncGenerator<Entry> {
  let table = '';
  let columns: readonly string[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'table') {
      ({ table, columns } = entry);
      seen.counts.set(table, 0);
    } else {
      seen.counts.set(table, (seen.counts.get(table) ?? 0) + 1);
      if (table === 'audit') noteHead(seen, columns, entry.values);
    }
    yield entry;
  }
}

const noteHead = (seen: Seen, columns: readonly string[], values: readonly unknown[]): void => {
  const seq = Number(values[columns.indexOf('seq')]);
  if (seq > (seen.head?.seq ?? 0)) seen.head = { seq, mac: String(values[columns.indexOf('mac')]) };
};

async function* bytesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) yield encodeEntry(entry);
}
