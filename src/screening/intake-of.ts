import type { Answers } from '../steps/catalog.ts';
import { relevant } from '../steps/relevant.ts';
import { type Asked, type Circumstances, type Intake, intakeFrom } from './intake.ts';
import { marksOf } from './suicide-screen.ts';

/** Leaves out what is off the path: what was asked of this person, and the answers that count. */
export const askedOf = (stored: Answers, { asOf, settings }: Circumstances): Asked =>
  relevant(stored, { asOf, locationCount: settings.locations.length, instrument: settings.instrument });

/** Stored answers as the rules see them. */
export const intakeOf = (stored: Answers, circumstances: Circumstances): Intake =>
  intakeFrom(askedOf(stored, circumstances), {
    asOf: circumstances.asOf,
    thresholds: circumstances.settings.thresholds,
    instrument: circumstances.settings.instrument && marksOf(circumstances.settings.instrument),
  });
