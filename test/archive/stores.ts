/** Both stores, for the suite that holds them to one contract: each archive in a place of its own, gone afterwards. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import { openArchive } from "../../src/archive/open.ts";
import { startPostgres, type TestServer } from "../support/postgres.ts";

export const STORES = ["file", "postgres"] as const;
export type Store = (typeof STORES)[number];

export interface Place {
  /** What `--archive` takes. */
  place: string;
  /** Removes whatever is there. */
  drop(): Promise<void>;
}

let own: Promise<TestServer> | null = null;

/** Address of an empty database, of the server that all tests share or of one that this file starts for itself. */
export async function postgresUrl(): Promise<string> {
  const shared = process.env.HEARSAY_TEST_POSTGRES;
  if (shared) return shared;
  own ??= startPostgres();
  return (await own).url;
}

afterAll(async () => {
  await (await own)?.stop();
  own = null;
});

/** A place where no archive is yet. In a database, archives are told apart by their schema. */
export async function newPlace(store: Store): Promise<Place> {
  if (store === "file") {
    const folder = mkdtempSync(join(tmpdir(), "hearsay-archive-"));
    return { place: join(folder, "a.hearsay"), drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const url = await postgresUrl();
  const schema = `t_${randomUUID().replaceAll("-", "")}`;
  await onServer(url, `CREATE SCHEMA ${schema}`);
  // A queue has a schema of its own beside it.
  return {
    place: inSchema(url, schema),
    drop: () => onServer(url, `DROP SCHEMA ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_queue CASCADE`),
  };
}

/** An address whose tables are those of one schema. */
export function inSchema(url: string, schema: string): string {
  const at = new URL(url);
  at.searchParams.set("options", `-c search_path=${schema}`);
  return at.href.replaceAll("+", "%20");
}

/** Runs SQL on the test server. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A new archive; closing it removes it. */
export async function newArchive(store: Store): Promise<Archive> {
  const { place, drop } = await newPlace(store);
  const archive = await openArchive(place);
  const { close } = archive;
  return Object.assign(archive, {
    async close() {
      await close();
      await drop();
    },
  });
}
