import { oneAtATime } from '../db/one-at-a-time.repository.ts';
import type { Queries, Tx } from '../db/transaction.ts';

/** When the clinic was last backed up, and when somebody last saw that a backup can be restored. */
export interface BackupDays {
  readonly lastBackup: number | undefined;
  readonly lastDrill: number | undefined;
}

const LAST_BACKUP = 'last-backup';
const LAST_DRILL = 'last-drill';
const BEGUN = 'backup-begun';

export const readBackupDays = async (db: Queries): Promise<BackupDays> => ({
  lastBackup: await readTime(db, LAST_BACKUP),
  lastDrill: await readTime(db, LAST_DRILL),
});

export const rememberBackup = (tx: Tx, now: number): Promise<void> => writeTime(tx, LAST_BACKUP, now);
export const rememberDrill = (tx: Tx, now: number): Promise<void> => writeTime(tx, LAST_DRILL, now);

/** Whether this process may begin one: of several that serve a clinic, one does. */
export const claimBackup = async (tx: Tx, now: number, everyMs: number): Promise<boolean> => {
  await oneAtATime(tx, 'backup');
  const begun = await readTime(tx, BEGUN);
  // A time ahead of the clock is of a clock that was set back since.
  if (begun !== undefined && begun <= now && now - begun < everyMs) return false;
  await writeTime(tx, BEGUN, now);
  return true;
};

const readTime = async (db: Queries, name: string): Promise<number | undefined> => {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : Number(row.value);
};

const writeTime = async (tx: Tx, name: string, time: number): Promise<void> => {
  await tx
    .insertInto('meta')
    .values({ name, value: String(time) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(time) }))
    .execute();
};
