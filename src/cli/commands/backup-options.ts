import { resolve } from 'node:path';
import type { Restored } from '../../server/backups/restore.usecases.ts';
import type { Config } from '../../server/config.ts';
import { Refused } from '../command.ts';

export const folderOption = {
  type: 'string',
  what: 'a folder for backups, on another disk; BACKUP_DIR unless given',
} as const;

export const backupFolder = (given: string | undefined, { backupDir }: Config): string => {
  const folder = given === undefined ? backupDir : resolve(given);
  if (folder !== undefined) return folder;
  throw new Refused('Where are the backups? Name the folder, or set BACKUP_DIR.');
};

const MIB = 1024 ** 2;
export const size = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;

/** What was looked at before a restored clinic counts as whole. */
export const checkedLines = ({
  counts,
  auditRows,
  opened,
  erased,
  unreadableErasures,
}: Restored): readonly string[] => [
  `  ${Object.values(counts).reduce((sum, count) => sum + count, 0)} rows, as many as the manifest says`,
  `  ${auditRows} rows of the audit, each as it was written`,
  `  ${opened} rows with sealed columns, all of which open`,
  `  ${erased} records that were erased, and stay so`,
  ...(unreadableErasures === 0
    ? []
    : [
        `  ${unreadableErasures} lines of erasures.sealed in AUDIT_DIR do not open: cut, or not of this clinic`,
      ]),
];
