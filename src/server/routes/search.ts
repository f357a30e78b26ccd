/** Searches, quotations, traces and audits: the same views as on the command line. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { auditView } from "../../views/audit.ts";
import { traceOfStatement, traceOfWords } from "../../views/trace.ts";
import { answersJson } from "../endpoint.ts";
import { Refused } from "../errors.ts";
import { AuditQuery, AuditSchema } from "../schemas/audit.ts";
import { QuotationQuery, QuotationsSchema, SearchQuery, SearchSchema } from "../schemas/search.ts";
import { TraceQuery, TraceSchema } from "../schemas/trace.ts";
import type { Served } from "../served.ts";
import { notThere } from "./articles.ts";

export function searchRoutes(app: OpenAPIHono, { archive }: Served): void {
  answersJson(
    app,
    {
      method: "get",
      path: "/api/search",
      tag: "search",
      summary: "Statements or articles by words and labels, with counts of their values",
      query: SearchQuery,
      answer: SearchSchema,
    },
    async ({ query: { q, in: scope, order, limit, page } }) =>
      archive.search(q, { in: scope, order, limit, offset: (page - 1) * limit }),
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/quotations",
      tag: "search",
      summary: "Statements in which a quotation stands, in spite of marks, ellipses and small edits",
      query: QuotationQuery,
      answer: QuotationsSchema,
    },
    async ({ query: { q, limit } }) => ({ items: await archive.quotations(q, limit) }),
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/trace",
      tag: "search",
      summary: "Follows words, or a statement of an article, from outlet to outlet",
      query: TraceQuery,
      answer: TraceSchema,
      errors: [404],
    },
    async ({ query: { q, speaker, doc, statement } }) => {
      if (q !== undefined && doc === undefined) return traceOfWords(archive, q, speaker);
      if (q !== undefined || doc === undefined || statement === undefined)
        throw new Refused("bad-request", "trace: give either q (and speaker), or doc and statement");
      const view = await traceOfStatement(archive, doc, statement);
      if (!view) throw notThere(`${doc}, ${statement}`);
      return view;
    },
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/audit",
      tag: "search",
      summary: "Whom an outlet, an author or a period quotes; every number with the search that opens it",
      query: AuditQuery,
      answer: AuditSchema,
    },
    async ({ query: { by, outlet, byline, since, until } }) => {
      const filter = { outlet: outlet ?? null, byline: byline ?? null, since: since ?? null, until: until ?? null };
      return auditView(await archive.audit(filter, by), filter);
    },
  );
}
