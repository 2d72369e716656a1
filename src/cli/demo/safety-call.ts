import type { Settings } from '../../settings/settings.ts';
import type { SafetyOutcome, SpokenWith } from '../../submission/decisions.ts';
import { dueAt } from '../../submission/escalation.ts';
import type { Around } from './around.ts';
import type { Arrival } from './arrivals.ts';
import type { Chance } from './chance.ts';
import type { Colleague, Deed } from './deeds.ts';
import { later, MINUTE, whenOpen } from './hours.ts';
import { safetyNotes, triedNotes } from './said.ts';

interface SafetyCall {
  readonly deeds: readonly Deed[];
  readonly by: Colleague;
  /** Absent: somebody must still be called. */
  readonly endedAt?: Date;
}

/** Somebody must be called: who took it, whom they reached, and how it ended. Of what nobody takes in time the clinic is told. */
export const safetyCall = (arrival: Arrival, { chance, settings, now }: Around): SafetyCall => {
  const { subject: on, pressing, standing } = arrival;
  const by = chance.oneOf(['ana', 'ben', 'kiri']);
  const since = arrival.alert?.at ?? arrival.at;
  const limit = dueAt({ level: pressing, since: since.toISOString() }, settings);
  if (standing === 'late') return { deeds: told(on, limit, now), by };
  if (standing === 'waits') {
    const isTried = pressing === 'sameDay' && chance.happens(0.6);
    return { deeds: isTried ? tried(arrival, by, later(arrival.at, 11 * MINUTE)) : [], by };
  }

  const takenAt = later(arrival.at, untilTaken(arrival, chance, settings));
  const deeds: Deed[] = [
    ...told(on, limit, takenAt),
    { does: 'open', on, at: takenAt, by },
    { does: 'take', on, at: later(takenAt, MINUTE), by },
  ];
  let spokeAt = later(takenAt, chance.between(2, 6) * MINUTE);
  if (chance.happens(0.25)) {
    const note = chance.oneOf(triedNotes);
    deeds.push({ does: 'call', on, at: spokeAt, by, outcome: 'noAnswer', spokeWith: null, note });
    spokeAt = later(spokeAt, chance.between(6, 16) * MINUTE);
  }
  const [outcome, spokeWith] = chance.oneOf(outcomes);
  const endedAt = later(spokeAt, chance.between(7, 24) * MINUTE);
  deeds.push(
    { does: 'call', on, at: later(spokeAt, 2 * MINUTE), by, outcome: 'spoke', spokeWith, note: null },
    {
      does: 'closeSafety',
      on,
      at: endedAt,
      by,
      outcome,
      spokeWith,
      spokeAt,
      note: chance.oneOf(safetyNotes),
    },
  );
  return { deeds, by, endedAt };
};

/** The server tells of an item that nobody has taken, every quarter of an hour; here as soon as it may. */
const told = (on: number, limit: Date, until: Date): readonly Deed[] => {
  const deeds: Deed[] = [];
  for (let at = later(limit, 10_000); at < until && deeds.length < MOST_TOLD; at = later(at, 15 * MINUTE))
    deeds.push({ does: 'escalate', on, at });
  return deeds;
};
const MOST_TOLD = 8;

const tried = ({ subject: on }: Arrival, by: Colleague, at: Date): readonly Deed[] => [
  { does: 'open', on, at, by },
  { does: 'take', on, at: later(at, MINUTE), by },
  {
    does: 'call',
    on,
    at: later(at, 4 * MINUTE),
    by,
    outcome: 'noAnswer',
    spokeWith: null,
    note: 'No answer, will try again within the quarter of an hour.',
  },
];

/** Mostly within the limit, sometimes not; at night whoever is on call needs somewhat longer. */
const untilTaken = ({ at, pressing }: Arrival, chance: Chance, settings: Settings): number => {
  if (pressing === 'sameDay')
    return later(whenOpen(chance, settings, at), chance.between(6, 170) * MINUTE).getTime() - at.getTime();
  const isNight = whenOpen(chance, settings, at) > at;
  const usual = isNight ? chance.between(4, 26) : chance.between(2, 7);
  return (chance.happens(0.8) ? usual : chance.between(18, 55)) * MINUTE;
};

const outcomes: readonly [readonly [SafetyOutcome, SpokenWith], ...(readonly [SafetyOutcome, SpokenWith])[]] =
  [
    ['spokeSafe', 'patient'],
    ['spokeSafe', 'patient'],
    ['spokeSafe', 'patient'],
    ['spokePlan', 'patient'],
    ['spokePlan', 'patient'],
    ['familyReached', 'family'],
    ['familyReached', 'emergencyContact'],
    ['emergencyServices', 'emergencyServices'],
    ['handedOver', 'colleague'],
  ];
