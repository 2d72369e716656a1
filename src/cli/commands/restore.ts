import * as z from 'zod';
import { systemClock } from '../../lib/clock.ts';
import { restoreInto } from '../../server/backups/backups.usecases.ts';
import { lockFolder } from '../../server/db/lock.ts';
import { commandLine, readSettings } from '../clinic.ts';
import { command, done } from '../command.ts';
import { checkedLines } from './backup-options.ts';

export const restore = command({
  name: 'restore',
  what: 'Restores a backup into an empty DATA_DIR or DATABASE_URL, and looks at all of it before anything serves.',
  example: '--from /srv/backups',
  options: { from: { type: 'string', what: 'one backup, or a folder of which the newest is taken' } },
  given: z.strictObject({ from: z.string('the folder of the backup is needed').min(1) }),
  run: async ({ from }, environment) => {
    process.umask(0o077);
    const { config } = readSettings(environment);
    const lock = config.store.engine === 'sqlite' ? lockFolder(config.dataDir) : undefined;
    try {
      const restored = await restoreInto(config.store, {
        from,
        where: config,
        clock: systemClock,
        actor: commandLine,
      });
      return done(
        `${restored.backup.name} is restored:`,
        ...checkedLines(restored),
        'Everybody who was signed in is signed out. Start the server.',
      );
    } finally {
      lock?.release();
    }
  },
});
