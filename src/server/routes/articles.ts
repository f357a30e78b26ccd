/** Articles of the archive. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { answersJson } from "../endpoint.ts";
import { notThere } from "../errors.ts";
import {
  ArticlesQuery,
  ArticlesSchema,
  ReaderQuery,
  ReaderSchema,
  TotalsSchema,
  VersionQuery,
} from "../schemas/articles.ts";
import { DocParam } from "../schemas/common.ts";
import { VersionsSchema } from "../schemas/versions.ts";
import type { Served } from "../served.ts";

export function articleRoutes(app: OpenAPIHono, { archive, run }: Served): void {
  answersJson(
    app,
    {
      method: "get",
      path: "/api/articles",
      tag: "articles",
      summary: "Articles in order of publication, those without a date last",
      query: ArticlesQuery,
      answer: ArticlesSchema,
    },
    async ({ query: { limit, offset, outlet } }) => ({
      total: await archive.countArticles(outlet),
      items: await archive.articles({ limit, offset, ...(outlet ? { outlet } : {}) }),
    }),
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/totals",
      tag: "articles",
      summary: "What the archive holds, and how much of it a human has looked at",
      answer: TotalsSchema,
    },
    async () => archive.totals(),
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/articles/{doc}",
      tag: "articles",
      summary: "An article with its statements, versions, copies and links",
      params: DocParam,
      query: ReaderQuery,
      answer: ReaderSchema,
    },
    async ({ params: { doc }, query: { version, machine } }) => {
      const view = await run("readerView", doc, version || undefined, machine === "1");
      if (!view) throw notThere(doc, version);
      return view;
    },
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/articles/{doc}/changes",
      tag: "articles",
      summary: "What differs from each version to the next, or in the version asked for: words, statements, decisions",
      params: DocParam,
      query: VersionQuery,
      answer: VersionsSchema,
    },
    async ({ params: { doc }, query: { version } }) => {
      const view = await run("versionsView", doc, version || undefined);
      if (!view) throw notThere(doc, version);
      return view;
    },
  );
}
