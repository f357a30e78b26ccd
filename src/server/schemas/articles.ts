/** Articles: lists, and one with its statements. */
import { z } from "@hono/zod-openapi";
import type { ArticleHead, Totals } from "../../archive/archive.ts";
import { REVIEWS } from "../../document.ts";
import { AttributionSchema, ReadingSchema } from "../../exports/schema.ts";
import { Text, whole, words } from "./common.ts";

export const ArticleHeadSchema = z
  .object({
    doc: z.string(),
    version: z.int(),
    title: Text,
    byline: Text,
    outlet: Text,
    published: Text,
    url: Text,
    statements: z.int(),
    copies: z.int().openapi({ description: "articles that are the same text, this one included" }),
    review: z
      .object({ accepted: z.int(), edited: z.int(), added: z.int(), rejected: z.int() })
      .openapi({ description: "statements by what humans decided; the others are suggestions" }),
  })
  .openapi("ArticleHead", {
    example: {
      doc: "harbour-wire-0311",
      version: 1,
      title: "Valve fault shuts Skarnholt terminal",
      byline: null,
      outlet: "Harbour Wire",
      published: "2025-03-11T08:10",
      url: "https://harbourwire.example/0311",
      statements: 9,
      copies: 3,
      review: { accepted: 2, edited: 1, added: 0, rejected: 1 },
    },
  }) satisfies z.ZodType<ArticleHead>;

export const ArticlesQuery = z.object({
  limit: whole(1, 1000, 50, "articles returned"),
  offset: whole(0, 100_000_000, 0, "articles passed over"),
  outlet: words("articles of this outlet only").optional(),
});

export const ArticlesSchema = z.object({ total: z.int(), items: z.array(ArticleHeadSchema) }).openapi("Articles");

export const TotalsSchema = z
  .object({
    articles: z.int(),
    earlier: z.int().openapi({ description: "earlier versions that are kept beside the current ones" }),
    statements: z.int().openapi({ description: "all but those rejected" }),
    confirmed: z.int().openapi({ description: "of them, those that a human accepted, edited or added" }),
    rejected: z.int(),
    outlets: z.int(),
    failed: z.int().openapi({ description: "items that could not be read" }),
  })
  .openapi("Totals") satisfies z.ZodType<Totals>;

const SummarySchema = z
  .object({
    statements: z.int(),
    nested: z.int(),
    sources: z.int(),
    named: z.int(),
    role: z.int(),
    anonymous: z.int(),
    unsourced: z.int(),
    hearsay: z.int(),
    direct: z.int(),
    furniture: z.record(z.string(), z.int()),
  })
  .openapi("Summary");

export const ReaderSchema = z
  .object({
    reading: ReadingSchema.openapi("Reading"),
    rejected: z.array(AttributionSchema).openapi({ description: "statements that humans rejected" }),
    head: ArticleHeadSchema,
    versions: z.array(ArticleHeadSchema),
    copies: z.array(ArticleHeadSchema),
    summary: SummarySchema,
    reviews: z
      .record(z.string(), z.enum(REVIEWS))
      .openapi({ description: "a human’s review of each statement, by id" }),
    permalinks: z.record(z.string(), z.object({ page: z.string(), source: Text })),
  })
  .openapi("Reader");

export const ReaderQuery = z.object({
  version: whole(0, 1_000_000, 0, "an earlier version; 0 for the current one"),
  machine: z.enum(["0", "1"]).optional().openapi({ description: "1: as Hearsay read it, before corrections" }),
});

export const VersionQuery = z.object({ version: whole(0, 1_000_000, 0, "an earlier version; 0 for the current one") });
