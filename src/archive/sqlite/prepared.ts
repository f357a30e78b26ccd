/** Statements of SQL that are asked again and again, prepared once for each connection. */
import type { Database, Statement } from "better-sqlite3";

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** @param sql one of a few texts: what is made of a user's words is not kept here */
export function once<Row>(db: Database, sql: string): Statement<unknown[], Row> {
  let own = prepared.get(db);
  if (!own) {
    own = new Map();
    prepared.set(db, own);
  }
  let statement = own.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    own.set(sql, statement);
  }
  return statement as Statement<unknown[], Row>;
}

/** The same for SQL that gives one column. */
export const oncePlucked = <Value>(db: Database, sql: string): Statement<unknown[], Value> =>
  once<Value>(db, sql).pluck();
