import { asked, withStore } from './store.ts';

/** Whether this browser keeps what it is given. Private windows and strict settings do not. */
export const canKeep = (): Promise<boolean> =>
  withStore('keep', (store) => asked(store.count())).then(
    () => true,
    () => false,
  );
