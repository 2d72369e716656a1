import { waitFor } from 'xstate';
import type { Locale } from '../../lib/locale.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';
import type { Answers } from '../../steps/catalog.ts';
import type { Device } from '../session/device.ts';
import { begin, is, sittingHere } from '../session/sitting.ts';
import { goTo } from '../shell/route.ts';
import { continueFrom, now } from './intake.ts';

/** What the first question hands its answer to. */
export interface FirstAnswer {
  readonly keep: (answer: Answers['emergencyNow']) => void;
  readonly goOn: (answer: Answers['emergencyNow']) => void;
  readonly finishLater: () => void;
}

/**
 * Begins the sitting that the first answer belongs to.
 *
 * @returns `undefined` where something lies on this device already: that is gone on with
 */
export async function openFirstAnswer(
  clinic: PublicSettings,
  locale: Locale,
  device: Device,
): Promise<FirstAnswer | undefined> {
  const sitting = sittingHere(clinic);
  const opened = await waitFor(sitting.actor, (snapshot) => !is(snapshot, 'opening'));
  if (!is(opened, 'askingDevice')) return undefined;
  begin(sitting, locale, device);
  await waitFor(sitting.actor, (snapshot) => is(snapshot, 'answering'));
  return {
    keep: (emergencyNow) => sitting.actor.send({ type: 'CHANGE', answers: { emergencyNow }, at: now() }),
    goOn: (emergencyNow) => continueFrom(sitting, 'danger', { emergencyNow }),
    finishLater: () => goTo('form', 'keep'),
  };
}
