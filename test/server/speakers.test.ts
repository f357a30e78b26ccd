/** Speakers, dossiers and decisions over HTTP, by the real server on a file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { type Running, startServer } from "../../src/server/server.ts";
import { keepReading, labelled, makeReading } from "../archive/readings.ts";
import { quietly } from "./start.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-http-"));
const place = join(folder, "a.hearsay");
let server: Running;

beforeAll(async () => {
  const archive = openSqlite(place);
  for (const [doc, text, role] of [
    ["a", "Jonas Vik said the budget of the harbour is late.", "finance minister"],
    ["b", "Jonas Vik said the match is lost.", "goalkeeper"],
  ] as const) {
    const reading = makeReading(doc, text, { outlet: "Harbour Wire", published: "2025-03-11" });
    await keepReading(archive, labelled(reading, { role }));
  }
  await archive.close();
  server = await startServer(quietly(place, `${place}.bring-in`));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** What these routes answer, as far as it is looked at here. */
interface Answer {
  total: number;
  items: { namesakes: unknown[] }[];
  statements: { content: string }[];
  event: { note: string } | null;
  speakers: { confirmed: number; suggested: number }[];
}

async function ask(
  path: string,
  body?: unknown,
  headers = { "x-hearsay": "1" },
): Promise<{ status: number; json: Answer }> {
  const post = {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  };
  const response = await fetch(new URL(path, server.url), body === undefined ? {} : post);
  return { status: response.status, json: (await response.json()) as Answer };
}
const decide = (decision: object) => ask("/api/speakers/decisions", { author: "una", ...decision });

it("lists speakers and gives a dossier, namesakes by their offices", async () => {
  const { json } = await ask("/api/speakers?q=vik&limit=1");
  expect([json.total, json.items.length, json.items[0]?.namesakes.length]).toEqual([2, 1, 1]);
  const dossier = await ask(`/api/dossier?speaker=${encodeURIComponent("Jonas Vik (goalkeeper)")}`);
  expect(dossier.json.statements.map((s) => s.content)).toEqual(["the match is lost"]);
  expect((await ask("/api/dossier?speaker=Vik")).status).toBe(404);
  expect((await ask("/api/dossier?speaker=Vik&since=friday")).status).toBe(400);
});

it("keeps decisions and takes them back, for whoever made them", async () => {
  const joined = await decide({
    type: "join",
    speakers: ["Jonas Vik (finance minister)", "Jonas Vik (goalkeeper)"],
    note: "played once",
  });
  expect([joined.status, joined.json.event?.note]).toEqual([201, "played once"]);
  expect(joined.json.speakers.map((s) => [s.confirmed, s.suggested])).toEqual([[2, 0]]);
  expect((await decide({ type: "undo", author: "bo" })).json.event).toBeNull();
  expect((await decide({ type: "undo" })).json.speakers).toHaveLength(2);
  expect((await decide({ type: "redo" })).json.speakers).toHaveLength(1);
  expect((await decide({ type: "undo" })).status).toBe(201);
});

it("refuses what is wrong in one line, and what no page of its own sends", async () => {
  for (const [decision, status] of [
    [{ type: "join", speakers: [] }, 400],
    [{ type: "join", speakers: ["Nobody"] }, 422],
    [{ type: "wikidata", speaker: "Jonas Vik", item: "forty-two" }, 400],
    [{ type: "split", speaker: "Jonas Vik", role: "finance minister" }, 400],
    [{ type: "burn" }, 400],
  ] as const)
    expect([decision, (await decide(decision)).status]).toEqual([decision, status]);
  const foreign = await ask("/api/speakers/decisions", { type: "undo", author: "una" }, {} as { "x-hearsay": string });
  expect(foreign.status).toBe(403);
});
