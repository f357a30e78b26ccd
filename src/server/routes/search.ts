/** Searches, quotations, traces and audits: the same views as on the command line. */
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { AuditFilter } from "../../archive/audit.ts";
import { auditView } from "../../views/audit.ts";
import type { TraceAsked } from "../../views/trace.ts";
import { answersJson } from "../endpoint.ts";
import { notThere, Refused } from "../errors.ts";
import { AuditQuery, AuditSchema } from "../schemas/audit.ts";
import { QuotationQuery, QuotationsSchema, SearchQuery, SearchSchema } from "../schemas/search.ts";
import { TraceQuery, TraceSchema } from "../schemas/trace.ts";
import type { Served } from "../served.ts";

export function searchRoutes(app: OpenAPIHono, { archive, run }: Served): void {
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
    async ({ query }) => {
      const view = await run("traceAsked", askedBy(query));
      if (!view) throw notThere(`${query.doc}, ${query.statement}`);
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
    async ({ query: { by, ...given } }) => {
      const filter = filterBy(given);
      return auditView(await archive.audit(filter, by), filter);
    },
  );
}

/** What is to be followed. @throws Refused when it is neither words nor a statement. */
export function askedBy({ q, speaker, doc, statement }: z.output<typeof TraceQuery>): TraceAsked {
  if (q !== undefined && doc === undefined) return { words: q, speaker };
  if (q === undefined && doc !== undefined && statement !== undefined) return { doc, statement };
  throw new Refused("bad-request", "trace: give either q (and speaker), or doc and statement");
}

export const filterBy = ({ outlet, byline, since, until }: Omit<z.output<typeof AuditQuery>, "by">): AuditFilter => ({
  outlet: outlet ?? null,
  byline: byline ?? null,
  since: since ?? null,
  until: until ?? null,
});
