import { withStore } from './store.ts';

/** Whether this browser keeps what it is given. Private windows and strict settings do not. */
export const canKeep = (): Promise<boolean> =>
  withStore('readwrite', (store) => store.count()).then(
    () => true,
    () => false,
  );
