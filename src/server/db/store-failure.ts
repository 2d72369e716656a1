/**
 * What keeps the store itself from being written or reached, as against a query that it refused. `full`: no room.
 * `broken`: the disk, the file or the connection. `busy`: another program holds it; the next try may do.
 */
export type StoreFailure = 'full' | 'broken' | 'busy';

export const storeFailureOf = (error: unknown): StoreFailure | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return ofSqlite(error.errcode);
  if ('code' in error && typeof error.code === 'string') return ofPostgres(error.code);
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
    ? 'broken'
    : undefined;
};

export const isStoreFailure = (error: unknown): boolean => storeFailureOf(error) !== undefined;

/** IOERR_WRITE and IOERR_SHMSIZE are how SQLite says that a quota is used up, or that there is no room for its index. */
const SQLITE_FULL = new Set([13, 10 + (3 << 8), 10 + (19 << 8)]);
/** BUSY, LOCKED, PROTOCOL. */
const SQLITE_BUSY = new Set([5, 6, 15]);
/** NOMEM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB. */
const SQLITE_BROKEN = new Set([7, 8, 10, 11, 14, 26]);

const ofSqlite = (code: number): StoreFailure | undefined => {
  const family = code & 0xff;
  if (SQLITE_FULL.has(code) || SQLITE_FULL.has(family)) return 'full';
  if (SQLITE_BUSY.has(family)) return 'busy';
  return SQLITE_BROKEN.has(family) ? 'broken' : undefined;
};

/** Connection, resources, operator intervention, system error; a read-only server. */
const POSTGRES_BROKEN = /^(08|53|57|58|25006)/;
const CONNECTION_BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

const ofPostgres = (code: string): StoreFailure | undefined => {
  if (code === '53100' || code === 'ENOSPC') return 'full';
  return POSTGRES_BROKEN.test(code) || CONNECTION_BROKEN.has(code) ? 'broken' : undefined;
};
