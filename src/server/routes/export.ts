/** Articles in other programs' formats, and as a page of their own. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Archive } from "../../archive/archive.ts";
import type { Reading } from "../../document.ts";
import { FORMATS, formatOf } from "../../exports/formats.ts";
import { toHtml } from "../../exports/html.ts";
import { answersFile } from "../endpoint.ts";
import { Refused } from "../errors.ts";
import { DocParam } from "../schemas/common.ts";
import { ExportQuery, FormatParam } from "../schemas/export.ts";
import type { Served } from "../served.ts";
import { notThere } from "./articles.ts";

/** Articles of one export over HTTP; more are for `hearsay export`, which need not answer in time. */
const MOST = 1000;
const PAGE = 1000;

export function exportRoutes(app: OpenAPIHono, { archive }: Served): void {
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
    async ({ c, params, query }) => {
      const format = formatOf(params.format);
      if (!format) throw new Refused("not-found", `${params.format}: is no format`);
      const readings = await chosen(archive, query);
      return file(c, format.write(readings), format.mediaType, `${query.doc ?? "hearsay"}${format.extension}`);
    },
  );
  answersFile(
    app,
    {
      method: "get",
      path: "/api/articles/{doc}/report",
      tag: "export",
      summary: "The article as one self-contained page, for printing and keeping",
      params: DocParam,
      mediaTypes: ["text/html"],
    },
    async ({ c, params: { doc } }) => {
      const reading = await archive.reading(doc);
      if (!reading) throw notThere(doc);
      return file(c, toHtml(reading), "text/html; charset=utf-8", `${doc}.html`);
    },
  );
}

interface Wanted {
  doc?: string | undefined;
  outlet?: string | undefined;
  q?: string | undefined;
}

async function chosen(archive: Archive, { doc, outlet, q }: Wanted): Promise<Reading[]> {
  if (doc !== undefined) {
    const reading = await archive.reading(doc);
    if (!reading) throw notThere(doc);
    return [reading];
  }
  if (q !== undefined) {
    const { items } = await archive.search(q, { limit: PAGE });
    const readings: Reading[] = [];
    for (const name of new Set(items.map((item) => item.doc))) {
      const reading = await archive.reading(name);
      if (reading) readings.push(reading);
    }
    return readings;
  }
  if ((await archive.countArticles(outlet)) > MOST)
    throw new Refused("too-large", `more than ${MOST} articles; write them to a file with: hearsay export`);
  const readings: Reading[] = [];
  for await (const reading of archive.readings(outlet ? { outlet } : {})) readings.push(reading);
  return readings;
}

/** A download; its name is plain ASCII and cannot leave the header. */
function file(c: Context, contents: string | Uint8Array, type: string, name: string): Response {
  c.header("content-type", type);
  c.header("content-disposition", `attachment; filename="${name.replace(/[^\w.-]+/g, "_")}"`);
  return c.body(typeof contents === "string" ? contents : Uint8Array.from(contents));
}
