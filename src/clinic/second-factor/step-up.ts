import { useSyncExternalStore } from 'react';
import { type Refusal, RefusedError, refusalBehind } from '../api.ts';

/** Somebody is asked for their second factor because of what they want to do. */
interface Asked {
  readonly settle: (isShown: boolean) => void;
}

let asked: Asked | undefined;
const listeners = new Set<() => void>();
const change = (next: Asked | undefined) => {
  asked = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** What the dialog of the portal shows. */
export const useStepUp = (): Asked | undefined => useSyncExternalStore(subscribe, () => asked);

/** The dialog was closed without a factor: the refusal stands, in words for whoever closed it. */
const notShown = (refusal: Extract<Refusal, { kind: 'refused' }>): RefusedError =>
  new RefusedError({ ...refusal, detail: 'Nothing was done, because your second step was not shown.' });

const askForFactor = (): Promise<boolean> => {
  asked?.settle(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  change({
    settle: (isShown) => {
      change(undefined);
      resolve(isShown);
    },
  });
  return promise;
};

/**
 * Does what may need the second factor anew (a route with `stepUp: true`): where the server asks for it, the portal's
 * dialog does, and then the same is done again.
 *
 * @example const { link } = await withStepUp(() => ask(handedLink, '/api/staff/users', { method: 'POST', body }))
 */
export async function withStepUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal.kind !== 'refused' || refusal.code !== 'step-up-needed') throw error;
    if (!(await askForFactor())) throw notShown(refusal);
    return work();
  }
}
