/** A speaker's statements with their tellings: what several outlets tell is one statement. */
import type { Archive } from "../archive.ts";
import type { Spoken } from "../speakers/found.ts";
import { articleOf } from "../trace/article.ts";
import { newLexicon } from "../trace/lexicon.ts";
import { traceWith } from "../trace/trace.ts";
import type { Change, TraceArticle } from "../trace/types.ts";
import type { Alteration, Circumstance } from "../trace/types.ts";

/** A statement of the dossier: the rows that tell it, the first telling first. */
export interface Told {
  tellings: TellingRow[];
}

/** A row with how its words stand to the first telling; `null` where it was not compared. */
export interface TellingRow extends Spoken {
  change: Change | null;
  changes: (Alteration | Circumstance)[];
  relay: string | null;
}

/** Articles that are read for their tellings, the newest; what stands in others is grouped by its words alone. */
export const MOST_ARTICLES = 150;
/** Attributions of those articles that are compared. */
const MOST_ATTRIBUTIONS = 4000;

/** Rows in statements, in order of time of the first telling; those without a date last. */
export async function toldBy(archive: Archive, rows: readonly Spoken[]): Promise<Told[]> {
  const articles = await articlesOf(archive, rows);
  const places = new Map<
    string,
    { span: readonly [number, number]; group: number; row: Pick<TellingRow, "change" | "changes" | "relay"> }[]
  >();
  for (const [group, { statement }] of traceWith(articles, newLexicon(), {
    fewest: 1,
    ownVoice: false,
    closing: false,
  }).entries())
    for (const { doc, span, speaker, change, changes, relay } of statement.tellings)
      if (speaker !== null)
        places.set(doc, [...(places.get(doc) ?? []), { span, group, row: { change, changes, relay } }]);
  const groups = new Map<string, TellingRow[]>();
  for (const row of inTime(rows)) {
    const place = (places.get(row.doc) ?? [])
      .map((p) => ({ ...p, shared: Math.min(p.span[1], row.end) - Math.max(p.span[0], row.start) }))
      .filter((p) => p.shared > 0)
      .sort((a, b) => b.shared - a.shared)[0];
    const key = place ? `g${place.group}` : `w${wordsKey(row.content)}`;
    const members = groups.get(key) ?? [];
    // An article tells a statement once, however often it comes back to it.
    if (!members.some((m) => m.doc === row.doc))
      members.push({ ...row, ...(place?.row ?? { change: null, changes: [], relay: null }) });
    groups.set(key, members);
  }
  return [...groups.values()].map((tellings) => ({ tellings }));
}

const wordsKey = (content: string): string => (content.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const inTime = (rows: readonly Spoken[]): Spoken[] =>
  [...rows].sort((a, b) => {
    const [x, y] = [a.published ?? "~", b.published ?? "~"];
    return x < y ? -1 : x > y ? 1 : a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.start - b.start;
  });

/** The newest articles, each with the attributions that the rows are of and what stands around them. */
async function articlesOf(archive: Archive, rows: readonly Spoken[]): Promise<TraceArticle[]> {
  const ids = new Map<string, Set<string>>();
  for (const row of inTime(rows).reverse()) ids.set(row.doc, (ids.get(row.doc) ?? new Set()).add(row.statement));
  const articles: TraceArticle[] = [];
  let held = 0;
  for (const [doc, own] of [...ids].slice(0, MOST_ARTICLES)) {
    const reading = await archive.reading(doc);
    if (!reading) continue;
    const attributions = reading.attributions.filter((a) => own.has(a.id) || a.kind === "outlet");
    held += attributions.length;
    if (held > MOST_ATTRIBUTIONS) break;
    articles.push({ ...articleOf(reading), attributions });
  }
  return articles;
}
