/** Exports: which format, of what. */
import { z } from "@hono/zod-openapi";
import { FORMAT_NAMES } from "../../exports/formats.ts";
import { Doc, words } from "./common.ts";

export const FormatParam = z.object({
  format: z.enum(FORMAT_NAMES).openapi({ param: { name: "format", in: "path" }, example: "csv" }),
});

export const ExportQuery = z.object({
  doc: Doc.optional().openapi({ description: "this article only" }),
  outlet: words("articles of this outlet only").optional(),
  q: words("articles with statements that this search finds, up to 1,000 of them", 2000).optional(),
});
