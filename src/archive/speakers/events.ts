/**
 * The log of what humans decide about speakers: joining, splitting, other names, a Wikidata id. Only ever appended; an undo is an
 * event like any other. A decision names the profiles that it was made on, so that what comes in later is a suggestion again.
 */
import { z } from "zod";
import { head, LONGEST_NAME, name } from "../corrections/event-head.ts";

/** No honest event names more. */
const MOST_PROFILES = 10_000;

export const ProfileSchema = z.strictObject({ name, kind: name, role: z.string().max(LONGEST_NAME).nullable() });
const Profiles = z.array(ProfileSchema).min(1).max(MOST_PROFILES);

export const SpeakerEventSchema = z.discriminatedUnion("type", [
  /** All these are one speaker, known by this name. Of one speaker’s profiles only: what was suggested is right. */
  z.strictObject({ ...head, type: z.literal("join"), name, profiles: Profiles }),
  /** These are a speaker of their own; `from` are those they were taken for, which go on as before. */
  z.strictObject({
    ...head,
    type: z.literal("split"),
    profiles: Profiles,
    from: z.array(ProfileSchema).max(MOST_PROFILES),
  }),
  /** The speaker of these profiles also goes by this name; `remove` takes it away. */
  z.strictObject({
    ...head,
    type: z.literal("alias"),
    profiles: Profiles,
    alias: name,
    remove: z.boolean().optional(),
  }),
  /** The speaker of these profiles is this item of Wikidata; `null` takes it away. */
  z.strictObject({
    ...head,
    type: z.literal("wikidata"),
    profiles: Profiles,
    item: z
      .string()
      .regex(/^Q[1-9]\d{0,11}$/, "write a Wikidata id, such as Q42")
      .nullable(),
  }),
  /** Undoes another event, which may be an undo: that is a redo. */
  z.strictObject({ ...head, type: z.literal("undo"), event: name }),
]);

export type SpeakerEvent = z.infer<typeof SpeakerEventSchema>;
/** What a decision says, without who made it when. */
export type SpeakerDecision = Exclude<SpeakerEvent, { type: "undo" }>;
