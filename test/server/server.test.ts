import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Started, start } from "./start.ts";

let server: Started;
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.close());

const JSON_HEADERS = { "x-hearsay": "1", "content-type": "application/json" };
const get = (path: string): Promise<Response> => fetch(server.url + path);

/** What is looked at here of what routes answer. */
interface Told {
  error: { code: string; message: string };
  permalinks: Record<string, { page: string }>;
  statements: unknown[];
  undone: unknown;
  openapi: string;
  total: number;
  job: { id: string; state: string };
}
const told = async (answer: Response): Promise<Told> => (await answer.json()) as Told;
const json = async (path: string): Promise<Told> => told(await get(path));
const post = (path: string, body: unknown, headers: Record<string, string> = JSON_HEADERS): Promise<Response> =>
  fetch(server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
/** A request with any Host header, which `fetch` does not let one set. */
const withHost = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/articles`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });

describe("what it shows", () => {
  it("lists articles and shows one with its links and reviews", async () => {
    expect(await json("/api/articles?limit=2")).toMatchObject({ total: 3, items: [{ statements: 2 }, {}] });
    const article = await json("/api/articles/pier");
    expect(article).toMatchObject({ head: { doc: "pier" }, reviews: { a1: "suggested" }, rejected: [] });
    expect(article.permalinks.a1?.page).toMatch(/^\/articles\/pier#s-/);
  });
  it("shows an article as it was read, before corrections", async () => {
    const own = await start();
    try {
      const body = { type: "reject", statement: "a1", author: "una" };
      const answer = await fetch(`${own.url}/api/articles/tide/corrections`, {
        method: "POST",
        headers: JSON_HEADERS,
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(201);
      const shown = async (query: string) =>
        (await (await fetch(`${own.url}/api/articles/tide${query}`)).json()) as Record<string, unknown>;
      const machine = (await shown("?machine=1")) as { reading: { attributions: unknown[] }; rejected: unknown[] };
      expect([machine.reading.attributions.length, machine.rejected.length]).toEqual([1, 0]);
      expect(await shown("?machine=0")).toMatchObject({ reading: { attributions: [] }, rejected: [{ id: "a1" }] });
      expect((await fetch(`${own.url}/api/articles/tide?machine=maybe`)).status).toBe(400);
    } finally {
      await own.close();
    }
  });
  it("searches, and points at a mistake of the query", async () => {
    expect(await json("/api/search?q=pier")).toMatchObject({ total: 2 });
    const wrong = await get("/api/search?q=pier%20speaker%3A");
    expect([wrong.status, (await told(wrong)).error]).toEqual([
      400,
      expect.objectContaining({ code: "bad-query", at: 5 }),
    ]);
  });
  it("traces, audits, feeds and exports", async () => {
    expect(await json("/api/trace?q=the%20pier%20is%20shut")).toMatchObject({ answer: "found" });
    expect(await json("/api/audit")).toMatchObject({ statements: 5 });
    const csv = await get("/api/export/csv?q=quay");
    expect([csv.status, csv.headers.get("content-disposition")]).toEqual([200, expect.stringContaining("hearsay.csv")]);
    expect(await csv.text()).toContain("the quay is sold");
    expect(await (await get("/api/search.atom?q=pier")).text()).toMatch(/^<\?xml[\s\S]*<feed/);
    expect(await (await get("/api/articles/pier/report")).text()).toContain("Ana Holt");
  });
  it("answers in one shape what is not there or not understood", async () => {
    for (const [path, status, code] of [
      ["/api/articles/nowhere", 404, "not-found"],
      ["/api/nothing", 404, "not-found"],
      ["/api/articles/two%0Alines", 404, "not-found"],
      ["/api/articles?limit=many", 400, "bad-request"],
      ["/api/export/papyrus", 400, "bad-request"],
    ] as const) {
      const answer = await get(path);
      const { error } = await told(answer);
      expect([path, answer.status, error.code]).toEqual([path, status, code]);
      expect(error.message.split("\n")).toHaveLength(1);
    }
  });
  it("says whether it works, and counts", async () => {
    expect((await get("/healthz")).status).toBe(200);
    expect(await (await get("/metrics")).text()).toMatch(/^# HELP /m);
    expect((await json("/openapi.json")).openapi).toMatch(/^3\.1/);
  });
});

describe("corrections", () => {
  it("are kept at once, seen by others, and taken back", async () => {
    const stream = (await get("/api/events")).body?.getReader();
    const made = await post("/api/articles/pier/corrections", { type: "reject", statement: "a2", author: "una" });
    expect([made.status, (await told(made)).statements]).toEqual([
      201,
      expect.arrayContaining([{ id: "a2", review: "rejected" }]),
    ]);
    let heard = "";
    while (!heard.includes("event: correction")) heard += new TextDecoder().decode((await stream?.read())?.value);
    expect(heard).toContain('"doc":"pier"');
    await stream?.cancel();
    expect(await json("/api/search?q=gulls")).toMatchObject({ total: 0 });
    expect((await told(await post("/api/undo", { author: "una" }))).undone).toMatchObject({ type: "undo" });
    expect(await json("/api/search?q=gulls")).toMatchObject({ total: 1 });
    expect((await told(await post("/api/undo", { author: "una" }))).undone).toBeNull();
  });
  it("of what is not there are refused in one line", async () => {
    const wrong = await post("/api/articles/pier/corrections", { type: "accept", statement: "a77", author: "una" });
    expect([wrong.status, (await told(wrong)).error.message]).toEqual([
      400,
      expect.stringContaining("no such statement"),
    ]);
    expect((await post("/api/articles/pier/corrections", { type: "explode", author: "una" })).status).toBe(400);
  });
});

describe("guards", () => {
  it("refuse other names of the host, other pages' requests, and changes without the header", async () => {
    expect([await withHost("evil.example"), await withHost("localhost")]).toEqual([403, 200]);
    const undo = { author: "una" };
    expect((await post("/api/undo", undo, { "content-type": "application/json" })).status).toBe(403);
    expect((await post("/api/undo", undo, { ...JSON_HEADERS, origin: "https://evil.example" })).status).toBe(403);
    expect((await post("/api/undo", undo, { "x-hearsay": "1", "content-type": "text/plain" })).status).toBe(415);
  });
  it("bound what is sent", async () => {
    expect((await post("/api/undo", { author: "x".repeat(2_000_000) })).status).toBe(413);
  });
  it("send a policy that lets no script but the page's own run", async () => {
    const policy = (await get("/api/articles")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
  });
  it("ask for a token beyond this machine, once", async () => {
    const open = await start({ host: "0.0.0.0" });
    try {
      const ask = (path: string, headers = {}) => fetch(open.url + path, { headers, redirect: "manual" });
      expect(open.token).toMatch(/^.{20,}$/);
      expect((await ask("/api/articles")).status).toBe(401);
      expect((await ask("/api/articles?token=wrong")).status).toBe(401);
      expect((await ask("/api/articles", { authorization: `Bearer ${open.token}` })).status).toBe(200);
      const cookie = (await ask(`/?token=${open.token}`)).headers.get("set-cookie") ?? "";
      expect(cookie).toMatch(/HttpOnly/i);
      expect((await ask("/api/articles", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    } finally {
      await open.close();
    }
  });
});

it("brings in pasted text and tells how it went", { timeout: 60_000 }, async () => {
  const { job } = await told(
    await post("/api/ingest", {
      text: "The port is safe, Ada Quill, the harbour master, said on Monday.\n\nShe said the tide would turn at noon and that no boat would leave before.",
      title: "Port safe",
    }),
  );
  let now: unknown = job;
  for (let i = 0; i < 200 && (now as Told["job"]).state !== "ended"; i++) {
    await new Promise((done) => setTimeout(done, 250));
    now = await json(`/api/ingest/${job.id}`);
  }
  expect(now).toMatchObject({ state: "ended", counts: { new: 1, failed: 0 }, items: [{ state: "done" }] });
  expect((await json("/api/articles")).total).toBe(4);
});

it("ends streams and answers when it stops", async () => {
  const own = await start();
  const stream = (await fetch(`${own.url}/api/events`)).body?.getReader();
  await stream?.read();
  await own.close();
  const ended = (async () => {
    while (!(await stream?.read())?.done);
    return true;
  })();
  expect(await ended).toBe(true);
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
});

it("does not begin what nobody waits for any more", async () => {
  const own = await start();
  try {
    const leaving = new AbortController();
    const left = Array.from({ length: 300 }, () =>
      fetch(`${own.url}/api/trace?q=the%20pier%20is%20shut`, { signal: leaving.signal }).catch(() => null),
    );
    expect((await Promise.race(left))?.status).toBe(200);
    leaving.abort();
    await Promise.all(left);
    const text = async (): Promise<string> => (await fetch(`${own.url}/metrics`)).text();
    while (!/http_requests_total\{[^}]*route="\/api\/trace"[^}]*status="503"/.test(await text()))
      await new Promise((done) => setTimeout(done, 20));
  } finally {
    await own.close();
  }
});
