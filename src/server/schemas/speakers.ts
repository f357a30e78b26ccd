/** Speakers and dossiers. */
import { z } from "@hono/zod-openapi";
import { OPPOSITIONS } from "../../archive/dossier/contradictions.ts";
import type { SpeakerList } from "../../archive/speakers/found.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "../../archive/speakers/events.ts";
import type { Speaker } from "../../archive/speakers/profile.ts";
import { ALTERATIONS, CIRCUMSTANCES } from "../../archive/trace/types.ts";
import type { Dossier } from "../../views/dossier.ts";
import { type SpeakerDecided, SpeakerAskSchema } from "../../views/speakers.ts";
import { date, Text, whole, words } from "./common.ts";

export const SpeakersQuery = z.object({
  q: words("words of the name, or their beginnings").optional().openapi({ example: "toll" }),
  limit: whole(1, 1000, 20, "speakers on a page"),
  page: whole(1, 1_000_000, 1, "which page"),
});

const Standing = z.enum(["confirmed", "suggested"]).openapi({ description: "decided by a human, or only suggested" });

const head = {
  name: z.string(),
  kind: z.string(),
  role: Text,
  aliases: z.array(z.string()),
  wikidata: Text,
  statements: z.int(),
  confirmed: z.int().openapi({ description: "statements that are theirs by a human’s decision" }),
  suggested: z.int().openapi({ description: "statements that only seem to be theirs" }),
  reviewed: z.int().openapi({ description: "statements that a human accepted, edited or added" }),
  namesakes: z.array(z.object({ name: z.string(), role: Text, reason: z.string() })),
};

const SpeakerSchema = z
  .object({
    ...head,
    profiles: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        role: Text,
        statements: z.int(),
        reviewed: z.int(),
        first: Text,
        last: Text,
        standing: Standing,
        reason: z.string(),
      }),
    ),
  })
  .openapi("Speaker") satisfies z.ZodType<Speaker>;

export const SpeakersSchema = z
  .object({ total: z.int(), items: z.array(SpeakerSchema) })
  .openapi("Speakers") satisfies z.ZodType<SpeakerList>;

export const DossierQuery = z.object({
  speaker: words("the name, or “name (office)” where several have it").openapi({ example: "Maren Tollick" }),
  about: words("statements with these words only").optional(),
  since: date("from this year, month or day on").optional(),
  until: date("until this year, month or day, which counts too").optional(),
});

const Telling = z.object({
  name: z.string(),
  role: Text,
  standing: Standing,
  doc: z.string(),
  statement: z.string(),
  outlet: Text,
  title: Text,
  published: Text,
  url: Text,
  start: z.int(),
  end: z.int(),
  form: z.string(),
  act: z.string(),
  negated: z.boolean(),
  framing: z.string(),
  channel: Text,
  via: Text,
  content: z.string(),
  review: z.string(),
  change: z.enum(["exact", "trimmed", "reworded", "changed"]).nullable(),
  changes: z.array(z.enum([...ALTERATIONS, ...CIRCUMSTANCES])),
  relay: Text,
});

export const DossierSchema = z
  .object({
    label: z.string(),
    speaker: z.object(head),
    roles: z.array(
      z.object({ role: Text, statements: z.int(), first: Text, last: Text, standing: Standing, reason: z.string() }),
    ),
    filter: z.object({ about: Text, since: Text, until: Text }),
    total: z.int(),
    shown: z.int(),
    confirmed: z.int(),
    suggested: z.int(),
    periods: z.array(z.object({ period: Text, statements: z.int() })),
    topics: z.array(z.object({ words: z.array(z.string()), statements: z.array(z.string()) })),
    statements: z.array(
      z.object({
        id: z.string(),
        content: z.string(),
        topic: z.array(z.string()),
        tellings: z.array(Telling),
        independent: z.int(),
      }),
    ),
    contradictions: z
      .array(
        z.object({
          earlier: z.string(),
          later: z.string(),
          differs: z.array(z.enum(OPPOSITIONS)),
          shared: z.array(z.string()),
          diff: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })),
        }),
      )
      .openapi({ description: "candidates by their words, never verdicts" }),
  })
  .openapi("Dossier") satisfies z.ZodType<Dossier>;

const Author = z.string().min(1).max(500).openapi({ description: "who decides", example: "una" });

export const SpeakerDecisionSchema = z
  .intersection(SpeakerAskSchema, z.object({ author: Author, note: z.string().max(10_000).optional() }))
  .openapi("SpeakerDecision", { example: { type: "join", speakers: ["Maren Tollick"], author: "una" } });

export const SpeakerDecidedSchema = z
  .object({
    event: z
      .custom<SpeakerEvent>((value) => SpeakerEventSchema.safeParse(value).success)
      .nullable()
      .openapi({
        type: "object",
        description: "the decision as the log holds it; null where there was none to take back",
      }),
    speakers: z.array(SpeakerSchema),
  })
  .openapi("SpeakerDecided") satisfies z.ZodType<SpeakerDecided>;
