import type { Settings } from '../../settings/settings.ts';
import type { Chance } from './chance.ts';

/** What decides how the invented weeks go, besides who wrote. */
export interface Around {
  readonly chance: Chance;
  readonly settings: Settings;
  readonly now: Date;
}
