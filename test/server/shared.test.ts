/** The server over a shared archive: what it shows, decides and brings in is there for all who use it. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPostgres } from "../../src/archive/postgres/postgres.ts";
import { openQueue } from "../../src/archive/queue/queue.ts";
import { work } from "../../src/archive/queue/work.ts";
import { connectedWorkers } from "../../src/archive/queue/workers.ts";
import { makeReading } from "../archive/readings.ts";
import { PASSWORD } from "../support/postgres.ts";
import { type Started, start } from "./start.ts";

let one: Started;
const said: string[] = [];
beforeAll(async () => {
  one = await start({ level: "debug", write: (line) => said.push(line) }, "postgres");
});
afterAll(() => one.close());

const HEADERS = { "x-hearsay": "1", "content-type": "application/json" };
const json = async (path: string): Promise<unknown> => (await fetch(one.url + path)).json();
const post = async (path: string, body: unknown): Promise<unknown> =>
  (await fetch(one.url + path, { method: "POST", headers: HEADERS, body: JSON.stringify(body) })).json();

it("answers every kind of question", async () => {
  expect(await json("/healthz")).toMatchObject({ status: "ok", articles: 3 });
  expect(await json("/api/articles?limit=2")).toMatchObject({ total: 3, items: [{ statements: 2 }, {}] });
  expect(await json("/api/articles/pier")).toMatchObject({ head: { doc: "pier" }, reviews: { a1: "suggested" } });
  expect(await json("/api/search?q=pier")).toMatchObject({ total: 2 });
  expect(await json("/api/search?q=pier%20speaker%3A")).toMatchObject({ error: { code: "bad-query", at: 5 } });
  expect(await json("/api/trace?q=the%20pier%20is%20shut")).toMatchObject({ answer: "found" });
  expect(await json("/api/audit")).toMatchObject({ statements: 5 });
  expect(await json("/api/speakers?q=holt")).toMatchObject({ total: 1 });
  expect(await (await fetch(`${one.url}/api/export/csv?q=quay`)).text()).toContain("the quay is sold");
  expect(await (await fetch(`${one.url}/api/articles/pier/report`)).text()).toContain("Ana Holt");
});

it("keeps decisions", async () => {
  await post("/api/articles/pier/corrections", { type: "accept", statement: "a1", author: "una" });
  expect(await json("/api/articles/pier")).toMatchObject({ reviews: { a1: "accepted" } });
});

it("brings in pasted text, and shows the password to nobody", { timeout: 120_000 }, async () => {
  const text =
    "The port is safe, Ada Quill, the harbour master, said on Monday.\n\nShe said the tide would turn at noon and that no boat would leave before.";
  const { job } = (await post("/api/ingest", { text, title: "Port safe" })) as { job: { id: string } };
  let processes = "";
  // It starts a moment after the answer, and reads for some seconds.
  while (!processes.includes("ingest-process")) {
    processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(processes).not.toContain(PASSWORD);
  let now = { state: "" };
  for (let i = 0; i < 400 && now.state !== "ended"; i++) {
    await new Promise((done) => setTimeout(done, 250));
    now = (await json(`/api/ingest/${job.id}`)) as { state: string };
  }
  expect(now).toMatchObject({ state: "ended", counts: { new: 1, failed: 0 } });
  expect(await json("/api/search?q=tide%20speaker:quill")).toMatchObject({ total: 1 });
  expect(said.join("")).not.toContain(PASSWORD);
});

it("lets connected workers read what is brought in, and shows them", { timeout: 60_000 }, async () => {
  expect(await json("/api/workers")).toEqual({ queue: expect.objectContaining({ workers: [], waiting: 0 }) });
  const archive = await openPostgres(one.place);
  const queue = await openQueue(one.place, archive, { create: true, supervise: true });
  const stop = new AbortController();
  const facts = { id: randomUUID(), name: "desk:1", version: "1", model: "m", threads: 1 };
  const working = work({
    queue,
    archive,
    // Nothing that the model would find, so that it shows who read it.
    pool: {
      size: 1,
      read: async ({ input }) => ({ ok: true, reading: makeReading(input.id, "Ina Holt said it is May.") }),
    },
    facts,
    now: () => "2025-05-01T00:00:00Z",
    trouble: () => undefined,
    signal: stop.signal,
  });
  while ((await connectedWorkers(queue)) === 0) await new Promise((done) => setTimeout(done, 20));
  const { job } = (await post("/api/ingest", { text: "The museum opens.", title: "Museum" })) as {
    job: { id: string };
  };
  let now: unknown = null;
  for (let i = 0; i < 200 && (now as { state?: string } | null)?.state !== "ended"; i++) {
    await new Promise((done) => setTimeout(done, 50));
    now = await json(`/api/ingest/${job.id}`);
  }
  expect(now).toMatchObject({ state: "ended", counts: { new: 1 }, done: 1, items: [{ kept: "new", doc: "museum" }] });
  expect(await json("/api/articles/museum")).toMatchObject({ reading: { text: "Ina Holt said it is May." } });
  expect(await json("/api/workers")).toMatchObject({ queue: { workers: [{ name: "desk:1" }], waiting: 0, failed: 0 } });
  stop.abort();
  await working;
  await queue.close();
  await archive.close();
});
