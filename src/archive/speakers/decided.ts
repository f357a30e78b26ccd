/** The log of decisions → groups of profiles that humans made. */
import type { SpeakerDecision } from "./events.ts";
import { nameKey } from "./name-key.ts";
import { profileKey } from "./profile.ts";

/** A group that humans made. */
export interface Decided {
  name: string | null;
  members: Set<string>;
  aliases: Set<string>;
  wikidata: string | null;
  /** Empty where a human gave the speaker a name or id only, and decided nothing about who belongs to it. */
  reason: string;
  /** Profiles said to be somebody else's; `null` where nobody was set apart. */
  apart: ReadonlySet<string> | null;
}

/** Which group of humans each profile is in. Later decisions win. */
export function decide(events: readonly SpeakerDecision[]): Map<string, Decided> {
  const of = new Map<string, Decided>();
  const take = (key: string, group: Decided): void => {
    of.get(key)?.members.delete(key);
    group.members.add(key);
    of.set(key, group);
  };
  for (const event of events) {
    const keys = event.profiles.map(profileKey);
    const fresh = (reason: string): Decided => ({
      name: null,
      members: new Set(),
      aliases: new Set(),
      wikidata: null,
      reason,
      apart: null,
    });
    if (event.type === "join" || event.type === "split") {
      const before = new Set(keys.map((key) => of.get(key)).filter((g) => g !== undefined));
      const group = fresh(event.type === "join" ? `joined by ${event.author}` : `set apart by ${event.author}`);
      if (event.type === "split") group.apart = new Set(event.from.map(profileKey));
      if (event.type === "join") group.name = event.name;
      // What was given to one of those that are joined stays with them all, and what was joined to one of them comes along.
      if (event.type === "join")
        for (const old of before) {
          for (const alias of old.aliases) group.aliases.add(alias);
          group.wikidata ??= old.wikidata;
          for (const key of [...old.members]) if (old.apart === null) take(key, group);
        }
      for (const key of keys) take(key, group);
    } else {
      // It is given to whoever has the first profile, the one with most statements then; the others may have been set apart.
      let group = of.get(keys[0] ?? "");
      if (!group) {
        group = fresh("");
        for (const key of keys) if (!of.has(key)) take(key, group);
      }
      if (event.type === "wikidata") group.wikidata = event.item;
      else if (event.remove)
        for (const alias of [...group.aliases]) {
          if (nameKey(alias) === nameKey(event.alias)) group.aliases.delete(alias);
        }
      else group.aliases.add(event.alias);
    }
  }
  return of;
}
