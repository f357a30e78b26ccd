/** Brings the schema of a shared archive up to date, which only happens while nobody else uses the archive. */
import type pg from "pg";
import { UnreadableError } from "../../error.ts";
import { hash32 } from "./locks.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Milliseconds between looks at a lock that another holds, and how long all in all: others may be opening the archive as well. */
const PAUSE = 100;
const PATIENCE = 5_000;

export interface MigrateOptions {
  /** The place without its password, for messages. */
  shown: string;
  /** Make the tables where there are none. */
  create: boolean;
  steps?: readonly string[];
}

/**
 * Makes sure that the tables are those of this version, and takes the lock that tells others that the archive is in
 * use; it is held as long as the connection lasts. An older schema is brought up to date under the same lock, taken for oneself alone.
 * @throws UnreadableError where the schema is newer, is in use by an older version, or is none of Hearsay's
 */
export async function holdSchema(client: pg.PoolClient, options: MigrateOptions): Promise<void> {
  const { shown, steps = MIGRATIONS } = options;
  return holdTables(client, shown, {
    wanted: steps.length,
    version: () => versionOf(client),
    mayMake: () => mayMake(client, options),
    bring: () => runSteps(client, steps),
  });
}

/** Tables of a schema that change from version to version. */
export interface Tables {
  /** The version that this program works with. */
  wanted: number;
  /** The version that they have; 0 where there are none. */
  version(): Promise<number>;
  /** @throws where there are none and none may be made */
  mayMake(): Promise<void>;
  /** Brings them to the wanted version; nobody else uses them meanwhile. */
  bring(): Promise<void>;
}

/** The same for any tables in the connection's schema. */
export async function holdTables(client: pg.PoolClient, shown: string, tables: Tables): Promise<void> {
  const { wanted } = tables;
  const key = await lockOf(client);
  const until = Date.now() + PATIENCE;
  for (;;) {
    await client.query("SELECT pg_advisory_lock_shared($1, $2)", key);
    const version = await tables.version();
    if (version > wanted)
      throw new UnreadableError(`${shown}: was made by a later version of Hearsay; update Hearsay to open it`);
    if (version === wanted) return;
    await client.query("SELECT pg_advisory_unlock_shared($1, $2)", key);
    if (version === 0) await tables.mayMake();
    if (await alone(client, key, () => tables.bring())) continue;
    if (Date.now() > until) throw new UnreadableError(`${shown}: ${await inUse(client, key, version)}`);
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** Advisory locks count for a whole database; a schema in it is an archive. */
async function lockOf(client: pg.PoolClient): Promise<[number, number]> {
  const { rows } = await client.query<{ schema: string | null }>("SELECT current_schema() AS schema");
  return [hash32("hearsay archive"), hash32(rows[0]?.schema ?? "")];
}

/** Whether nobody else held the lock, so that the work was done. */
async function alone(client: pg.PoolClient, key: [number, number], work: () => Promise<void>): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS got", key);
  if (!rows[0]?.got) return false;
  try {
    await work();
  } finally {
    await client.query("SELECT pg_advisory_unlock($1, $2)", key);
  }
  return true;
}

/** Number of the last step done; 0 where there is no archive. */
export async function versionOf(client: pg.PoolClient): Promise<number> {
  const there = await client.query("SELECT to_regclass('hearsay_schema') IS NOT NULL AS there");
  if (!there.rows[0].there) return 0;
  const { rows } = await client.query<{ version: number | null }>("SELECT max(version) AS version FROM hearsay_schema");
  return rows[0]?.version ?? 0;
}

/** Each step whole or not at all. */
export async function runSteps(client: pg.PoolClient, steps: readonly string[]): Promise<void> {
  for (let version = await versionOf(client); version < steps.length; version++) {
    await client.query("BEGIN");
    try {
      await client.query(
        "CREATE TABLE IF NOT EXISTS hearsay_schema(version integer PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())",
      );
      await client.query(steps[version] as string);
      await client.query("INSERT INTO hearsay_schema(version) VALUES ($1)", [version + 1]);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    }
  }
}

/** @throws UnreadableError where tables are not to be made here */
async function mayMake(client: pg.PoolClient, { shown, create }: MigrateOptions): Promise<void> {
  if (!create)
    throw new UnreadableError(
      `${shown}: there is no archive in this database; make one with: hearsay ingest FOLDER --archive …, or name another with --archive`,
    );
  const { rows } = await client.query(
    "SELECT to_regclass('articles') IS NOT NULL AS taken, current_setting('server_encoding') AS encoding",
  );
  if (rows[0].taken)
    throw new UnreadableError(`${shown}: is a database of something else; make one for the archive with createdb`);
  if (rows[0].encoding !== "UTF8")
    throw new UnreadableError(
      `${shown}: the database's encoding is ${rows[0].encoding}; an archive needs UTF8 (createdb --encoding UTF8 --template template0)`,
    );
}

/** Who uses an archive that is to be brought up to date. */
async function inUse(client: pg.PoolClient, key: [number, number], version: number): Promise<string> {
  const { rows } = await client.query<{ name: string; host: string }>(
    `SELECT coalesce(nullif(a.application_name, ''), 'a program') AS name, coalesce(host(a.client_addr), 'the server itself') AS host
     FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND l.classid = ($1::bigint & 4294967295)::oid AND l.objid = ($2::bigint & 4294967295)::oid ORDER BY 1, 2 LIMIT 5`,
    key,
  );
  const who = rows.map(({ name, host }) => `${name} on ${host}`).join(", ");
  return `an earlier version of Hearsay is using this archive (${who || "it has just ended"}), whose tables (version ${version}) must be brought up to date first; stop it and try again`;
}
