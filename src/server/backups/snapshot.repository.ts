import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { StorePlace } from '../db/connect.ts';
import type { Entry, TableHead, Value } from './entries.ts';

/** A store as it was at one moment, while others go on writing to it. */
export interface Snapshot {
  /** Names of the migrations that its tables have seen. */
  readonly migrations: readonly string[];
  /** Each after those it points at. */
  readonly tables: readonly TableHead[];
  entriesOf(tables: readonly TableHead[]): AsyncGenerator<Entry>;
  close(): Promise<void>;
}

export const openSnapshot = async (place: StorePlace): Promise<Snapshot> => {
  const connection = place.engine === 'sqlite' ? openSqlite(place.file) : await openPostgres(place.url);
  try {
    const { migrations, tables, pointers } = await connection.look();
    return {
      migrations,
      tables: afterThoseTheyPointAt(tables, pointers),
      entriesOf: (some) => entries(some, connection.rows),
      close: connection.close,
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
};

interface Pointer {
  readonly from: string;
  readonly to: string;
}

interface Look {
  readonly migrations: readonly string[];
  readonly tables: readonly TableHead[];
  readonly pointers: readonly Pointer[];
}

interface Connection {
  look(): Promise<Look>;
  rows(table: TableHead): AsyncIterable<readonly Value[]>;
  close(): Promise<void>;
}

async function* entries(tables: readonly TableHead[], rows: Connection['rows']): AsyncGenerator<Entry> {
  for (const table of tables) {
    yield { kind: 'table', ...table };
    for await (const values of rows(table)) yield { kind: 'row', values };
  }
}

const afterThoseTheyPointAt = (
  tables: readonly TableHead[],
  pointers: readonly Pointer[],
): readonly TableHead[] => {
  const placed: TableHead[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const names = new Set([...left].map(({ table }) => table));
    const next = [...left].filter(
      ({ table }) => !pointers.some(({ from, to }) => from === table && to !== table && names.has(to)),
    );
    if (next.length === 0) throw new Error('Tables point at each other in a ring.');
    for (const one of next) {
      placed.push(one);
      left.delete(one);
    }
  }
  return placed;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const isOurs = (table: string): boolean => !table.startsWith('kysely_');
const selectAll = ({ table, columns }: TableHead): string =>
  `select ${columns.map(quoted).join(', ')} from ${quoted(table)}`;

const headsOf = (columns: readonly { table: string; column: string }[]): readonly TableHead[] => {
  const names = [...new Set(columns.map(({ table }) => table))].filter(isOurs).sort();
  return names.map((table) => ({
    table,
    columns: columns.filter((one) => one.table === table).map(({ column }) => column),
  }));
};

/** Rows that a server beside it must wait for, at most. */
const ROWS_AT_ONCE = 50;
const breath = () => new Promise((resolve) => setImmediate(resolve));

const openSqlite = (file: string): Connection => {
  // A connection of its own: in WAL mode its transaction sees one moment, and hinders no writer.
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('pragma query_only = on');
  database.exec('begin');
  const all = <Row>(query: string) => database.prepare(query).all() as Row[];
  return {
    look: async () => {
      const columns = all<{ table: string; column: string }>(
        `select t.name as "table", c.name as "column" from sqlite_schema t join pragma_table_info(t.name) c
         where t.type = 'table' and t.name not like 'sqlite_%' order by t.name, c.cid`,
      );
      return {
        tables: headsOf(columns),
        pointers: all<Pointer>(
          `select t.name as "from", f."table" as "to" from sqlite_schema t join pragma_foreign_key_list(t.name) f
           where t.type = 'table'`,
        ),
        migrations: all<{ name: string }>('select name from kysely_migration order by name').map(
          ({ name }) => name,
        ),
      };
    },
    rows: async function* (table) {
      let count = 0;
      for (const row of database.prepare(selectAll(table)).iterate()) {
        yield table.columns.map((column) => row[column] as Value);
        count += 1;
        if (count % ROWS_AT_ONCE === 0) await breath();
      }
    },
    close: async () => database.close(),
  };
};

const INT8 = 20;

const openPostgres = async (url: string): Promise<Connection> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // What breaks between two queries must not end the process; the next query fails.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  const all = async <Row>(query: string) => (await client.query(query)).rows as Row[];
  return {
    look: async () => ({
      tables: headsOf(
        await all<{ table: string; column: string }>(
          `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
           join information_schema.tables t using (table_schema, table_name)
           where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
           order by c.table_name, c.ordinal_position`,
        ),
      ),
      pointers: await all<Pointer>(
        `select a.relname as "from", b.relname as "to" from pg_constraint
         join pg_class a on a.oid = conrelid join pg_class b on b.oid = confrelid where contype = 'f'`,
      ),
      migrations: (await all<{ name: string }>('select name from kysely_migration order by name')).map(
        ({ name }) => name,
      ),
    }),
    rows: async function* (table) {
      await client.query(`declare all_rows no scroll cursor for ${selectAll(table)}`);
      for (;;) {
        const rows = await all<Record<string, Value>>(`fetch ${ROWS_AT_ONCE} from all_rows`);
        for (const row of rows) yield table.columns.map((column) => row[column] ?? null);
        if (rows.length < ROWS_AT_ONCE) break;
      }
      await client.query('close all_rows');
    },
    close: () => client.end(),
  };
};
