/** The log of decisions → outlets that humans made of several names. Pure. */
import type { OutletDecision } from "./events.ts";

/** An outlet as humans left it. */
export interface DecidedOutlet {
  /** What it is called; `null` where nobody said, or what it was called went away with a split. */
  name: string | null;
  /** The names that articles have, exactly so. */
  members: Set<string>;
  /** Who decided it. */
  reason: string;
  /** Names said to be another outlet's. */
  apart: ReadonlySet<string>;
}

/** Which outlet of humans each name is. Later decisions win. */
export function decideOutlets(events: readonly OutletDecision[]): Map<string, DecidedOutlet> {
  const of = new Map<string, DecidedOutlet>();
  const take = (name: string, outlet: DecidedOutlet): void => {
    const before = of.get(name);
    before?.members.delete(name);
    if (before && before !== outlet && before.name === name) before.name = null;
    outlet.members.add(name);
    of.set(name, outlet);
  };
  for (const event of events) {
    if (event.type === "name") {
      const known = of.get(event.names[0] ?? "");
      const outlet = known ?? fresh(`named by ${event.author}`);
      if (!known) for (const name of event.names) take(name, outlet);
      outlet.name = event.name;
      continue;
    }
    const joined = event.type === "join";
    const outlet = fresh(`${joined ? "joined" : "set apart"} by ${event.author}`);
    const before = new Set(event.names.flatMap((name) => of.get(name) ?? []));
    // What was joined to one of those that are joined comes along, and what it was told apart from stays so.
    if (joined) for (const old of before) for (const name of [...old.members]) take(name, outlet);
    for (const name of event.names) take(name, outlet);
    const apart = joined ? [...before].flatMap((old) => [...old.apart]) : event.from;
    outlet.apart = new Set(apart.filter((name) => !outlet.members.has(name)));
    if (joined) outlet.name = event.name;
  }
  return of;
}

const fresh = (reason: string): DecidedOutlet => ({ name: null, members: new Set(), reason, apart: new Set() });

/** What an outlet is called: as humans named it, else by its first name in order of the alphabet. */
export const calledBy = ({ name, members }: Pick<DecidedOutlet, "name" | "members">): string =>
  name ?? [...members].sort()[0] ?? "";
