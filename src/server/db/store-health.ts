import { noReserve, type Reserve } from './reserve.ts';
import { storeFailureOf } from './store-failure.ts';

/** `full`: the reserve was given up, for what must go on. `failing`: the disk or the connection. */
export type StoreState = 'well' | 'full' | 'failing';

export interface StoreHealth {
  state(): StoreState;
  /** To be told of what a transaction ended with. */
  notice(error: unknown): void;
  /** Looks whether the trouble is over: `probe` must really write. */
  recover(probe: () => Promise<unknown>): Promise<void>;
}

export const createStoreHealth = (reserve: Reserve = noReserve): StoreHealth => {
  let state: StoreState = reserve.take() ? 'well' : 'full';

  const notice = (error: unknown) => {
    const failure = storeFailureOf(error);
    if (failure === 'full') {
      reserve.free();
      state = 'full';
    } else if (failure === 'broken' && state === 'well') {
      state = 'failing';
    }
  };

  return {
    state: () => state,
    notice,
    recover: async (probe) => {
      if (state === 'well') return;
      try {
        await probe();
      } catch (error) {
        notice(error);
        return;
      }
      state = reserve.take() ? 'well' : 'full';
    },
  };
};
