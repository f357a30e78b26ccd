/** Names with their articles and the log of decisions → outlets, with those that resemble each other told beside. Pure. */
import { standing } from "../corrections/undo.ts";
import { calledBy, type DecidedOutlet, decideOutlets } from "./decided.ts";
import type { OutletEvent } from "./events.ts";
import type { Outlet, OutletCount, OutletName, Resembling } from "./outlet.ts";
import { hostsOf, resemblanceKeys } from "./resemble.ts";

/** Names that share a host beyond so many are tenants of one platform, not one outlet. */
const TENANTS = 3;

interface Made extends Outlet {
  apart: ReadonlySet<string>;
}

/** Outlets, those with most articles first. Only what humans decided joins names. */
export function outletsOf(counts: readonly OutletCount[], log: readonly OutletEvent[]): Outlet[] {
  const decided = decideOutlets(standing(log).events);
  const groups = new Map<DecidedOutlet, OutletName[]>();
  const made: Made[] = [];
  for (const count of counts) {
    const outlet = decided.get(count.name);
    if (outlet) groups.set(outlet, [...(groups.get(outlet) ?? []), { ...count, decided: outlet.reason }]);
    else made.push(madeOf(count.name, [{ ...count, decided: null }], new Set()));
  }
  for (const [outlet, names] of groups) made.push(madeOf(calledBy(outlet), names, outlet.apart));
  made.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
  return withResembling(made);
}

function madeOf(name: string, names: OutletName[], apart: ReadonlySet<string>): Made {
  const sorted = [...names].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
  return { name, names: sorted, articles: sorted.reduce((n, one) => n + one.articles, 0), resembling: [], apart };
}

/** Fills in which outlets seem to be the same: those that meet under a key and that nobody told apart. */
function withResembling(made: readonly Made[]): Outlet[] {
  const met = new Map<string, Set<Made>>();
  const found = new Map<Made, Map<Made, string>>();
  for (const outlet of made)
    for (const { name, hosts } of outlet.names) {
      for (const key of resemblanceKeys(name)) meet(met, `name ${key}`, outlet);
      for (const host of hostsOf(name, hosts)) meet(met, `host ${host}`, outlet);
    }
  for (const [key, outlets] of met) {
    if (outlets.size < 2 || (key.startsWith("host ") && outlets.size > TENANTS)) continue;
    const reason = key.startsWith("host ")
      ? `both are at ${key.slice("host ".length)}`
      : "the same name but for article, capitals, “Online” or the ending of an address";
    for (const one of outlets)
      for (const other of outlets) {
        if (one === other || toldApart(one, other)) continue;
        const theirs = found.get(one) ?? new Map<Made, string>();
        if (!theirs.has(other)) theirs.set(other, reason);
        found.set(one, theirs);
      }
  }
  return made.map((outlet) => {
    const { apart: _, ...own } = outlet;
    const others = [...(found.get(outlet) ?? [])].map(
      ([{ name, articles }, reason]): Resembling => ({ name, articles, reason }),
    );
    others.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
    return { ...own, resembling: others };
  });
}

const toldApart = (a: Made, b: Made): boolean =>
  a.names.some(({ name }) => b.apart.has(name)) || b.names.some(({ name }) => a.apart.has(name));

function meet(met: Map<string, Set<Made>>, key: string, outlet: Made): void {
  met.set(key, (met.get(key) ?? new Set()).add(outlet));
}
