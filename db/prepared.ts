import { sql, type Placeholder } from "drizzle-orm";
import type { Queryable } from "./open-database.ts";

/**
 * A query that is built and prepared once for each connection, for queries that stand in the way of every request.
 * `build` must give the same statement each time: what differs from call to call is a `param`.
 *
 * Filters (`eq` and its like) bind a `param` as it is, so a date or a boolean there needs its stored form; in `values`
 * and `set` the column's own form is made of it, except of null.
 */
export function prepareOnce<Prepared>(build: (db: Queryable) => Prepared): (db: Queryable) => Prepared {
  const byConnection = new WeakMap<Queryable, Prepared>();
  return (db) => {
    const known = byConnection.get(db);
    if (known !== undefined) return known;
    const prepared = build(db);
    byConnection.set(db, prepared);
    return prepared;
  };
}

/** The place of a value that is given with each call. */
export function param<Name extends string>(name: Name): Placeholder<Name> {
  return sql.placeholder(name);
}
