/** Asking PostgreSQL: queries with bound values, and transactions that are run again when another got in their way. */
import type pg from "pg";
import { columnValue } from "./text.ts";

/** One connection, or whichever is free. Values are bound as `$1`, `$2` …; text is made fit for a column. */
export interface Sql {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

export interface Database extends Sql {
  /** All or nothing; `work` may run several times. @param isolation `snapshot` reads everything as of one moment */
  transaction<T>(work: (sql: Sql) => Promise<T>, isolation?: "committed" | "snapshot"): Promise<T>;
}

/** Another transaction changed the same or wrote the same key: deadlock, conflict of order, unique key. */
const AGAIN = new Set(["40001", "40P01", "23505"]);
/** Runs of one transaction, and milliseconds before the second; more before later ones, by chance apart. */
const RUNS = 8;
const PAUSE = 10;

/** @param plain the error that a user is told for one that the driver throws */
export function makeDatabase(pool: pg.Pool, plain: (error: unknown) => Error): Database {
  const over = (client: pg.Pool | pg.PoolClient): Sql => ({
    async rows<T>(text: string, values: readonly unknown[] = []) {
      const { rows } = await client.query(text, values.map(columnValue));
      return rows as T[];
    },
  });
  const once = async <T>(work: (sql: Sql) => Promise<T>, begin: string): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(over(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      await client.query("ROLLBACK").catch((fault: Error) => {
        broken = fault;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    async rows<T>(text: string, values?: readonly unknown[]) {
      return over(pool)
        .rows<T>(text, values)
        .catch((error: unknown) => {
          throw plain(error);
        });
    },
    async transaction(work, isolation = "committed") {
      const begin = isolation === "snapshot" ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN";
      for (let run = 1; ; run++) {
        try {
          return await once(work, begin);
        } catch (error) {
          const { code } = error as { code?: string };
          if (run === RUNS || code === undefined || !AGAIN.has(code)) throw plain(error);
          await new Promise((done) => setTimeout(done, PAUSE * run * (0.5 + Math.random())));
        }
      }
    },
  };
}
