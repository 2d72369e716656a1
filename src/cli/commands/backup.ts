import * as z from 'zod';
import { refuseBesideKeys } from '../../server/backups/backups.usecases.ts';
import { makeBackup } from '../../server/backups/make.usecases.ts';
import { commandLine, withClinic } from '../clinic.ts';
import { command, done } from '../command.ts';
import { backupFolder, folderOption, size } from './backup-options.ts';

export const backup = command({
  name: 'backup',
  what: 'Backs the clinic up, encrypted, beside a running server; removes older backups that have had their time.',
  example: '--to /srv/backups',
  options: { to: folderOption },
  given: z.strictObject({ to: z.string().min(1).optional() }),
  run: ({ to }, environment) =>
    withClinic(environment, async (clinic) => {
      const folder = backupFolder(to, clinic.config);
      refuseBesideKeys(folder, clinic.config.keysDir);
      const { path, manifest } = await makeBackup(
        { ...clinic, place: clinic.config.store },
        folder,
        commandLine,
      );
      const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
      const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
      return done(
        `${path}: ${rows} rows of ${Object.keys(manifest.counts).length} tables, ${size(bytes)}.`,
        'It opens with backup.key of KEYS_DIR. Keep the keys elsewhere, and never beside the backups.',
      );
    }),
});
