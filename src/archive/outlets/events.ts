/**
 * The log of what humans decide about outlets: that several names are one, that one of them is another, how an outlet is called. Only
 * ever appended; an undo is an event like any other. A decision holds for the names it was made on.
 */
import { z } from "zod";

/** Limits that no honest event reaches. */
const LONGEST_NAME = 500;
const LONGEST_NOTE = 10_000;
const MOST_NAMES = 1000;

const name = z.string().min(1).max(LONGEST_NAME);
const Names = z.array(name).min(1).max(MOST_NAMES);

const head = {
  /** Version of this format. */
  v: z.literal(1),
  /** Unique among all archives (a UUID, say): the same id is applied once. */
  id: name,
  author: name,
  /** ISO 8601 date-time with its zone. The order of the log counts, not the time. */
  time: z.iso.datetime({ offset: true }),
  note: z.string().max(LONGEST_NOTE).optional(),
};

export const OutletEventSchema = z.discriminatedUnion("type", [
  /** Articles under all these names are one outlet's, called by this name. */
  z.strictObject({ ...head, type: z.literal("join"), name, names: Names }),
  /** These names are an outlet of their own; `from` are those they were, or might have been, taken for. */
  z.strictObject({ ...head, type: z.literal("split"), names: Names, from: z.array(name).max(MOST_NAMES) }),
  /** The outlet of these names is called so. */
  z.strictObject({ ...head, type: z.literal("name"), names: Names, name }),
  /** Undoes another event, which may be an undo: that is a redo. */
  z.strictObject({ ...head, type: z.literal("undo"), event: name }),
]);

export type OutletEvent = z.infer<typeof OutletEventSchema>;
/** What a decision says, without who made it when. */
export type OutletDecision = Exclude<OutletEvent, { type: "undo" }>;
