/**
 * An attribution as annotation tools see it: parts with spans, and labels. Formats that are read back put it together here.
 */
import { z } from "zod";
import { ACTS, type Attribution, FORMS, FRAMINGS, KINDS, NAMINGS, type Span } from "../document.ts";
import { UnreadableError } from "../error.ts";
import { AttributionSchema } from "./schema.ts";

/** What has spans, in the order in which formats list it. */
export const PARTS = ["source", "cue", "content", "channel", "when"] as const;
export type Part = (typeof PARTS)[number];
/** Spans by part, in UTF-16 units; a part that is missing has none. */
export type PartSpans = Partial<Record<Part, Span[]>>;

/** The spans of one part; `when` has one or none. */
export const partSpans = (a: Attribution, part: Part): readonly Span[] =>
  part === "when" ? (a.when ? [a.when.span] : []) : a[part];

/** Labels whose values are one of a fixed set: what tools show as attributes. */
export const CHOICES = { form: FORMS, act: ACTS, framing: FRAMINGS, kind: KINDS, naming: NAMINGS } as const;
export type Choice = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as Choice[];

/** Everything of an attribution but its spans; `when` is the value alone. */
export type Labels = Omit<Attribution, Part> & { when: string | null };

/** The labels of an attribution, as plain JSON. */
export function labelsOf(a: Attribution): Labels {
  const { source, cue, content, channel, when, ...rest } = a;
  return { ...rest, when: when?.value ?? null };
}

/** What a human who only marked spans has left open. */
const LABELS = AttributionSchema.omit({ source: true, cue: true, content: true, channel: true }).extend({
  form: z.enum(FORMS).default("indirect"),
  act: z.enum(ACTS).default("claim"),
  negated: z.boolean().default(false),
  framing: z.enum(FRAMINGS).default("neutral"),
  kind: z.enum(KINDS).default("none"),
  naming: z.enum(NAMINGS).default("none"),
  entity: z.string().nullable().default(null),
  role: z.string().nullable().default(null),
  within: z.string().nullable().default(null),
  when: z.string().nullable().default(null),
  confidence: z.number().min(0).max(1).default(1),
  why: AttributionSchema.shape.why.default({}),
});

/**
 * An attribution from its spans and labels; labels that are missing get the plainest value (a claim, paraphrased, neutral).
 * Throws `UnreadableError` with `where` in front when a label has a value that Hearsay does not know.
 */
export function fromParts(spans: PartSpans, labels: unknown, where: string): Attribution {
  const parsed = LABELS.safeParse(labels);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UnreadableError(
      `${where}: label "${issue?.path.join(".")}": ${issue?.message}; docs/labels.md lists the values`,
    );
  }
  const { furniture, when: value, why, ...rest } = parsed.data;
  const span = spans.when?.[0];
  return {
    ...rest,
    source: spans.source ?? [],
    cue: spans.cue ?? [],
    content: spans.content ?? [],
    channel: spans.channel ?? [],
    when: span ? { span, value } : null,
    why: why as Attribution["why"],
    ...(furniture ? { furniture } : {}),
  };
}
