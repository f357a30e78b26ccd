/** The tables of the queue: by whom they are made, and under whom they never change. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MIGRATIONS } from "../../../src/archive/postgres/migrations.ts";
import { holdSchema, holdTables } from "../../../src/archive/postgres/migrate.ts";
import { openPostgres, type PostgresArchive } from "../../../src/archive/postgres/postgres.ts";
import { BOSS_TABLES } from "../../../src/archive/queue/boss.ts";
import { lazyQueue } from "../../../src/archive/queue/lazy.ts";
import { openQueue, type Queue } from "../../../src/archive/queue/queue.ts";
import { queueSchema } from "../../../src/archive/queue/schema.ts";
import { PASSWORD } from "../../support/postgres.ts";
import { newPlace, onServer, type Place, postgresUrl } from "../stores.ts";

let at: Place;
let archive: PostgresArchive;
beforeEach(async () => {
  at = await newPlace("postgres");
  archive = await openPostgres(at.place, { program: "hearsay work" });
});
afterEach(async () => {
  await archive.close();
  await at.drop();
});
const open = (create = true): Promise<Queue> => openQueue(at.place, archive, { create });

/** Runs with one connection whose tables are those of the queue, or of the archive. */
async function connected<T>(schema: string | null, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: at.place, max: 1 });
  const client = await pool.connect();
  try {
    if (schema) await client.query(`SET search_path = ${schema}`);
    return await run(client);
  } finally {
    client.release(true);
    await pool.end();
  }
}
const schemaOf = async (): Promise<string> => {
  const [row] = await archive.db.rows<{ schema: string }>("SELECT current_schema() AS schema");
  return queueSchema(row?.schema ?? "");
};

it("works with the tables of the pinned pg-boss", () => {
  const path = createRequire(import.meta.url).resolve("pg-boss/package.json");
  expect(JSON.parse(readFileSync(path, "utf8")).pgboss.schema).toBe(BOSS_TABLES);
});

it("is made once by several at once, beside the archive's tables, and found again", async () => {
  const queues = await Promise.all([open(), open(), open(), open()]);
  expect((await archive.db.rows("SELECT to_regclass('job') AS t"))[0]).toEqual({ t: null });
  for (const queue of queues) await queue.close();
  await (await open(false)).close();
});

it("is none where nothing was put in yet", async () => {
  await expect(open(false)).rejects.toThrow(/has no queue yet; hearsay ingest and hearsay work make it$/);
  const lazy = lazyQueue(at.place, archive);
  expect(await lazy.get()).toBeNull();
  await (await open()).close();
  expect(await lazy.get()).not.toBeNull();
  await lazy.close();
});

it("has a name of its own for every archive", () => {
  expect(queueSchema("public")).toBe("public_queue");
  for (const odd of ["Press", 'a"b', "x".repeat(60)]) expect(queueSchema(odd)).toMatch(/^queue_[0-9a-f]{16}$/);
});

it("is not changed while a worker of an older version runs, nor is the archive", { timeout: 60_000 }, async () => {
  const queue = await openQueue(at.place, archive, { create: true, program: "hearsay work" });
  const later = (client: pg.PoolClient): Promise<void> =>
    holdTables(client, "x", {
      wanted: 99,
      version: async () => 1,
      mayMake: async () => undefined,
      bring: () => Promise.reject(new Error("it was changed")),
    });
  const refused =
    /an earlier version of Hearsay is using this archive \(hearsay work on 127\.0\.0\.1.*stop it and try again/;
  await Promise.all([
    expect(connected(await schemaOf(), later)).rejects.toThrow(refused),
    expect(
      connected(null, (client) =>
        holdSchema(client, { shown: "x", create: true, steps: [...MIGRATIONS, "CREATE TABLE later(x int)"] }),
      ),
    ).rejects.toThrow(refused),
  ]);
  await queue.close();
});

it("says what right is missing to make it", async () => {
  const server = await postgresUrl();
  const user = `reader_${Date.now()}`;
  const [row] = await archive.db.rows<{ schema: string }>("SELECT current_schema() AS schema");
  await onServer(
    server,
    `CREATE ROLE ${user} LOGIN PASSWORD '${PASSWORD}'; GRANT USAGE ON SCHEMA ${row?.schema} TO ${user};
     GRANT ALL ON ALL TABLES IN SCHEMA ${row?.schema} TO ${user}`,
  );
  const place = new URL(at.place);
  place.username = user;
  await expect(openQueue(place.href, archive, { create: true })).rejects.toThrow(
    /this user may not make the queue; whoever owns the database makes it a place with: CREATE SCHEMA \w+_queue AUTHORIZATION …$/,
  );
  // With the place made for it, the user makes and uses the queue.
  await onServer(server, `CREATE SCHEMA ${await schemaOf()} AUTHORIZATION ${user}`);
  await (await openQueue(place.href, archive, { create: true })).close();
  await onServer(
    server,
    `DROP SCHEMA ${await schemaOf()} CASCADE; REVOKE ALL ON ALL TABLES IN SCHEMA ${row?.schema} FROM ${user};
     REVOKE USAGE ON SCHEMA ${row?.schema} FROM ${user}; DROP ROLE ${user}`,
  );
});
