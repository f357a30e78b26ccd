/** From what a user decided about speakers to an event of the log. */
import { undoIn } from "../corrections/added.ts";
import type { Deciding } from "../corrections/decide.ts";
import { type SpeakerEvent, SpeakerEventSchema } from "./events.ts";
import { type Profile, profileKey, type Speaker } from "./profile.ts";

const bare = ({ name, kind, role }: Profile): Profile => ({ name, kind, role });
const profilesOf = (speakers: readonly Speaker[]): Profile[] => speakers.flatMap((s) => s.profiles.map(bare));

/** That all these are one speaker, under the first one's name; of a single one, that what was suggested is right. */
export function joinOf(speakers: readonly [Speaker, ...Speaker[]], deciding: Deciding): SpeakerEvent {
  return SpeakerEventSchema.parse({
    v: 1,
    ...deciding,
    type: "join",
    name: speakers[0].name,
    profiles: profilesOf(speakers),
  });
}

/** That these profiles of a speaker are somebody else. */
export function splitOf(speaker: Speaker, profiles: readonly Profile[], deciding: Deciding): SpeakerEvent {
  const taken = new Set(profiles.map(profileKey));
  const from = speaker.profiles.filter((p) => !taken.has(profileKey(p))).map(bare);
  return SpeakerEventSchema.parse({ v: 1, ...deciding, type: "split", profiles: profiles.map(bare), from });
}

export function aliasOf(speaker: Speaker, alias: string, remove: boolean, deciding: Deciding): SpeakerEvent {
  return SpeakerEventSchema.parse({
    v: 1,
    ...deciding,
    type: "alias",
    profiles: profilesOf([speaker]),
    alias,
    ...(remove ? { remove } : {}),
  });
}

/** @throws z.ZodError when the item is no Q-number */
export function wikidataOf(speaker: Speaker, item: string | null, deciding: Deciding): SpeakerEvent {
  return SpeakerEventSchema.parse({ v: 1, ...deciding, type: "wikidata", profiles: profilesOf([speaker]), item });
}

/** The event that takes back an author's last decision, or that undo; `null` when there is none. */
export const undoOfSpeakers = (
  log: readonly SpeakerEvent[],
  deciding: Deciding,
  which?: "undo" | "redo",
): SpeakerEvent | null => undoIn(log, deciding, which);

/** An event as text: they are parsed by one schema, which gives their keys one order. */
export const plainEvent = (event: SpeakerEvent): string => JSON.stringify(SpeakerEventSchema.parse(event));
