/** Traces. */
import { z } from "@hono/zod-openapi";
import { ANSWERS } from "../../archive/trace/query.ts";
import { ALTERATIONS, CIRCUMSTANCES } from "../../archive/trace/types.ts";
import type { TraceView } from "../../views/trace.ts";
import { Doc, Text, words } from "./common.ts";
import { FoundSchema } from "./search.ts";

export const TraceQuery = z.object({
  q: words("the words to follow", 4000)
    .optional()
    .openapi({ example: "at no point did we know that the valve was faulty" }),
  speaker: words("who is held to have said it").optional(),
  doc: Doc.optional().openapi({
    description: "instead of words: a statement of this article",
    example: "harbour-wire-0311",
  }),
  statement: words("the statement’s id in the article", 200).optional().openapi({ example: "a1" }),
});

const Span = z.tuple([z.int(), z.int()]);

const TellingSchema = z
  .object({
    doc: z.string(),
    span: Span,
    speaker: Text,
    change: z.enum(["exact", "trimmed", "reworded", "changed"]),
    changes: z.array(z.enum([...ALTERATIONS, ...CIRCUMSTANCES])),
    relay: Text,
    outlet: Text,
    title: Text,
    published: Text,
    url: Text,
    content: z.string(),
    diff: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })),
  })
  .openapi("Telling");

export const TraceSchema = z
  .object({
    answer: z.enum(ANSWERS),
    statements: z.array(
      z
        .object({
          id: z.string(),
          kind: z.enum(["quotation", "claim"]),
          speaker: Text,
          first: z.string(),
          independent: z.int(),
          content: z.string(),
          tellings: z.array(TellingSchema),
        })
        .openapi("TracedStatement"),
    ),
    mentions: z.array(FoundSchema),
  })
  .openapi("Trace") satisfies z.ZodType<TraceView>;
