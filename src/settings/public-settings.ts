import type { Settings } from './settings.ts';

const shown = [
  'name',
  'phone',
  'timeZone',
  'hours',
  'replyTime',
  'locations',
  'treatments',
  'languages',
  'minutes',
  'thresholds',
  'cannabisCounts',
  'idleMinutes',
  'leaveTo',
  'privacyUrl',
  'brand',
  'instrument',
] as const satisfies readonly (keyof Settings)[];

/** The settings that anybody may read: what the patient's app is built from. */
export type PublicSettings = Pick<Settings, (typeof shown)[number]> & {
  /** Every page says "Demonstration: not a real clinic". */
  readonly demonstration: boolean;
  readonly spanishLive: boolean;
  /** How long an unsent draft is kept after its last save. */
  readonly draftDays: number;
  /** Today in the clinic's time zone. */
  readonly today: string;
};

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as Pick<T, K>;

/** The part of the settings that the patient's app sees. */
export const publicSettings = (
  settings: Settings,
  { demonstration, today }: { readonly demonstration: boolean; readonly today: string },
): PublicSettings => ({
  ...pick(settings, shown),
  demonstration,
  spanishLive: demonstration || settings.spanishInstrumentsConfirmed !== undefined,
  draftDays: settings.retention.draftDays,
  today,
});
