import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import type { Engine } from './engine.ts';

/** Where a fault is to strike: at the n-th statement from now on, before it reaches the engine or after it has. */
export interface Fault {
  readonly step: number;
  readonly when: 'before' | 'after';
}

export interface FaultyDisk {
  /** For `openStore`: begin, commit and every query pass through it. */
  through(dialect: Dialect): Dialect;
  /** Counts from one again; with a fault, one statement fails as it would on a broken disk. */
  arm(fault?: Fault): void;
  /** Statements since it was armed. */
  steps(): number;
}

export const faultyDisk = (engine: Engine): FaultyDisk => {
  let armed: Fault | undefined;
  let count = 0;

  const strike = (when: Fault['when']) => {
    if (armed?.when === when && armed.step === count) throw brokenDisk(engine);
  };
  const around = (connection: DatabaseConnection): DatabaseConnection => ({
    executeQuery: async <R>(...query: Parameters<DatabaseConnection['executeQuery']>) => {
      count += 1;
      strike('before');
      const result = await connection.executeQuery<R>(...query);
      strike('after');
      return result;
    },
    streamQuery: (...query) => connection.streamQuery(...query),
  });

  return {
    through: (dialect) => ({
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createDriver: () => faultyDriver(dialect.createDriver(), around),
    }),
    arm: (fault) => {
      armed = fault;
      count = 0;
    },
    steps: () => count,
  };
};

/** A failed sync, in the words of each engine. */
const brokenDisk = (engine: Engine): Error =>
  Object.assign(
    new Error('planted'),
    engine === 'sqlite' ? { code: 'ERR_SQLITE_ERROR', errcode: 10 + (4 << 8) } : { code: '58030' },
  );

const faultyDriver = (
  driver: Driver,
  around: (connection: DatabaseConnection) => DatabaseConnection,
): Driver => {
  const real = new Map<DatabaseConnection, DatabaseConnection>();
  return {
    init: () => driver.init(),
    destroy: () => driver.destroy(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      const faulty = around(connection);
      real.set(faulty, connection);
      return faulty;
    },
    releaseConnection: async (connection) => {
      const released = real.get(connection);
      real.delete(connection);
      if (released !== undefined) await driver.releaseConnection(released);
    },
    beginTransaction: (...given) => driver.beginTransaction(...given),
    commitTransaction: (...given) => driver.commitTransaction(...given),
    rollbackTransaction: (...given) => driver.rollbackTransaction(...given),
    savepoint: async (...given) => driver.savepoint?.(...given),
    rollbackToSavepoint: async (...given) => driver.rollbackToSavepoint?.(...given),
    releaseSavepoint: async (...given) => driver.releaseSavepoint?.(...given),
  };
};
