import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

type Bound = ReadonlyArray<SQLInputValue>;

/** Lets Kysely drive Node's own SQLite. */
const forKysely = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (query) => {
    const statement = database.prepare(query);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as Bound)),
      run: (parameters) => statement.run(...(parameters as Bound)),
      iterate: (parameters) => statement.iterate(...(parameters as Bound)),
    };
  },
});

class WriterDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync, adapted: SqliteDatabase) {
    super({ database: adapted });
    this.#database = database;
  }

  // A transaction that begins as a reader and then writes fails at once when a command-line tool wrote in between.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // What a failing disk let neither commit nor roll back would be in the way of everything after it.
    if (this.#database.isTransaction) await this.rollbackTransaction(connection);
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  // A migration that is killed half way must leave nothing behind.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  readonly #adapted: SqliteDatabase;

  constructor(database: DatabaseSync) {
    const adapted = forKysely(database);
    super({ database: adapted });
    this.#database = database;
    this.#adapted = adapted;
  }

  override createDriver(): SqliteDriver {
    return new WriterDriver(this.#database, this.#adapted);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}
