/** Searches and what they find. */
import { z } from "@hono/zod-openapi";
import type { Found, FoundQuotation, SearchResult } from "../../archive/found.ts";
import { FACETS } from "../../archive/query/facets.ts";
import { SCOPES } from "../../archive/query/match.ts";
import { Text, whole, words } from "./common.ts";

/** Characters of a query; longer ones are no query that anybody writes. */
const LONGEST = 4000;

export const SearchQuery = z.object({
  q: words("the query (docs/search.md)", LONGEST).openapi({ example: 'speaker:"Maren Tollick" valve' }),
  in: z.enum(SCOPES).default("contents").openapi({ description: "where free words are looked for" }),
  order: z.enum(["relevance", "newest"]).default("relevance"),
  limit: whole(1, 1000, 20, "hits on a page"),
  page: whole(1, 1_000_000, 1, "which page"),
});

export const FeedQuery = SearchQuery.pick({ q: true, in: true });

export const FoundSchema = z
  .object({
    doc: z.string(),
    statement: Text,
    title: Text,
    outlet: Text,
    published: Text,
    url: Text,
    speaker: Text,
    role: Text,
    cue: Text,
    form: Text,
    framing: Text,
    via: Text,
    content: Text,
    fragments: z.array(
      z.object({
        field: z.enum(["content", "title", "text"]),
        pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })),
      }),
    ),
  })
  .openapi("Found") satisfies z.ZodType<Found>;

const Values = z.array(z.object({ value: z.string(), count: z.int() }));

export const SearchSchema = z
  .object({
    query: z.string().openapi({ description: "the query as understood" }),
    unit: z.enum(["statement", "article"]),
    items: z.array(FoundSchema),
    total: z.int(),
    more: z.boolean(),
    facets: z.object(
      Object.fromEntries(FACETS.map((f) => [f, Values])) as Record<(typeof FACETS)[number], typeof Values>,
    ),
  })
  .openapi("SearchResult") satisfies z.ZodType<SearchResult>;

export const QuotationQuery = z.object({
  q: words("the quotation, with or without its marks", LONGEST).openapi({
    example: "at no point did we know the valve was faulty",
  }),
  limit: whole(1, 1000, 20, "statements returned"),
});

export const QuotationsSchema = z
  .object({ items: z.array(FoundSchema.extend({ similarity: z.number() }).openapi("FoundQuotation")) })
  .openapi("Quotations") satisfies z.ZodType<{ items: FoundQuotation[] }>;
