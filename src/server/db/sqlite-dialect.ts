import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type LimitNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
  ValueNode,
} from 'kysely';

type Bound = ReadonlyArray<SQLInputValue>;

/** Lets Kysely drive Node's own SQLite. */
const forKysely = (database: DatabaseSync): SqliteDatabase => {
  const prepared = keepLast(MOST_PREPARED, (query: string) => statementOf(database, query));
  return { close: () => database.close(), prepare: prepared };
};

const statementOf = (database: DatabaseSync, query: string): SqliteStatement => {
  const statement = database.prepare(query);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Bound)),
    run: (parameters) => statement.run(...(parameters as Bound)),
    // Rows are taken one by one between other queries: such a statement cannot be shared.
    iterate: (parameters) => database.prepare(query).iterate(...(parameters as Bound)),
  };
};

/** More than there are queries in the program, if lists of ids are left aside. */
const MOST_PREPARED = 300;

/** Made once and used again: to read a query takes SQLite longer than to run it. Those not used lately go. */
const keepLast = <T>(most: number, make: (query: string) => T): ((query: string) => T) => {
  const kept = new Map<string, T>();
  return (query) => {
    const value = kept.get(query) ?? make(query);
    kept.delete(query);
    kept.set(query, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
};

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

class CompilerOfPlainLimits extends SqliteQueryCompiler {
  // A limit that is bound makes SQLite read and plan the query anew each time it runs.
  override visitLimit({ limit }: LimitNode): void {
    const isPlain = ValueNode.is(limit) && typeof limit.value === 'number';
    this.append('limit ');
    if (isPlain) this.append(String(limit.value));
    else this.visitNode(limit);
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

  override createQueryCompiler(): SqliteQueryCompiler {
    return new CompilerOfPlainLimits();
  }
}
