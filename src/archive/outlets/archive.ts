/** What every archive answers about outlets: names are counted by its tables, and joined by the pure core. */
import { tokenize } from "../query/tokens.ts";
import type { OutletEvent } from "./events.ts";
import type { Outlet, OutletArchive, OutletCount } from "./outlet.ts";
import { outletsOf } from "./outlets.ts";
import { plainHost } from "./resemble.ts";

/** A name with one host of its articles: how a table counts them. */
export interface OutletRow {
  name: string;
  /** As the addresses have it; `null` for articles without one. */
  host: string | null;
  articles: number;
  first: string | null;
  last: string | null;
}

/** SQL that gives every `OutletRow`, over current articles. @param find the function that tells where a text stands in another, from 1 */
export const outletRows = (find: "instr" | "strpos"): string => {
  const rest = `substr(a.url, ${find}(a.url, '://') + 3)`;
  const host = `CASE WHEN ${find}(a.url, '://') > 0 THEN substr(${rest}, 1, ${find}(${rest} || '/', '/') - 1) END`;
  return `SELECT a.outlet AS name, ${host} AS host, count(*) AS articles, min(a.published) AS first, max(a.published) AS last
    FROM articles a WHERE a.current = 1 AND a.outlet IS NOT NULL AND a.outlet <> '' GROUP BY 1, 2`;
};

/** What a store knows of outlets. */
export interface OutletTables {
  log(): Promise<OutletEvent[]>;
  rows(): Promise<OutletRow[]>;
}

export function makeOutletViews({ log, rows }: OutletTables): Pick<OutletArchive, "outlets" | "outletNamed"> {
  const all = async (): Promise<Outlet[]> => outletsOf(countsOf(await rows()), await log());
  return {
    async outlets({ like, limit, offset }) {
      const words = like === undefined ? [] : tokenize(like).map(({ word }) => word);
      const found = (await all()).filter((outlet) => words.every((word) => has(outlet, word)));
      return { total: found.length, items: found.slice(offset, offset + limit) };
    },
    async outletNamed(name) {
      const outlets = await all();
      const goesBy = (outlet: Outlet, is: (own: string) => boolean): boolean =>
        is(outlet.name) || outlet.names.some((own) => is(own.name));
      const lower = name.toLowerCase();
      return (
        outlets.find((outlet) => goesBy(outlet, (own) => own === name)) ??
        outlets.find((outlet) => goesBy(outlet, (own) => own.toLowerCase() === lower)) ??
        null
      );
    },
  };
}

/** Whether a word begins so in one of the outlet's names. */
const has = ({ name, names }: Outlet, word: string): boolean =>
  [name, ...names.map((own) => own.name)].some((own) => tokenize(own).some((token) => token.word.startsWith(word)));

/** Each name once, with all its hosts. */
function countsOf(rows: readonly OutletRow[]): OutletCount[] {
  const counts = new Map<string, OutletCount>();
  for (const { name, host, articles, first, last } of rows) {
    const plain = host === null ? null : plainHost(host);
    const count = counts.get(name) ?? { name, hosts: [], articles: 0, first: null, last: null };
    if (plain !== null && !count.hosts.includes(plain)) count.hosts = [...count.hosts, plain].sort();
    count.articles += articles;
    if (first !== null && (count.first === null || first < count.first)) count.first = first;
    if (last !== null && (count.last === null || last > count.last)) count.last = last;
    counts.set(name, count);
  }
  return [...counts.values()];
}
