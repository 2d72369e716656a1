const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const HOURLY_FOR_MS = 24 * HOUR_MS;
const DAILY_FOR_MS = 35 * DAY_MS;
/** A record that was erased is unreadable in every backup after this long. */
const KEYS_FOR_MS = 7 * DAY_MS;

export interface Kept {
  readonly name: string;
  readonly at: number;
}

export interface Pruning {
  readonly backups: readonly string[];
  /** Of these only the record keys go. */
  readonly keys: readonly string[];
}

/**
 * What has had its time: of the last day every backup stays, before that the last of each day, for 35 days. Record
 * keys live seven days. The newest backup always stays whole.
 */
export const whatToDrop = (backups: readonly Kept[], now: number): Pruning => {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const days = new Set<number>();
  const isKept = ({ at }: Kept, index: number): boolean => {
    const day = Math.floor(at / DAY_MS);
    const isLastOfDay = !days.has(day);
    days.add(day);
    return index === 0 || now - at < HOURLY_FOR_MS || (isLastOfDay && now - at < DAILY_FOR_MS);
  };
  const kept = newestFirst.filter(isKept);
  return {
    backups: newestFirst.filter((one) => !kept.includes(one)).map(({ name }) => name),
    keys: kept.filter(({ at }, index) => index > 0 && now - at >= KEYS_FOR_MS).map(({ name }) => name),
  };
};
