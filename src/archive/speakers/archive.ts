/** What every archive answers about speakers: profiles are counted by its tables and joined by the pure core. */
import { decisionsOn as added } from "../corrections/added.ts";
import { plainEvent } from "./decide.ts";
import type { SpeakerEvent } from "./events.ts";
import type { SpeakerArchive, SpeakerDecisions } from "./found.ts";
import { nameKey, shortKeys } from "./name-key.ts";
import type { ProfileCount } from "./profile.ts";
import { speakersOf } from "./speakers.ts";

/** Houses that a short form may stand for are looked up to this many: two are too many to tell. */
export const MOST_LONGS = 50;
/** Names that a search by words looks at; the rest is cut off. */
export const MOST_NAMES = 5000;
/** Rounds of looking up short and long forms of names. */
const ROUNDS = 3;

/** What a store knows of names. */
export interface SpeakerTables {
  /** The log of decisions, in order. */
  log(): Promise<SpeakerEvent[]>;
  /** Profiles with their counts: of these names, or all; with the dates of their articles where asked for. */
  profiles(keys: readonly string[] | null, dates: boolean): Promise<ProfileCount[]>;
  /** Those of these keys that names have. */
  known(keys: readonly string[]): Promise<string[]>;
  /** Keys of names with one of these as their letters, or that go on after one of these; each to `MOST_LONGS`. */
  longer(keys: readonly string[]): Promise<string[]>;
  /** Keys of names with words that begin with each of these; to `MOST_NAMES`. */
  like(words: readonly string[]): Promise<string[]>;
}

export function makeSpeakerViews(tables: SpeakerTables): Pick<SpeakerArchive, "speakers" | "speakersNamed"> {
  /** These keys with all that may be joined to them: by decisions, and by short and long forms. */
  const related = async (keys: readonly string[], events: readonly SpeakerEvent[]): Promise<string[]> => {
    const found = new Set(keys);
    let fresh = [...found];
    for (let round = 0; round < ROUNDS && fresh.length > 0; round++) {
      const next = [
        ...(await tables.known(fresh.flatMap(shortKeys))),
        ...(await tables.longer(fresh)),
        ...decidedWith(fresh, events),
      ];
      fresh = [...new Set(next)].filter((key) => !found.has(key));
      for (const key of fresh) found.add(key);
    }
    return [...found];
  };
  return {
    async speakers({ like, limit, offset }) {
      const events = await tables.log();
      const words = like?.trim() ? nameKey(like).split(" ") : null;
      const wanted = words && new Set([...(await tables.like(words)), ...aliasesLike(words, events)]);
      const profiles = await tables.profiles(wanted && (await related([...wanted], events)), false);
      const found = speakersOf(profiles, events).filter(
        (speaker) =>
          wanted === null ||
          [...speaker.profiles, ...speaker.aliases.map((name) => ({ name }))].some(({ name }) =>
            wanted.has(nameKey(name)),
          ),
      );
      return { total: found.length, items: found.slice(offset, offset + limit) };
    },
    async speakersNamed(name) {
      const events = await tables.log();
      const key = nameKey(name);
      const profiles = await tables.profiles(await related([key], events), true);
      return speakersOf(profiles, events).filter((speaker) =>
        [...speaker.profiles.map((p) => p.name), ...speaker.aliases].some((own) => nameKey(own) === key),
      );
    },
  };
}

/** What to append to a log, and what is answered for it. */
export const decisionsOn = (
  log: readonly SpeakerEvent[],
  incoming: readonly SpeakerEvent[],
): { fresh: SpeakerEvent[]; answer: SpeakerDecisions } => added(log, incoming, plainEvent);

/** Keys of names that decisions tie to these. */
function decidedWith(keys: readonly string[], events: readonly SpeakerEvent[]): string[] {
  const asked = new Set(keys);
  return events.flatMap((event) => {
    if (event.type === "undo") return [];
    const names = [...event.profiles.map((p) => p.name), ...(event.type === "alias" ? [event.alias] : [])].map(nameKey);
    return names.some((key) => asked.has(key)) ? names : [];
  });
}

function aliasesLike(words: readonly string[], events: readonly SpeakerEvent[]): string[] {
  return events
    .flatMap((event) => (event.type === "alias" ? [nameKey(event.alias)] : []))
    .filter((key) => words.every((word) => ` ${key}`.includes(` ${word}`)));
}
