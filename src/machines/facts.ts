import type { Thresholds } from '../settings/settings.ts';
import type { Answers } from '../steps/catalog.ts';
import type { Circumstances } from '../steps/relevant.ts';

/** All that the way through the form depends on. */
export interface Facts {
  readonly answers: Answers;
  readonly circumstances: Circumstances;
  /** Blood pressure, mmHg, from which a reading counts as severe. */
  readonly thresholds: Pick<Thresholds, 'severeSystolic' | 'severeDiastolic'>;
}
