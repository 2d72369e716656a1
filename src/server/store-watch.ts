import { writeProbe } from './db/probe.repository.ts';
import type { StoreState } from './db/store-health.ts';
import type { Dependencies } from './dependencies.ts';

const EVERY_MS = 5_000;

export interface StoreWatch {
  /** One look: tries whether the trouble is over, and tells the log when the state has changed. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
}

/** While the store cannot be written, tries again every five seconds. A store that is well is left alone. */
export const createStoreWatch = ({
  store,
  clock,
  log,
}: Pick<Dependencies, 'store' | 'clock' | 'log'>): StoreWatch => {
  let told: StoreState = 'well';
  let timer: NodeJS.Timeout | undefined;

  const tell = () => {
    const state = store.health.state();
    if (state === told) return;
    told = state;
    if (state === 'well') log.info('the store can be written again');
    else log.error({ storeState: state }, 'the store cannot be written');
  };
  const look = async () => {
    tell();
    await store.health.recover(() => store.inTransaction((tx) => writeProbe(tx, clock.now().getTime())));
    tell();
  };

  return {
    look,
    start: () => {
      timer = setInterval(() => void look(), EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
};
