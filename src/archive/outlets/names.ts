/** What decisions about outlets mean for whoever asks for one by name: searches, lists, audits, counts. Pure. */
import { standing } from "../corrections/undo.ts";
import { type Name, or, type Query } from "../query/query.ts";
import { tokenize } from "../query/tokens.ts";
import { calledBy, type DecidedOutlet, decideOutlets } from "./decided.ts";
import type { OutletEvent } from "./events.ts";

/** Outlets that humans made of several names. */
export interface OutletNames {
  /** What the outlet of a name is called: the name itself where nobody decided about it. */
  calledBy(name: string): string;
  /** Every name whose articles are this outlet's, asked for by any of its names, capitals aside; at least the name asked for. */
  namesOf(name: string): string[];
  /** The query with every `outlet:` standing for all names of the outlets it finds. */
  expand(query: Query): Query;
  /** Names of outlets that have several. */
  joined: readonly string[];
  /** By how much names outnumber outlets. @param present those of `joined` that articles have */
  surplus(present: readonly string[]): number;
}

/** The outlets of a log of decisions. */
export function outletNames(log: readonly OutletEvent[]): OutletNames {
  const decided = log.length === 0 ? new Map<string, DecidedOutlet>() : decideOutlets(standing(log).events);
  const all = [...new Set(decided.values())]
    .map((outlet) => ({ name: calledBy(outlet), names: [...outlet.members] }))
    .filter(({ name, names }) => names.length > 1 || names[0] !== name);
  const named = (name: string) => all.filter((outlet) => goesBy(outlet).some((own) => same(own, name)));
  const namesOf = (name: string): string[] => [...new Set([name, ...named(name).flatMap((outlet) => outlet.names)])];
  const leaf = (query: Name): Query => {
    if (query.whole) return wholeNames(namesOf(query.text));
    const found = all.filter((outlet) => goesBy(outlet).some((own) => hasWords(own, query)));
    return found.length === 0 ? query : or([query, wholeNames(found.flatMap(({ names }) => names))]);
  };
  const expand = (query: Query): Query => {
    if (query.type === "not") return { ...query, item: expand(query.item) };
    if (query.type === "and" || query.type === "or") return { ...query, items: query.items.map(expand) };
    return query.type === "name" && query.field === "outlet" ? leaf(query) : query;
  };
  return {
    calledBy(name) {
      const outlet = decided.get(name);
      return outlet ? calledBy(outlet) : name;
    },
    namesOf,
    expand: (query) => (all.length === 0 ? query : expand(query)),
    joined: all.flatMap(({ names }) => (names.length > 1 ? names : [])),
    surplus: (present) => present.length - new Set(present.map((name) => decided.get(name) ?? name)).size,
  };
}

const goesBy = ({ name, names }: { name: string; names: readonly string[] }): string[] => [name, ...names];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const wholeNames = (names: readonly string[]): Query =>
  or([...new Set(names)].map((text) => ({ type: "name", field: "outlet", text, prefix: false, whole: true }) as const));

/** Whether a name holds the words in a row, as the search would say. */
function hasWords(name: string, { text, prefix }: Name): boolean {
  const padded = (words: string): string =>
    ` ${tokenize(words)
      .map(({ word }) => word)
      .join(" ")}`;
  return `${padded(name)} `.includes(padded(text) + (prefix ? "" : " "));
}
