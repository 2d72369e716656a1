import type { BackupDays } from './backup-days.repository.ts';

const HOUR_MS = 3_600_000;
/** A day, and two hours of grace for a backup that was late. */
const BACKUP_LASTS_MS = 26 * HOUR_MS;
const DRILL_LASTS_MS = 8 * 24 * HOUR_MS;

export type Overdue = 'backup' | 'drill';

/** What has waited too long: the last backup for over 26 hours, or the last drill for over eight days. */
export const overdue = ({ lastBackup, lastDrill }: BackupDays, now: number): readonly Overdue[] => {
  const isOver = (last: number | undefined, lasts: number) => last === undefined || now - last > lasts;
  return [
    ...(isOver(lastBackup, BACKUP_LASTS_MS) ? (['backup'] as const) : []),
    ...(isOver(lastDrill, DRILL_LASTS_MS) ? (['drill'] as const) : []),
  ];
};
