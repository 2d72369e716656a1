import * as z from 'zod';
import { moveClinic } from '../../server/backups/move.usecases.ts';
import { lockFolder } from '../../server/db/lock.ts';
import { commandLine, readSettings, withClinic } from '../clinic.ts';
import { command, done, Refused } from '../command.ts';

const needed = 'an address that begins with postgres:// is needed';

export const move = command({
  name: 'move',
  what: 'Takes the clinic from SQLite to an empty PostgreSQL, while no server runs; every record is opened there.',
  example: '--to postgres://prelude@db.internal/prelude',
  options: { to: { type: 'string', what: 'the empty database; a password is better left to PGPASSWORD' } },
  given: z.strictObject({ to: z.url({ protocol: /^postgres(ql)?$/, error: needed }) }),
  run: async ({ to }, environment) => {
    const { config } = readSettings(environment);
    if (config.store.engine === 'postgres') {
      throw new Refused('DATABASE_URL is set: this clinic is in PostgreSQL already.');
    }
    const lock = lockFolder(config.dataDir);
    try {
      return await withClinic(environment, async (clinic) => {
        const moved = await moveClinic({
          ...clinic,
          from: { ...clinic, place: config.store },
          to: { engine: 'postgres', url: to },
          folders: config,
          auditDir: config.auditDir,
          actor: commandLine,
        });
        return done(
          `${moved.rows} rows arrived and were counted; ${moved.opened} with sealed columns were opened; ${moved.auditRows} of the audit are as written.`,
          'Set DATABASE_URL to the new database and start the server. The old data serves no more; keep it until the first backup.',
        );
      });
    } finally {
      lock.release();
    }
  },
});
