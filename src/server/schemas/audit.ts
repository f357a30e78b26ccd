/** Audits. */
import { z } from "@hono/zod-openapi";
import type { Audit } from "../../views/audit.ts";
import { date, Text, words } from "./common.ts";

export const AuditQuery = z.object({
  outlet: words("this outlet only").optional().openapi({ example: "Harbour Wire" }),
  byline: words("articles by this author only").optional(),
  since: date("from this year, month or day on").optional(),
  until: date("until this year, month or day, which counts too").optional(),
  by: z.enum(["month", "year"]).default("month"),
});

const Share = z
  .object({
    label: z.string(),
    statements: z.int(),
    articles: z.int(),
    confirmed: z.int(),
    share: z.number(),
    query: z.string(),
  })
  .openapi("Share", {
    example: {
      label: "anonymous",
      statements: 4,
      articles: 3,
      confirmed: 1,
      share: 0.08,
      query: 'naming:anonymous outlet:"Harbour Wire"',
    },
  });

export const AuditSchema = z
  .object({
    scope: z.string(),
    articles: z.int(),
    withStatements: z.int(),
    statements: z.int(),
    confirmed: z.int().openapi({ description: "of the statements, those that a human accepted, edited or added" }),
    query: z.string(),
    kinds: z.array(Share),
    namings: z.array(Share),
    forms: z.array(Share),
    framings: z.array(Share),
    relayed: Share,
    silences: Share,
    singleSource: z.object({ articles: z.array(z.string()), share: z.number() }),
    speakers: z.array(Share.extend({ role: Text, kind: z.string() }).openapi("QuotedSpeaker")),
    neverQuoted: z.array(
      z.object({ name: z.string(), kind: z.enum(["person", "organisation"]), articles: z.int(), query: z.string() }),
    ),
    namesKnown: z.int(),
    periods: z.array(
      z.object({
        period: Text,
        articles: z.int(),
        statements: z.int(),
        confirmed: z.int(),
        anonymous: z.int(),
        role: z.int(),
        hearsay: z.int(),
        relayed: z.int(),
        government: z.int(),
        singleSource: z.int(),
        query: z.string(),
      }),
    ),
  })
  .openapi("Audit") satisfies z.ZodType<Audit>;
