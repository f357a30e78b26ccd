/** The server over a shared archive: what it shows, decides and brings in is there for all who use it. */
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
  expect(processes).toContain("ingest-process");
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
