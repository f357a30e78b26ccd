/** Articles in other programs' formats, reports as pages of their own, and searches as feeds. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { FORMATS } from "../../exports/formats.ts";
import type { About } from "../../exports/html-report.ts";
import { answersFile } from "../endpoint.ts";
import { notThere } from "../errors.ts";
import { atomFeed } from "../exports/atom.ts";
import { download } from "../exports/file.ts";
import { AuditQuery } from "../schemas/audit.ts";
import { DocParam } from "../schemas/common.ts";
import { ExportQuery, FormatParam } from "../schemas/export.ts";
import { FeedQuery } from "../schemas/search.ts";
import { TraceQuery } from "../schemas/trace.ts";
import type { Served } from "../served.ts";
import { askedBy, filterBy } from "./search.ts";

/** Entries of a feed. */
const ENTRIES = 50;

export function exportRoutes(app: OpenAPIHono, { archive, run, now, model, version }: Served): void {
  const about = (): About => ({ made: now().toISOString(), model, version });
  const page = { method: "get", tag: "export", mediaTypes: ["text/html"] } as const;
  // The page links a feed beside the other formats; programs find it beside the search.
  for (const path of ["/api/export/atom", "/api/search.atom"])
    answersFile(
      app,
      {
        method: "get",
        path,
        tag: "export",
        summary: "A search as an Atom feed, the newest first",
        query: FeedQuery,
        mediaTypes: ["application/atom+xml"],
      },
      async ({ c, query: { q, in: scope } }) => {
        const result = await archive.search(q, { in: scope, order: "newest", limit: ENTRIES });
        const feed = atomFeed(result, { base: new URL(c.req.url).origin, path, q, now: now() });
        return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
      },
    );
  answersFile(
    app,
    {
      method: "get",
      path: "/api/export/{format}",
      tag: "export",
      summary: "Articles with their statements, as humans left them, in another program's format",
      params: FormatParam,
      query: ExportQuery,
      mediaTypes: [...new Set(Object.values(FORMATS).map((format) => format.mediaType))],
      errors: [413],
    },
    async ({ params: { format }, query }) => download(await run("exportFile", format, query)),
  );
  answersFile(
    app,
    {
      ...page,
      path: "/api/articles/{doc}/report",
      summary: "The article as one self-contained page, for printing and keeping",
      params: DocParam,
    },
    async ({ params: { doc } }) => {
      const file = await run("articleReport", doc, about());
      if (!file) throw notThere(doc);
      return download(file);
    },
  );
  answersFile(
    app,
    { ...page, path: "/api/trace/report", summary: "A trace as one page", query: TraceQuery, errors: [404] },
    async ({ query }) => {
      const file = await run("traceReport", askedBy(query), about());
      if (!file) throw notThere(`${query.doc}, ${query.statement}`);
      return download(file);
    },
  );
  answersFile(
    app,
    { ...page, path: "/api/audit/report", summary: "An audit as one page", query: AuditQuery },
    async ({ query: { by, ...given } }) => download(await run("auditReport", filterBy(given), by, about())),
  );
}
