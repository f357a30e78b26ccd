/** From what a user decided about speakers to an event of the log, and what a log adds to another. */
import type { Deciding } from "../corrections/decide.ts";
import { nextRedo, nextUndo, once, type Refused } from "../corrections/undo.ts";
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
export function undoOfSpeakers(
  log: readonly SpeakerEvent[],
  deciding: Deciding,
  which: "undo" | "redo" = "undo",
): SpeakerEvent | null {
  const whose = { author: deciding.author };
  const event = which === "undo" ? nextUndo(log, whose) : nextRedo(log, whose);
  return event === null ? null : { v: 1, ...deciding, type: "undo", event };
}

/** What to append to the own log of what is handed over; each is kept once, by its id. */
export function addedTo(
  own: readonly SpeakerEvent[],
  incoming: readonly SpeakerEvent[],
): { append: SpeakerEvent[]; known: string[]; refused: Refused<SpeakerEvent>[] } {
  const held = new Map(once(own).map((event) => [event.id, event]));
  const added = { append: [] as SpeakerEvent[], known: [] as string[], refused: [] as Refused<SpeakerEvent>[] };
  for (const event of incoming) {
    const same = held.get(event.id);
    if (same && equal(same, event)) added.known.push(event.id);
    else if (same) added.refused.push({ event, reason: "another decision here has the same id" });
    else if (event.type === "undo" && !held.has(event.event))
      added.refused.push({ event, reason: "what it undoes is not in this archive" });
    else {
      held.set(event.id, event);
      added.append.push(event);
    }
  }
  return added;
}

/** Events are parsed by one schema, which gives their keys one order. */
const equal = (a: SpeakerEvent, b: SpeakerEvent): boolean =>
  JSON.stringify(SpeakerEventSchema.parse(a)) === JSON.stringify(SpeakerEventSchema.parse(b));
