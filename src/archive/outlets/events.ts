/**
 * The log of what humans decide about outlets: that several names are one, that one of them is another, how an outlet is called. Only
 * ever appended; an undo is an event like any other. A decision holds for the names it was made on.
 */
import { z } from "zod";
import { head, name } from "../corrections/event-head.ts";

/** No honest event names more. */
const MOST_NAMES = 1000;

const Names = z.array(name).min(1).max(MOST_NAMES);

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
