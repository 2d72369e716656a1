import * as z from 'zod';
import { drill } from '../../server/backups/backups.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { backupFolder, checkedLines, folderOption } from './backup-options.ts';

export const backupDrill = command({
  name: 'backup drill',
  what: 'Restores the newest backup into a folder of its own, looks at all of it, and takes it away again.',
  example: '--from /srv/backups',
  options: { from: folderOption },
  given: z.strictObject({ from: z.string().min(1).optional() }),
  run: ({ from }, environment) =>
    withClinic(environment, async (clinic) => {
      const { config, clock } = clinic;
      const restored = await drill(clinic, {
        from: backupFolder(from, config),
        where: config,
        clock,
        actor: commandLine,
      });
      return done(`${restored.backup.name} can be restored:`, ...checkedLines(restored));
    }),
});
