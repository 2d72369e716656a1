import { sql } from 'kysely';
import { isPostgres } from '../db/one-at-a-time.repository.ts';
import type { Queries } from '../db/transaction.ts';
import { writesSoFar } from '../db/writes.repository.ts';
import { openAlertStates } from '../safety-alerts/safety-alerts.repository.ts';
import { openStates } from './cases.repository.ts';

/**
 * A short text: while it is the same, nothing that is open has come, gone or changed. SQLite counts what is written;
 * PostgreSQL, where others write as well, goes through ids and versions and hands over their hash alone. They come as
 * an index has them; in another order they would only be read once more.
 */
export const standOfOpen = async (db: Queries): Promise<string> =>
  isPostgres(db) ? hashOfVersions(db) : writesSoFar(db);

const hashOfVersions = async (db: Queries): Promise<string> => {
  const { rows } = await sql<{ stand: string }>`
    select encode(sha256(convert_to(concat_ws('|',
      (select string_agg(id || ' ' || version, ' ') from submissions
        where status in (${sql.join(openStates)})),
      (select string_agg(a.id || ' ' || a.version || ' ' || coalesce(s.status, ''), ' ')
        from safety_alerts a left join submissions s on s.id = a.submission_id
        where a.status in (${sql.join(openAlertStates)}))
    ), 'UTF8')), 'hex') as stand`.execute(db);
  return rows.map(({ stand }) => stand).join();
};
