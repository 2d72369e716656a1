import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Queries } from './transaction.ts';

/** Stands in a query where a value will. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built once for each store and set of columns, and from then on only handed its values: to build it
 * takes longer than to run it. What the builder is given stands for the values, so it must not look at them.
 */
export const prepared = <V extends object, R>(build: (db: Queries, values: V) => Compilable<R>) => {
  const built = new WeakMap<object, Map<string, CompiledQuery<R>>>();

  const queryOf = (db: Queries, names: readonly string[]): CompiledQuery<R> => {
    const { adapter } = db.getExecutor();
    const ofStore = built.get(adapter) ?? new Map<string, CompiledQuery<R>>();
    built.set(adapter, ofStore);
    const columns = names.join();
    const query = ofStore.get(columns) ?? build(db, placeholders<V>(names)).compile();
    ofStore.set(columns, query);
    return query;
  };

  return (db: Queries, values: V): Promise<QueryResult<R>> => {
    const given = new Map<string, unknown>(Object.entries(values));
    const query = queryOf(db, [...given.keys()]);
    const parameters = query.parameters.map((one) =>
      one instanceof Placeholder ? given.get(one.name) : one,
    );
    return db.executeQuery({ ...query, parameters });
  };
};

const placeholders = <V extends object>(names: readonly string[]): V =>
  Object.fromEntries(names.map((name) => [name, new Placeholder(name)])) as V;
