import { useSelector } from '@xstate/react';
import { createContext, useContext } from 'react';
import type { Draft } from '../../machines/draft.ts';
import type { PageAnswers } from '../../machines/intake.machine.ts';
import { type Place, pageAt } from '../../machines/places.ts';
import type { Walk } from '../../machines/walk.ts';
import { is, type Sitting, type SittingSnapshot } from '../session/sitting.ts';
import { currentEntry, goTo } from '../shell/route.ts';

/** Pages of ours that the flow does not know: they ask nothing and change nothing. */
export const asides = ['keep', 'code', 'privacy', 'sections', 'stopped', 'record'] as const;
export type Aside = (typeof asides)[number];
export const isAside = (place: string): place is Aside => asides.some((one) => one === place);

export interface Here {
  readonly sitting: Sitting;
  readonly snapshot: SittingSnapshot;
}

/** The sitting that the pages of the form belong to. */
export const SittingContext = createContext<Sitting | undefined>(undefined);

export function useSittingHere(): Sitting {
  const sitting = useContext(SittingContext);
  if (!sitting) throw new Error('A page of the form was drawn outside of the form');
  return sitting;
}

/** One thing that is known of the sitting: nothing is drawn anew while it stays the same. */
export const useNow = <T>(look: (snapshot: SittingSnapshot) => T): T =>
  useSelector(useSittingHere().actor, look);

/** All that is known of the sitting: drawn anew with everything that happens in it. */
export function useHereAndNow(): Here {
  const sitting = useSittingHere();
  return { sitting, snapshot: useNow((snapshot) => snapshot) };
}

/** The open draft, where the person stands in it, and what can be done. */
export interface Intake extends Here {
  readonly draft: Draft;
  readonly walk: Walk;
}

export const useIntake = (): Intake => intakeOf(useHereAndNow());

/** The same as it stands right now, for what is drawn once for each page. */
export const intakeNow = (sitting: Sitting): Intake =>
  intakeOf({ sitting, snapshot: sitting.actor.getSnapshot() });

function intakeOf(here: Here): Intake {
  const { draft, walk } = here.snapshot.context;
  if (!draft || !walk) throw new Error('A page of the form was drawn without an open draft');
  return { ...here, draft, walk };
}

export const now = (): string => new Date().toISOString();

/** Pages that come up once in a sitting, beside the flow. */
const seen = new Set<Aside>();

/** On a device that keeps nothing, the code is shown after the first Continue: from there on it can be come back to. */
const needsCode = ({ actor }: Sitting, place: Place): boolean => {
  const { ownDevice, draft } = actor.getSnapshot().context;
  const isFirst = draft?.passed.every((one) => one === 'danger' || one === 'dangerSupport') ?? false;
  return !ownDevice && isFirst && !seen.has('code') && pageAt(place) !== undefined;
};

const firstPrivatePage = 'phq9Mood';
const needsWarning = (draft: Draft, place: Place): boolean =>
  place === firstPrivatePage && !draft.passed.includes(firstPrivatePage) && !seen.has('privacy');

/** Turns to a place of the flow, past what is to be said once before it. */
export function turnTo(sitting: Sitting, place: Place): void {
  const { draft } = sitting.actor.getSnapshot().context;
  const aside = needsCode(sitting, place)
    ? 'code'
    : draft && needsWarning(draft, place)
      ? 'privacy'
      : undefined;
  if (aside) seen.add(aside);
  goTo('form', aside ?? place);
}

/** Whether the page was opened from check answers, to go straight back there. */
export const isChange = (): boolean => currentEntry().toCheck === true;

/** Where a Continue leads: on, or back to check answers where the page was opened from there. */
function afterContinue(walk: Walk, place: Place): Place {
  if (!isChange()) return walk.next(place);
  return walk.path.includes('check') ? 'check' : walk.place;
}

/** Continue on a page: keeps its answers and turns the page. */
export function continueFrom(sitting: Sitting, place: Place, answers: PageAnswers = {}): void {
  sitting.actor.send({ type: 'CONTINUE', place, answers, at: now() });
  const snapshot = sitting.actor.getSnapshot();
  const { walk } = snapshot.context;
  if (!walk || !is(snapshot, 'answering')) return;
  const next = afterContinue(walk, place);
  if (isChange() && next !== 'check') goTo('form', next, { toCheck: true });
  else turnTo(sitting, next);
}
