import { overdue } from '../../server/backups/age.ts';
import type { BackupDays } from '../../server/backups/backup-days.repository.ts';

/** One thing that was looked at: well, or with what must be done about it. */
export interface Finding {
  readonly isWell: boolean;
  readonly about: string;
  readonly words: string;
}

const DAY_MS = 86_400_000;
const GIB = 1024 ** 3;

/** The build warns at the same age. */
const NUMBERS_LAST_DAYS = 90;

/** @param lastChecked `YYYY-MM-DD`, when somebody last called each crisis number */
export const numbersFinding = (lastChecked: string, now: Date): Finding => {
  const days = Math.floor((now.getTime() - Date.parse(lastChecked)) / DAY_MS);
  const isWell = days <= NUMBERS_LAST_DAYS;
  const advice = isWell ? '' : ' Call each of them, then write the day in src/settings/crisis.';
  return {
    isWell,
    about: 'Crisis numbers',
    words: `last checked on ${lastChecked}, ${days} days ago.${advice}`,
  };
};

/** A server without space can keep no form. */
export const diskFinding = (about: string, free: number): Finding => {
  const isWell = free >= GIB;
  const words = `${(free / GIB).toFixed(1)} GiB free`;
  return { isWell, about, words: isWell ? `${words}.` : `${words}: make room, at least 1 GiB.` };
};

const TOLERANCE_MS = 60_000;

/** @param newest when the newest row of the audit says it was written; `undefined` where there is none */
export const clockFinding = (newest: number | undefined, now: Date): Finding => {
  const about = 'Clock';
  const isBehind = newest !== undefined && newest > now.getTime() + TOLERANCE_MS;
  if (!isBehind)
    return { isWell: true, about, words: `${now.toISOString()}, not before the newest row of the audit.` };
  return {
    isWell: false,
    about,
    words: `${now.toISOString()}, but the audit was written to at ${new Date(newest).toISOString()}. Set the clock.`,
  };
};

export const noticesFinding = (dead: number): Finding => ({
  isWell: dead === 0,
  about: 'Notices',
  words:
    dead === 0
      ? 'none was given up.'
      : `${dead} given up after many tries: look at the queue, and check the mail server and webhook.`,
});

const agoIn = (time: number | undefined, now: Date): string =>
  time === undefined
    ? 'never'
    : `${new Date(time).toISOString().slice(0, 16)}Z, ${Math.floor((now.getTime() - time) / 3_600_000)} hours ago`;

/** @param isDemonstration nothing there is worth a backup */
export const backupFinding = (days: BackupDays, isDemonstration: boolean, now: Date): Finding => {
  const late = isDemonstration ? [] : overdue(days, now.getTime());
  const advice = [
    ...(late.includes('backup') ? ['Run `backup`, and set BACKUP_DIR or a timer.'] : []),
    ...(late.includes('drill') ? ['Run `backup drill`.'] : []),
  ];
  return {
    isWell: late.length === 0,
    about: 'Backups',
    words: [
      `last backup: ${agoIn(days.lastBackup, now)}; last drill: ${agoIn(days.lastDrill, now)}.`,
      ...advice,
    ].join(' '),
  };
};
