/** Connects to PostgreSQL: a few connections that are opened when needed, and one that tells others that the archive is in use. */
import pg from "pg";
import { shownPlace } from "../place.ts";
import { atOf, plainError } from "./errors.ts";
import { holdSchema } from "./migrate.ts";
import { type Database, makeDatabase } from "./sql.ts";

/** Connections of one process beside that which holds the schema. */
const CONNECTIONS = 4;
/** Milliseconds to wait for a connection, and for a transaction that has stopped in its middle. */
const CONNECT = 10_000;
const STALLED = 60_000;
/** bigint; all numbers of an archive are exact in a double. */
const INT8 = 20;

export interface Connected extends Database {
  /** Where it is, without password. */
  readonly shown: string;
  /** Runs SQL of another library as it is: several statements at once, or one with values; the driver's own errors. */
  execute(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  create: boolean;
  steps?: readonly string[];
  /** What the connections are called in the server's lists. */
  program?: string;
  /** Takes the lock under which the tables stay as they are; that of the archive where none is given. */
  hold?: (client: pg.PoolClient) => Promise<void>;
}

/** @throws UnreadableError when there is no archive there (and `create` is false) or it cannot be reached */
export async function connect(place: string, options: ConnectOptions): Promise<Connected> {
  const { program = "hearsay", hold: holdAs, ...schema } = options;
  const shown = shownPlace(place);
  const at = atOf(place);
  const plain = (error: unknown): Error => plainError(error, shown, at);
  const pool = new pg.Pool({
    connectionString: place,
    max: CONNECTIONS + 1,
    connectionTimeoutMillis: CONNECT,
    idle_in_transaction_session_timeout: STALLED,
    application_name: program,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: "text") =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks is replaced by the next one that is needed; whoever waits for an answer is told by its query.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  let keeper: pg.PoolClient | null = null;
  /** Takes the lock, anew when its connection was lost, before anything is written. */
  const hold = async (): Promise<void> => {
    if (keeper) return;
    const client = await pool.connect();
    try {
      await (holdAs ? holdAs(client) : holdSchema(client, { shown, ...schema }));
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.once("error", () => {
      if (keeper === client) keeper = null;
      client.release(true);
    });
    keeper = client;
  };
  try {
    await hold();
  } catch (error) {
    await pool.end();
    throw plain(error);
  }
  const database = makeDatabase(pool, plain);
  return {
    ...database,
    shown,
    async execute(text, values = []) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        const result = (await client.query(text, [...values])) as pg.QueryResult | pg.QueryResult[];
        return { rows: [result].flat().flatMap(({ rows }) => rows) };
      } catch (error) {
        // Several statements may have begun a transaction.
        await client.query("ROLLBACK").catch((fault: Error) => {
          broken = fault;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async transaction(work, isolation) {
      await hold().catch((error: unknown) => {
        throw plain(error);
      });
      return database.transaction(work, isolation);
    },
    async close() {
      const client = keeper;
      keeper = null;
      client?.release(true);
      await pool.end();
    },
  };
}
