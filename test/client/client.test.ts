import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import { ApiError, connect, UNREACHABLE } from "../../src/client/index.ts";
import { addressOf } from "../../src/client/url.ts";
import { ArticlesSchema, ReaderSchema, TotalsSchema } from "../../src/server/schemas/articles.ts";
import { AuditSchema } from "../../src/server/schemas/audit.ts";
import { CorrectedSchema, ReviewSchema, UndoneSchema } from "../../src/server/schemas/corrections.ts";
import { JobsSchema } from "../../src/server/schemas/ingest.ts";
import { QuotationsSchema, SearchSchema } from "../../src/server/schemas/search.ts";
import { HealthSchema } from "../../src/server/schemas/server.ts";
import { DossierSchema, SpeakerDecidedSchema, SpeakersSchema } from "../../src/server/schemas/speakers.ts";
import { TraceSchema } from "../../src/server/schemas/trace.ts";
import { VersionsSchema } from "../../src/server/schemas/versions.ts";
import { type Started, start } from "../server/start.ts";
import { PATHS } from "./paths.ts";

let server: Started;
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.close());
const client = () => connect({ base: server.url });

describe("the paths that have types", () => {
  it("are those of the server’s own description, no more and no fewer", async () => {
    const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
    };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => {
        const [types] = Object.entries(responses).flatMap(([status, r]) => (status < "3" ? [r.content ?? {}] : []));
        const kind =
          "text/event-stream" in (types ?? {}) ? "listen" : "application/json" in (types ?? {}) ? method : "file";
        return `${kind} ${path}`;
      }),
    );
    expect(
      Object.entries(PATHS)
        .flatMap(([kind, list]) => list.map((path) => `${kind} ${path}`))
        .sort(),
    ).toEqual(described.sort());
  });
});

describe("what is answered", () => {
  const fits = (schema: ZodType, value: unknown): void => expect(schema.safeParse(value).error).toBeUndefined();

  it("has the shapes that the types promise", async () => {
    const api = client();
    const doc = "pier";
    fits(ArticlesSchema, await api.get("/api/articles", { limit: 2 }));
    fits(ReaderSchema, await api.get("/api/articles/{doc}", { doc }));
    fits(VersionsSchema, await api.get("/api/articles/{doc}/changes", { doc }));
    fits(ReviewSchema, await api.get("/api/articles/{doc}/corrections", { doc }));
    fits(TotalsSchema, await api.get("/api/totals"));
    fits(AuditSchema, await api.get("/api/audit", { by: "year" }));
    fits(SearchSchema, await api.get("/api/search", { q: "pier", order: "newest" }));
    fits(QuotationsSchema, await api.get("/api/quotations", { q: "the pier is shut" }));
    fits(TraceSchema, await api.get("/api/trace", { q: "the pier is shut" }));
    fits(SpeakersSchema, await api.get("/api/speakers", { q: "holt" }));
    fits(DossierSchema, await api.get("/api/dossier", { speaker: "Ana Holt" }));
    fits(JobsSchema, await api.get("/api/ingest"));
    fits(HealthSchema, await api.get("/healthz"));
  });

  it("follows what is decided", async () => {
    const api = client();
    const doc = "tide";
    const made = await api.post(
      "/api/articles/{doc}/corrections",
      { doc },
      { type: "accept", statement: "a1", author: "una" },
    );
    fits(CorrectedSchema, made);
    expect(made.statements).toEqual([{ id: "a1", review: "accepted" }]);
    expect(await api.get("/api/totals")).toMatchObject({ statements: 5, confirmed: 1, rejected: 0 });
    const undone = await api.post("/api/undo", {}, { author: "una", doc });
    fits(UndoneSchema, undone);
    expect((await api.post("/api/redo", {}, { author: "una", doc })).undone).not.toBeNull();
    expect((await api.post("/api/redo", {}, { author: "una", doc })).undone).toBeNull();
    fits(
      SpeakerDecidedSchema,
      await api.post(
        "/api/speakers/decisions",
        {},
        { type: "alias", speaker: "Ana Holt", alias: "A. Holt", author: "una" },
      ),
    );
  });

  it("may be a file", async () => {
    const api = client();
    expect(await (await api.file("/api/export/{format}", { format: "csv", doc: "quay" })).text()).toContain(
      "the quay is sold",
    );
    expect(api.url("/api/export/{format}", { format: "csv", doc: "a/b c" })).toBe(
      `${server.url}/api/export/csv?doc=a%2Fb+c`,
    );
  });

  it("is told by a stream as it happens, which ends when one asks no more", async () => {
    const api = client();
    const heard: string[] = [];
    const stream = api.listen("/api/events");
    const listening = (async () => {
      for await (const { event, data } of stream) {
        heard.push(event === "speakers" || event === "outlets" ? event : `${event} ${data.doc}`);
        if (heard.length === 2) break;
      }
    })();
    while (!/event_streams 1/.test(await (await api.file("/metrics")).text()))
      await new Promise((r) => setTimeout(r, 20));
    await api.post(
      "/api/articles/{doc}/corrections",
      { doc: "quay" },
      { type: "reject", statement: "a1", author: "bo" },
    );
    await api.post("/api/speakers/decisions", {}, { type: "undo", author: "una" });
    await listening;
    expect(heard).toEqual(["correction quay", "speakers"]);
  });
});

describe("what is refused", () => {
  it("carries the server’s line, its code and the place of a mistake", async () => {
    const error = await client()
      .get("/api/search", { q: "pier speaker:" })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "bad-query", status: 400, at: 5, message: expect.stringContaining("speaker") });
    await expect(client().get("/api/articles/{doc}", { doc: "no/where" })).rejects.toMatchObject({ code: "not-found" });
  });
  it("says when nobody answers, and lets whoever asked give up", async () => {
    await expect(connect({ base: "http://127.0.0.1:9" }).get("/healthz")).rejects.toMatchObject({
      code: UNREACHABLE,
      status: 0,
    });
    await expect(client().get("/healthz", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
  it("is a path without its names", () => {
    expect(() => addressOf("/api/articles/{doc}", {})).toThrow("doc is not given");
    expect(addressOf("/api/articles/{doc}", { doc: "é/?", version: 2, limit: null })).toBe(
      "/api/articles/%C3%A9%2F%3F?version=2",
    );
  });
});

it("gives its token where the server asks for one", async () => {
  const open = await start({ host: "0.0.0.0" });
  try {
    await expect(connect({ base: open.url }).get("/api/totals")).rejects.toMatchObject({ code: "unauthorized" });
    const api = connect({ base: open.url, token: open.token ?? "" });
    expect((await api.get("/api/totals")).articles).toBe(3);
  } finally {
    await open.close();
  }
});
