import { useSelector } from '@xstate/react';
import { useSyncExternalStore } from 'react';
import { type Actor, createActor, fromPromise, type SnapshotFrom } from 'xstate';
import type { Locale } from '../../lib/locale.ts';
import type { Draft } from '../../machines/draft.ts';
import { sessionMachine } from '../../machines/session.machine.ts';
import type { SessionTag, ToSave } from '../../machines/session.types.ts';
import { walk } from '../../machines/walk.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';
import type { Circumstances } from '../../steps/relevant.ts';
import { canKeep } from '../draft/can-keep.ts';
import { isFilledInByStaff } from '../shell/fragment.ts';
import { beforeLeaving } from '../shell/leave.ts';
import { painted } from '../shell/painted.ts';
import type { Device } from './device.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { watchPresence } from './presence.ts';

/** One sitting with one draft: the machine, and the keeper that does for it what touches storage and the network. */
export interface Sitting {
  readonly actor: Actor<typeof sessionMachine>;
  readonly keeper: Keeper;
}

export type SittingSnapshot = SnapshotFrom<typeof sessionMachine>;

interface Running extends Sitting {
  readonly end: () => void;
}

const circumstancesOf = ({ today, locations, instrument }: PublicSettings): Circumstances => ({
  asOf: today,
  locationCount: locations.length,
  instrument,
});

const newKeeper = (clinic: PublicSettings): Keeper =>
  createKeeper(
    { asOf: clinic.today, locations: clinic.locations.map(({ id }) => id), instrument: clinic.instrument },
    ({ answers, passed }) =>
      walk({ answers, passed, circumstances: circumstancesOf(clinic), thresholds: clinic.thresholds }),
  );

/** Two seconds, less what the page takes to hand over a change and the network to carry it. */
const SAVE_WITHIN_MS = 1_150;

/** A page that somebody turned to is painted first. That Send was pressed is kept at once: a reload goes on sending. */
const whenSeen = ({ draft }: ToSave): Promise<void> => (draft.sending ? Promise.resolve() : painted());

/** The machine with real effects. What it opens first is what the keeper was told to: a code, or this device. */
function start(clinic: PublicSettings, keeper: Keeper): Running {
  const machine = sessionMachine.provide({
    actors: {
      loadDraft: fromPromise(() => keeper.loadDraft()),
      keepHere: fromPromise(({ input, signal }) =>
        whenSeen(input).then(() => keeper.keepHere(input, signal)),
      ),
      saveDraft: fromPromise(({ input, signal }) =>
        whenSeen(input).then(() => keeper.saveDraft(input, signal)),
      ),
      deleteDraft: fromPromise(({ input }) => keeper.deleteDraft(input)),
      sendSubmission: fromPromise(({ input }) => keeper.sendSubmission(input.draft)),
      raiseAlert: fromPromise(({ input }) => keeper.raiseAlert(input.alert, input.draft)),
    },
    actions: { wipe: (_, { draft, version }) => keeper.saveOnLeaving(draft, version) },
  });
  const actor = createActor(machine, {
    input: {
      circumstances: circumstancesOf(clinic),
      thresholds: clinic.thresholds,
      online: navigator.onLine,
      random: Math.random,
      limits: { idleMs: clinic.idleMinutes * 60_000, saveWithinMs: SAVE_WITHIN_MS },
    },
  });
  actor.start();
  const endings = [
    watchPresence((event) => actor.send(event)),
    beforeLeaving(async () => {
      actor.send({ type: 'LEAVE' });
      await keeper.lastSave();
    }),
  ];
  return {
    actor,
    keeper,
    end: () => {
      for (const end of endings) end();
      actor.stop();
    },
  };
}

let running: Running | undefined;
const listeners = new Set<() => void>();

function replaceBy(next: Running | undefined): void {
  running?.end();
  running = next;
  for (const listener of listeners) listener();
}

/** The sitting of this tab; the first one opens what lies on this device. */
export function sittingHere(clinic: PublicSettings): Sitting {
  running ??= start(clinic, newKeeper(clinic));
  return running;
}

/** Opens the draft of a code in place of whatever is open; that one stays where it is kept. */
export function openCode(clinic: PublicSettings, secret: string, device: Device): void {
  const keeper = newKeeper(clinic);
  keeper.openNext(secret, device === 'own');
  replaceBy(start(clinic, keeper));
}

/** Forgets the sitting; the next one begins with what lies on this device. */
export const endSitting = (): void => replaceBy(undefined);

/** Who fills it in is known where staff began it; the question stands there answered, and can be changed. */
const firstDraft = (keeper: Keeper, locale: Locale): Draft => {
  const draft = keeper.begin(locale);
  return isFilledInByStaff() ? { ...draft, answers: { completedBy: 'staff' } } : draft;
};

/** A device of one's own that refuses to keep anything is a shared one: the code is then shown in good time. */
export function begin({ actor, keeper }: Sitting, locale: Locale, device: Device): void {
  void (device === 'own' ? canKeep() : Promise.resolve(false)).then((ownDevice) => {
    if (!is(actor.getSnapshot(), 'askingDevice')) return;
    actor.send({ type: 'BEGIN', draft: firstDraft(keeper, locale), ownDevice });
  });
}

export function useSitting(clinic: PublicSettings): Sitting {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sittingHere(clinic),
  );
}

export const useSnapshot = ({ actor }: Sitting): SittingSnapshot =>
  useSelector(actor, (snapshot) => snapshot);

/** A tag of the machine, typed. */
export const is = (snapshot: SittingSnapshot, tag: SessionTag): boolean => snapshot.hasTag(tag);
