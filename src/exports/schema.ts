/** The shape of `hearsay read --json`, as zod schema; docs/reading.schema.json is made from it. */
import { z } from "zod";
import { ACTS, CARRIES, DESCRIPTIONS, FORMS, FRAMINGS, KINDS, NAMINGS, REVIEWS } from "../document.ts";
import { ORIGINS } from "../views/provenance.ts";

const Span = z
  .tuple([z.number().int().min(0), z.number().int().min(0)])
  .describe("half-open [start, end) in UTF-16 units of text");
const Spans = z.array(Span);
const text = z.string().nullable();
const origin = z.enum(["given", "json-ld", "open-graph", "meta", "microdata", "link", "visible", "text", "detected"]);
const META = ["title", "byline", "outlet", "published", "modified", "language", "url"] as const;

const Why = z.object({
  how: z.enum(["stated", "inferred", "unknown"]),
  by: z.string().describe("the step that decided it"),
  reason: z.string().describe("in words a journalist understands"),
  confidence: z.number().min(0).max(1),
});

export const AttributionSchema = z.object({
  id: z.string(),
  source: Spans,
  cue: Spans,
  content: Spans,
  form: z.enum(FORMS),
  act: z.enum(ACTS),
  negated: z.boolean(),
  framing: z.enum(FRAMINGS),
  kind: z.enum(KINDS),
  naming: z.enum(NAMINGS),
  entity: text,
  role: text,
  channel: Spans,
  within: text.describe("id of the attribution in whose content this one stands"),
  when: z.object({ span: Span, value: text.describe("ISO date, month, year or interval") }).nullable(),
  anonymity: z
    .object({
      description: z.enum(DESCRIPTIONS).describe("how specifically the source is described"),
      reason: Span.nullable().describe("the words that say why the name is held back"),
      carries: z.enum(CARRIES).describe("what the source is used for"),
    })
    .optional()
    .describe("only where naming is anonymous"),
  hedges: Spans.optional().describe("words in the content by which the source leaves it open"),
  ownVoice: Span.optional().describe("where the article says the same in its own voice"),
  furniture: z.literal(true).optional().describe("it stands in a teaser and does not count as the article's own"),
  confidence: z.number().min(0).max(1),
  why: z.record(z.string(), Why),
  meaning: z.string().optional().describe("what the content means, signed bytes in base64; only in archives"),
  review: z.enum(REVIEWS).optional().describe("where a human's review stands; only in corrected readings"),
  reviewedBy: z.string().optional().describe("who decided last"),
});

const ProvenanceSchema = z
  .object({
    counts: z.record(z.enum(ORIGINS), z.number().int().min(0)),
    through: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["outlet", "person", "document"]),
        statements: z.number().int().min(1),
      }),
    ),
    credited: z.array(z.string()),
    hangsOn: z.object({ kind: z.enum(["source", "outlet"]), name: z.string() }).nullable(),
  })
  .describe("where the statements come from; only in what --json prints");

export const ReadingSchema = z
  .object({
    doc: z.string(),
    text: z.string(),
    blocks: z.array(
      z.object({ kind: z.enum(["headline", "paragraph", "heading", "list", "quotation", "caption"]), span: Span }),
    ),
    article: z.object({
      ...Object.fromEntries(META.map((field) => [field, text])),
      from: z.record(z.string(), origin),
    } as Record<(typeof META)[number], typeof text> & { from: z.ZodRecord<z.ZodString, typeof origin> }),
    furniture: z.array(
      z.object({
        kind: z.enum(["promo", "teaser", "label", "credit", "byline", "cookies", "newsletter", "sharing", "comments"]),
        span: Span,
        reason: z.string(),
      }),
    ),
    credits: z.array(z.object({ outlet: text, person: text, title: text, span: Span.nullable(), text: z.string() })),
    attributions: z.array(AttributionSchema),
    provenance: ProvenanceSchema.optional(),
    trace: z
      .array(
        z.object({
          step: z.string(),
          did: z.enum(["changed", "dropped"]),
          attribution: text,
          reason: z.string(),
          span: Span.nullable(),
        }),
      )
      .optional(),
  })
  .meta({ title: "A reading of one article by Hearsay" });

/** JSON Schema (2020-12) of a reading. */
export const readingJsonSchema = (): unknown => z.toJSONSchema(ReadingSchema);
