/** Speakers as users name them, and what users decide about them. */
import { z } from "zod";
import type { Archive } from "../archive/archive.ts";
import type { Deciding } from "../archive/corrections/decide.ts";
import { aliasOf, joinOf, splitOf, undoOfSpeakers, wikidataOf } from "../archive/speakers/decide.ts";
import type { SpeakerEvent } from "../archive/speakers/events.ts";
import { nameKey } from "../archive/speakers/name-key.ts";
import { NO_OFFICE, type Speaker, type SpeakerProfile } from "../archive/speakers/profile.ts";
import { UnreadableError, UsageError } from "../error.ts";

const name = z.string().min(1).max(500);

/** A decision as users make it: speakers by name, or by "name (office)" where several have it. */
export const SpeakerAskSchema = z.discriminatedUnion("type", [
  /** All are one; a single one: what was suggested of it is right. */
  z.strictObject({ type: z.literal("join"), speakers: z.array(name).min(1).max(100) }),
  /** The profiles with this office are somebody else; `null`: those without one. */
  z.strictObject({ type: z.literal("split"), speaker: name, role: name.nullable() }),
  z.strictObject({ type: z.literal("alias"), speaker: name, alias: name, remove: z.boolean().optional() }),
  z.strictObject({ type: z.literal("wikidata"), speaker: name, item: z.string().nullable() }),
  z.strictObject({ type: z.literal("undo") }),
  z.strictObject({ type: z.literal("redo") }),
]);
export type SpeakerAsk = z.infer<typeof SpeakerAskSchema>;

/** What was decided, and the speakers concerned as they stand now. */
export interface SpeakerDecided {
  /** `null` where there was nothing to undo. */
  event: SpeakerEvent | null;
  speakers: Speaker[];
}

/** Appends a decision. @throws HearsayError when there is no such speaker or office, or no such id */
export async function decideSpeaker(archive: Archive, ask: SpeakerAsk, deciding: Deciding): Promise<SpeakerDecided> {
  const event = await eventOf(archive, ask, deciding);
  if (!event) return { event, speakers: [] };
  const { refused } = await archive.decideSpeakers([event]);
  if (refused[0]) throw new UsageError(`speakers: ${refused[0].reason}`);
  return { event, speakers: await concerned(archive, event) };
}

async function eventOf(archive: Archive, ask: SpeakerAsk, deciding: Deciding): Promise<SpeakerEvent | null> {
  if (ask.type === "undo" || ask.type === "redo")
    return undoOfSpeakers(await archive.speakerDecisions(), deciding, ask.type);
  if (ask.type === "join") {
    const speakers: Speaker[] = [];
    for (const asked of ask.speakers) speakers.push(await knownSpeaker(archive, asked));
    return joinOf(speakers as [Speaker, ...Speaker[]], deciding);
  }
  const speaker = await knownSpeaker(archive, ask.speaker);
  if (ask.type === "alias") return aliasOf(speaker, ask.alias, ask.remove ?? false, deciding);
  if (ask.type === "wikidata") {
    if (ask.item !== null && !/^Q[1-9]\d{0,11}$/.test(ask.item))
      throw new UsageError(`${ask.item}: is no Wikidata id; write one such as Q42`);
    return wikidataOf(speaker, ask.item, deciding);
  }
  const apart = speaker.profiles.filter((p) => hasOffice(p, ask.role));
  if (apart.length === 0)
    throw new UsageError(
      `split: ${speaker.name} has no office “${ask.role ?? NO_OFFICE}”; it has: ${offices(speaker)}`,
    );
  if (apart.length === speaker.profiles.length)
    throw new UsageError(`split: that would leave nobody; name one of the offices: ${offices(speaker)}`);
  return splitOf(speaker, apart, deciding);
}

const offices = ({ profiles }: Speaker): string => [...new Set(profiles.map((p) => p.role ?? NO_OFFICE))].join("; ");

/** The words of an office, whole, or as a part of it where they are more. */
const hasOffice = ({ role }: SpeakerProfile, wanted: string | null): boolean =>
  wanted === null ? role === null : role !== null && ` ${nameKey(role)} `.includes(` ${nameKey(wanted)} `);

/** The speakers that an event is about, as they stand now. */
async function concerned(archive: Archive, event: SpeakerEvent): Promise<Speaker[]> {
  const byId = new Map((await archive.speakerDecisions()).map((e) => [e.id, e]));
  let about: SpeakerEvent | undefined = event;
  while (about?.type === "undo") about = byId.get(about.event);
  const names = new Set(about?.profiles.map((p) => nameKey(p.name)));
  const found: Speaker[] = [];
  for (const key of names)
    for (const speaker of await archive.speakersNamed(key))
      if (!found.some((s) => s.name === speaker.name && s.role === speaker.role)) found.push(speaker);
  return found;
}

/** @throws UnreadableError that names who is meant, perhaps */
export async function knownSpeaker(archive: Archive, asked: string): Promise<Speaker> {
  const speaker = await speakerBy(archive, asked);
  if (speaker) return speaker;
  const like = await archive.speakers({ like: asked, limit: 3, offset: 0 });
  const perhaps = like.items.map((s) => s.name).join(", ");
  throw new UnreadableError(
    `${asked}: nobody of this name is quoted in the archive; ${perhaps ? `do you mean ${perhaps}?` : "look for a part of it with: hearsay speakers WORDS"}`,
  );
}

/** The speaker of a name, or of "name (office)" where several have it; the one with most statements where the office does not tell. */
export async function speakerBy(archive: Archive, asked: string): Promise<Speaker | null> {
  const whole = await archive.speakersNamed(asked);
  if (whole[0]) return whole[0];
  const [, name, office] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(asked) ?? [];
  if (name === undefined || office === undefined) return null;
  const wanted = nameKey(office);
  const has = (speaker: Speaker, equal: boolean): boolean =>
    (wanted === nameKey(NO_OFFICE) && speaker.role === null) ||
    speaker.profiles.some(
      ({ role }) => role !== null && (equal ? nameKey(role) === wanted : ` ${nameKey(role)} `.includes(` ${wanted} `)),
    );
  const named = await archive.speakersNamed(name);
  return named.find((s) => has(s, true)) ?? named.find((s) => has(s, false)) ?? null;
}
