/**
 * The log of corrections: one event a decision of a human, only ever appended. An event names the statement it speaks of by the words
 * of its source, cue and content with their surroundings, so that it outlives a changed text and a changed model.
 */
import { z } from "zod";
import { ACTS, FORMS, FRAMINGS, type FurnitureKind, KINDS, NAMINGS } from "../../document.ts";

/** Kinds of furniture that a human may name. */
export const FURNITURE_KINDS = [
  "promo",
  "teaser",
  "label",
  "credit",
  "byline",
  "cookies",
  "newsletter",
  "sharing",
  "comments",
] as const satisfies readonly FurnitureKind[];

/** Limits that no honest event reaches; they bound what a hostile log can cost. */
const LONGEST_NAME = 500;
const LONGEST_WORDS = 100_000;
const LONGEST_CONTEXT = 64;
const LONGEST_NOTE = 10_000;
const MOST_PIECES = 100;

const name = z.string().min(1).max(LONGEST_NAME);
const label = z.string().max(LONGEST_NAME).nullable();

/** A place in an article: its words, what stands around them, and where they stood (UTF-16 units), which is a hint only. */
export const PlaceSchema = z.strictObject({
  exact: z.string().min(1).max(LONGEST_WORDS),
  prefix: z.string().max(LONGEST_CONTEXT),
  suffix: z.string().max(LONGEST_CONTEXT),
  start: z.int().min(0),
});
const Places = z.array(PlaceSchema).max(MOST_PIECES);
const When = z.strictObject({ place: PlaceSchema, value: label }).nullable();

/** The places of an attribution, by which it is found again; `id` only decides between equals. */
export const AnchorSchema = z.strictObject({
  id: name,
  source: Places,
  cue: Places,
  content: Places.min(1),
});

const Speaker = { entity: label, role: label, kind: z.enum(KINDS), naming: z.enum(NAMINGS) };

/** Every label of an attribution, those that are places included. */
export const LabelsSchema = z.strictObject({
  form: z.enum(FORMS),
  act: z.enum(ACTS),
  negated: z.boolean(),
  framing: z.enum(FRAMINGS),
  ...Speaker,
  channel: Places,
  when: When,
});

/** The attribution that an event speaks of, as it was before any human touched it. */
export const TargetSchema = AnchorSchema.extend({ labels: LabelsSchema });

/** What an edit sets; what it leaves out stays as it is. `within` names another attribution, or none. */
const Changes = z
  .strictObject({
    source: Places,
    cue: Places,
    content: Places.min(1),
    ...LabelsSchema.shape,
    within: AnchorSchema.nullable(),
  })
  .partial()
  .refine((set) => Object.values(set).some((value) => value !== undefined), "an edit must set something");

const head = {
  /** Version of this format. */
  v: z.literal(1),
  /** Unique among all archives (a UUID, say): the same id is applied once. */
  id: name,
  /** The article's id. */
  doc: name,
  /** The article's address, where known: another archive may hold the article under another id. */
  url: z.string().max(4000).optional(),
  author: name,
  /** ISO 8601 date-time with its zone. The order of the log counts, not the time. */
  time: z.iso.datetime({ offset: true }),
  note: z.string().max(LONGEST_NOTE).optional(),
};

/** What each event says, without who said it when. */
export const EVENT_BODIES = {
  accept: { type: z.literal("accept"), target: TargetSchema },
  reject: { type: z.literal("reject"), target: TargetSchema },
  edit: { type: z.literal("edit"), target: TargetSchema, set: Changes },
  reassign: {
    type: z.literal("reassign-speaker"),
    target: TargetSchema,
    speaker: z.strictObject(Speaker).partial({ role: true, kind: true, naming: true }),
  },
  add: { type: z.literal("add"), added: TargetSchema.omit({ id: true }) },
  markFurniture: { type: z.literal("mark-furniture"), place: PlaceSchema, kind: z.enum(FURNITURE_KINDS) },
  unmarkFurniture: { type: z.literal("unmark-furniture"), place: PlaceSchema },
};

export const EventSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...head, ...EVENT_BODIES.accept }),
  z.strictObject({ ...head, ...EVENT_BODIES.reject }),
  z.strictObject({ ...head, ...EVENT_BODIES.edit }),
  z.strictObject({ ...head, ...EVENT_BODIES.reassign }),
  z.strictObject({ ...head, ...EVENT_BODIES.add }),
  z.strictObject({ ...head, ...EVENT_BODIES.markFurniture }),
  z.strictObject({ ...head, ...EVENT_BODIES.unmarkFurniture }),
  /** Undoes another event, which may be an undo: that is a redo. */
  z.strictObject({ ...head, type: z.literal("undo"), event: name }),
]);

export type Place = z.infer<typeof PlaceSchema>;
export type Anchor = z.infer<typeof AnchorSchema>;
export type TargetLabels = z.infer<typeof LabelsSchema>;
export type Target = z.infer<typeof TargetSchema>;
export type Changes = z.infer<typeof Changes>;
export type CorrectionEvent = z.infer<typeof EventSchema>;
export type CorrectionType = CorrectionEvent["type"];
/** An event of one or several types. */
export type EventOf<T extends CorrectionType> = Extract<CorrectionEvent, { type: T }>;

/** Id that an addition has in every archive, before and after any re-reading. */
export const addedId = (event: string): string => `h-${event}`;
