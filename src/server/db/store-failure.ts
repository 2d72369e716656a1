/** SQLite: FULL, IOERR, CANTOPEN, CORRUPT, READONLY, BUSY, NOMEM, PROTOCOL, NOTADB. */
const SQLITE_FAILURES = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);
/** PostgreSQL: connection, resources, operator intervention, system error; a read-only server. */
const POSTGRES_FAILURES = /^(08|53|57|58|25006)/;
const CONNECTION_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ENOSPC',
]);

/** Whether the store itself cannot be written or reached, as against a query that it refused. */
export const isStoreFailure = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number')
    return SQLITE_FAILURES.has(error.errcode & 0xff);
  if ('code' in error && typeof error.code === 'string') {
    return CONNECTION_FAILURES.has(error.code) || POSTGRES_FAILURES.test(error.code);
  }
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
};
