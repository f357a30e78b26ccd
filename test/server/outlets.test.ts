/** Outlets over HTTP, by the real server on a file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { type Running, startServer } from "../../src/server/server.ts";
import { makeReading } from "../archive/readings.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-http-outlets-"));
const place = join(folder, "a.hearsay");
let server: Running;

beforeAll(async () => {
  const archive = openSqlite(place);
  for (const [doc, outlet] of [
    ["a", "Example Courier"],
    ["b", "The Example Courier"],
  ] as const)
    await archive.save({
      reading: makeReading(doc, `Jonas Vik said pier ${doc} is shut.`, { outlet, published: "2025-03-11" }),
      model: "m",
      origin: doc,
      inputKey: doc,
      at: "2025-05-01T00:00:00Z",
    });
  await archive.close();
  server = await startServer({
    place,
    spool: `${place}.bring-in`,
    host: "127.0.0.1",
    port: 0,
    names: [],
    allowPrivate: false,
    level: "error",
    warm: false,
    write: () => {},
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** What these routes answer, as far as it is looked at here. */
interface Answer {
  total: number;
  items: { name: string; articles: number; resembling: { name: string }[] }[];
  outlets: { articles: number; names: { decided: string | null }[] }[];
  event: { note: string } | null;
  statements: number;
}

async function ask(path: string, body?: unknown): Promise<{ status: number; json: Answer }> {
  const headers = { "content-type": "application/json", "x-hearsay": "1" };
  const post = { method: "POST", body: JSON.stringify(body), headers };
  const response = await fetch(new URL(path, server.url), body === undefined ? {} : post);
  return { status: response.status, json: (await response.json()) as Answer };
}
const decide = (decision: object) => ask("/api/outlets/decisions", { author: "una", ...decision });

it("lists outlets, and joins them with a note, which audits follow, and takes it back", async () => {
  const { json } = await ask("/api/outlets?q=cour");
  expect(json.items.map((o) => [o.name, o.articles, o.resembling.length])).toEqual([
    ["Example Courier", 1, 1],
    ["The Example Courier", 1, 1],
  ]);
  const audited = async () => (await ask("/api/audit?outlet=The%20Example%20Courier")).json.statements;
  expect(await audited()).toBe(1);
  const joined = await decide({ type: "join", outlets: ["Example Courier", "The Example Courier"], note: "one house" });
  expect([joined.status, joined.json.event?.note, joined.json.outlets[0]?.articles]).toEqual([201, "one house", 2]);
  expect([await audited(), (await ask("/api/totals")).json]).toMatchObject([2, { outlets: 1 }]);
  const log = await (await fetch(new URL("/api/corrections", server.url))).text();
  expect(log).toMatch(/^\{"of":"outlets",.*"note":"one house"/);
  expect((await decide({ type: "undo" })).status).toBe(201);
  expect(await audited()).toBe(1);
});

it("refuses what is none", async () => {
  expect((await decide({ type: "join", outlets: ["Example Courier"] })).status).toBe(400);
  expect((await decide({ type: "join", outlets: ["Example Courier", "Nobody’s Post"] })).status).toBe(422);
  expect((await decide({ type: "marry", outlets: [] })).status).toBe(400);
});
