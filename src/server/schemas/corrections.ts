/** Corrections: what a page sends, and what it is told. */
import { z } from "@hono/zod-openapi";
import { DecisionSchema } from "../../archive/corrections/decide.ts";
import { type CorrectionEvent, EventSchema } from "../../archive/corrections/events.ts";
import { REVIEWS } from "../../document.ts";
import { Doc, Text } from "./common.ts";

const Author = z.string().min(1).max(500).openapi({ description: "who decides", example: "una" });
const Note = z.string().max(10_000).optional();

/** A decision with who made it; the server adds id and time. */
export const CorrectionSchema = z
  .intersection(DecisionSchema, z.object({ author: Author, note: Note }))
  .openapi("Decision", { example: { type: "accept", statement: "a3", author: "una" } });

/** Events are shown as they are kept: docs/corrections.md describes them. */
export const Event = z
  .custom<CorrectionEvent>((value) => EventSchema.safeParse(value).success)
  .openapi("Correction", {
    type: "object",
    description: "a decision of the log, as docs/corrections.md describes it",
  });

export const CorrectedSchema = z
  .object({
    event: Event,
    statements: z.array(z.object({ id: z.string(), review: z.enum(REVIEWS) })).openapi({
      description: "where the review of each statement stands now, rejected ones too",
    }),
  })
  .openapi("Corrected");

/** A decision that the text has left behind. */
export const Left = z.object({
  event: z.string(),
  type: z.string(),
  author: z.string(),
  time: z.string(),
  reason: z.string(),
});
const Statement = z.object({
  id: z.string(),
  review: z.enum(REVIEWS),
  reviewedBy: Text,
  speaker: z.string(),
  cue: z.string(),
  content: z.string(),
});

export const ReviewSchema = z
  .object({
    doc: z.string(),
    title: Text,
    statements: z.array(Statement),
    rejected: z.array(Statement),
    moved: z.array(Left),
    lost: z.array(Left),
  })
  .openapi("Review");

export const UndoSchema = z
  .object({ author: Author, doc: Doc.optional().openapi({ description: "on this article only" }) })
  .openapi("Undo", { example: { author: "una", doc: "harbour-wire-0311" } });

export const UndoneSchema = z.object({ undone: Event.nullable() }).openapi("Undone");
