/** The queue's own schema beside an archive's, brought up to date as the archive's tables are: never under an older worker. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { UnreadableError } from "../../error.ts";
import { holdTables, runSteps, versionOf } from "../postgres/migrate.ts";
import { BOSS_TABLES, makeBossTables, type Run } from "./boss.ts";

/**
 * Steps of our tables; a step that was released is never changed. What is to be read lies in `queued`, the jobs of pg-boss
 * only tell that there is something to be read of a key.
 */
export const STEPS: readonly string[] = [
  `
CREATE TABLE queued(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch uuid NOT NULL,
  key text NOT NULL,
  origin text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL,
  input_key text NOT NULL,
  input bytea,
  urgent boolean NOT NULL,
  losses integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK(state IN ('waiting', 'new', 'version', 'same', 'failed')),
  reason text, doc text COLLATE "C",
  told boolean NOT NULL DEFAULT false,
  ended_at timestamptz
);
CREATE UNIQUE INDEX queued_inputs ON queued(input_key) WHERE state = 'waiting';
CREATE INDEX queued_keys ON queued(key, id) WHERE state = 'waiting';
CREATE INDEX queued_batches ON queued(batch) WHERE state = 'waiting';
CREATE INDEX queued_ended ON queued(batch) WHERE state <> 'waiting' AND NOT told;
CREATE INDEX queued_failed ON queued(md5(origin), md5(name)) WHERE state = 'failed';
CREATE INDEX queued_when ON queued(ended_at) WHERE state <> 'waiting';
CREATE TABLE workers(
  id uuid PRIMARY KEY,
  name text NOT NULL, version text NOT NULL, model text NOT NULL, threads integer NOT NULL,
  since timestamptz NOT NULL DEFAULT now(), seen timestamptz NOT NULL DEFAULT now(),
  reading integer NOT NULL DEFAULT 0, kept bigint NOT NULL DEFAULT 0, failed bigint NOT NULL DEFAULT 0,
  rate double precision NOT NULL DEFAULT 0
);`,
];

/** Both versions in one number, which only ever grows. */
const OURS = 10_000;
const WANTED = STEPS.length * OURS + BOSS_TABLES;

/** Names that pg-boss takes as they are; with the ending no longer than PostgreSQL allows. */
const PLAIN = /^[a-z_][a-z0-9_]{0,40}$/;

/** The schema of the queue of an archive in a schema. */
export const queueSchema = (archive: string): string =>
  PLAIN.test(archive) ? `${archive}_queue` : `queue_${createHash("sha256").update(archive).digest("hex").slice(0, 16)}`;

/** Makes sure of the queue's tables and takes the lock on them. @throws UnreadableError where there is none, or it may not be made */
export async function holdQueue(
  client: pg.PoolClient,
  schema: string,
  { shown, create }: { shown: string; create: boolean },
): Promise<void> {
  await makeSchema(client, schema, { shown, create });
  return holdTables(client, shown, {
    wanted: WANTED,
    async version() {
      const ours = await versionOf(client);
      const { rows } = await client.query("SELECT to_regclass('version') IS NOT NULL AS there");
      const boss = rows[0].there ? await client.query<{ version: number }>("SELECT version FROM version") : null;
      return ours * OURS + (boss?.rows[0]?.version ?? 0);
    },
    mayMake: async () => {
      if (!create) throw none(shown);
    },
    async bring() {
      await makeBossTables(oneByOne(client), schema);
      await runSteps(client, STEPS);
    },
  });
}

/** Runs SQL on one connection, a query after the other. */
function oneByOne(client: pg.PoolClient): Run {
  let last: Promise<unknown> = Promise.resolve();
  return (text, values = []) => {
    const result = last.then(async () => {
      const answer = (await client.query(text, [...values])) as pg.QueryResult | pg.QueryResult[];
      return { rows: [answer].flat().flatMap(({ rows }) => rows) };
    });
    last = result.catch(() => undefined);
    return result;
  };
}

const none = (shown: string): UnreadableError =>
  new UnreadableError(`${shown}: has no queue yet; hearsay ingest and hearsay work make it`);

async function makeSchema(
  client: pg.PoolClient,
  schema: string,
  { shown, create }: { shown: string; create: boolean },
): Promise<void> {
  const there = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  if (there.rows.length > 0) return;
  if (!create) throw none(shown);
  await client
    .query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
    .catch(({ code, message }: { code?: string; message: string }) => {
      // Another one made it at the same moment.
      if (code === "23505" || code === "42P06") return;
      if (code !== "42501") throw new Error(message);
      throw new UnreadableError(
        `${shown}: this user may not make the queue; whoever owns the database makes it a place with: CREATE SCHEMA ${schema} AUTHORIZATION …`,
      );
    });
}
