import type { Pack } from './pack.ts';
import { cigna } from './packs/cigna.ts';
import { evicore } from './packs/evicore.ts';
import { general } from './packs/general.ts';
import { medicalMutual } from './packs/medical-mutual.ts';
import { mercyCare } from './packs/mercy-care.ts';
import { qualchoice } from './packs/qualchoice.ts';
import { westernHealthNewer, westernHealthOlder } from './packs/western-health.ts';

export const packIds = [
  'cigna',
  'evicore',
  'western-health-older',
  'western-health-newer',
  'qualchoice',
  'medical-mutual',
  'mercy-care',
  'general',
] as const;
export type PackId = (typeof packIds)[number];

const byId: Readonly<Record<PackId, Pack>> = {
  cigna,
  evicore,
  'western-health-older': westernHealthOlder,
  'western-health-newer': westernHealthNewer,
  qualchoice,
  'medical-mutual': medicalMutual,
  'mercy-care': mercyCare,
  general,
};

/** Every payer pack, the general one last. */
export const packs: readonly Pack[] = packIds.map((id) => byId[id]);

/** The pack of a payer. */
export const packOf = (id: PackId): Pack => byId[id];

/** Whether there is a pack of this name; for any other the general sheet is made. */
export const isPackId = (text: string): text is PackId => packIds.some((id) => id === text);
