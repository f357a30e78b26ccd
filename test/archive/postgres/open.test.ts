/** Opening a shared archive: its schema, who may, and what is said when it cannot be. */
import { createServer } from "node:net";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openArchive } from "../../../src/archive/open.ts";
import { shownPlace } from "../../../src/archive/place.ts";
import { holdSchema } from "../../../src/archive/postgres/migrate.ts";
import { MIGRATIONS } from "../../../src/archive/postgres/migrations.ts";
import { openPostgres } from "../../../src/archive/postgres/postgres.ts";
import { UnreadableError, UsageError } from "../../../src/error.ts";
import { PASSWORD } from "../../support/postgres.ts";
import { keepReading, makeReading } from "../readings.ts";
import { inSchema, newPlace, onServer, type Place, postgresUrl } from "../stores.ts";

let at: Place;
beforeEach(async () => {
  at = await newPlace("postgres");
});
afterEach(() => at.drop());

/** Runs with one connection to the place. */
async function connected<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: at.place, max: 1 });
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release(true);
    await pool.end();
  }
}
const upTo = (steps: readonly string[]) =>
  connected((client) => holdSchema(client, { shown: "x", create: true, steps }));
const versions = () =>
  connected(async (client) =>
    (await client.query("SELECT version FROM hearsay_schema ORDER BY 1")).rows.map((r) => r.version),
  );

/** The words of the error, which hold no password. */
async function refusal(place: string, create = true): Promise<string> {
  const error = await openArchive(place, { create }).then(
    async (archive) => {
      await archive.close();
      return new Error("it was opened");
    },
    (e: unknown) => e as Error,
  );
  expect(error).toBeInstanceOf(UnreadableError);
  expect(error.message).not.toContain(PASSWORD);
  expect(error.message).not.toContain("\n");
  return error.message;
}

describe("the schema of a shared archive", () => {
  it("is made from nothing by many at once", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => openArchive(at.place)));
    for (const archive of all) await archive.close();
    expect(await versions()).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  it.each(MIGRATIONS.map((_, i) => i))("is brought up to date from version %i, and works", async (from) => {
    await upTo(MIGRATIONS.slice(0, from));
    const archive = await openPostgres(at.place);
    await keepReading(archive, makeReading("a", "Ana Holt said the pier is shut."));
    expect((await archive.search("pier")).total).toBe(1);
    expect(await archive.outletDecisions()).toEqual([]);
    await archive.close();
    expect(await versions()).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  it("has the views and columns of a file", async () => {
    const archive = await openPostgres(at.place);
    const columns = async (view: string) =>
      (
        await archive.db.rows<{ name: string }>(
          "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
          [view],
        )
      ).map(({ name }) => name);
    const { openSqlite } = await import("../../../src/archive/sqlite/sqlite.ts");
    const file = openSqlite(":memory:");
    for (const view of [
      "articles_current",
      "statements_current",
      "corrections",
      "speaker_decisions",
      "outlet_decisions",
    ])
      expect(await columns(view)).toEqual(
        (file.db.pragma(`table_info(${view})`) as { name: string }[]).map(({ name }) => name),
      );
    await file.close();
    await archive.close();
  });

  it("does each step whole or not at all", async () => {
    await expect(upTo(["CREATE TABLE one(x int)", "CREATE TABLE two(x int); CREATE TABLE broken("])).rejects.toThrow();
    expect(await versions()).toEqual([1]);
    await upTo(["CREATE TABLE one(x int)", "CREATE TABLE two(x int)"]);
    expect(await versions()).toEqual([1, 2]);
  });

  it("is not opened by an older program", async () => {
    await upTo([...MIGRATIONS, "CREATE TABLE later(x int)"]);
    expect(await refusal(at.place)).toMatch(/was made by a later version of Hearsay; update Hearsay to open it$/);
  });

  it("is not changed while an older program uses it", async () => {
    const older = await openPostgres(at.place);
    await expect(upTo([...MIGRATIONS, "CREATE TABLE later(x int)"])).rejects.toThrow(
      /an earlier version of Hearsay is using this archive \(hearsay on 127\.0\.0\.1\), .*stop it and try again/,
    );
    expect(await versions()).toEqual(MIGRATIONS.map((_, i) => i + 1));
    expect(await older.countArticles()).toBe(0);
    await older.close();
    await upTo([...MIGRATIONS, "CREATE TABLE later(x int)"]);
    expect(await versions()).toHaveLength(MIGRATIONS.length + 1);
  }, 30_000);
});

describe("what cannot be opened is told in one line, without the password", () => {
  it("no server, no host", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => probe.once("listening", done));
    const { port } = probe.address() as { port: number };
    await new Promise((done) => probe.close(done));
    expect(await refusal(`postgres://ana:${PASSWORD}@127.0.0.1:${port}/news`)).toBe(
      `postgres://ana@127.0.0.1:${port}/news: no server answers there; start PostgreSQL, or correct host and port`,
    );
    expect(await refusal(`postgres://ana:${PASSWORD}@nowhere.invalid/news`)).toMatch(/no such host|looked up/);
  });

  it("a wrong password, none, no such database", async () => {
    const url = new URL(await postgresUrl());
    url.password = "wrong";
    expect(await refusal(url.href)).toMatch(/: the password for hearsay is wrong$/);
    url.password = "";
    expect(await refusal(url.href)).toMatch(
      /the server asks for a password; write it into the address, or set PGPASSWORD$/,
    );
    url.password = PASSWORD;
    url.pathname = "/nothing_here";
    expect(await refusal(url.href)).toMatch(/there is no database nothing_here; make it with: createdb nothing_here$/);
  });

  it("no right to make tables", async () => {
    const url = new URL(await postgresUrl());
    const user = `reader_${Date.now()}`;
    await onServer(url.href, `CREATE ROLE ${user} LOGIN PASSWORD '${PASSWORD}'`);
    const place = new URL(at.place);
    place.username = user;
    const schema = /search_path=(\w+)/.exec(decodeURIComponent(at.place))?.[1];
    await onServer(url.href, `GRANT USAGE ON SCHEMA ${schema} TO ${user}`);
    expect(await refusal(place.href.replaceAll("+", "%20"))).toMatch(/may not create or use the tables of the archive/);
    await onServer(url.href, `REVOKE USAGE ON SCHEMA ${schema} FROM ${user}; DROP ROLE ${user}`);
  });

  it("tables of something else", async () => {
    await connected((client) => client.query("CREATE TABLE articles(x int)"));
    expect(await refusal(at.place)).toMatch(/is a database of something else; make one for the archive with createdb$/);
  });

  it("an address that is none", async () => {
    for (const place of [
      "mysql://ana:secret@host/news",
      "postgres://ana:secret@host",
      "postgres://ana:secret@:bad:/x",
    ]) {
      const error = await openArchive(place).catch((e: unknown) => e as Error);
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).not.toContain("secret");
    }
    expect(shownPlace("postgresql://ana:secret@host:1/news?password=secret")).toBe("postgresql://ana@host:1/news");
    expect(inSchema("postgres://host/news", "s")).toContain("search_path");
  });
});
