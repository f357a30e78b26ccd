/** An article prepared for the questions of who had it from whom. */
import { hashText } from "./hash.ts";
import { namesIn } from "./normalise.ts";
import { isSourceCredit, type Outlets, outletKey } from "./outlets.ts";
import type { TraceArticle } from "./types.ts";

/** An article with what the questions of relay need of it. */
export interface Source {
  article: TraceArticle;
  /** Key of its outlet; empty when nobody says. */
  key: string;
  /** Milliseconds since 1970; infinite when nobody says. */
  time: number;
  /** Key of each outlet credited (never its own) → titles of the articles it names, folded. */
  credited: ReadonlyMap<string, readonly string[]>;
  /** A body speaks for itself here. */
  release: boolean;
  /** Lower-case words that it writes as names. */
  names: ReadonlySet<string>;
  /** Hashes of its longer sentences. */
  sentences: ReadonlySet<number>;
}

/** Letters from which on a sentence is nobody's but the one who wrote it first. */
const LONG_SENTENCE = 60;

/** Prepares an article. */
export function sourceOf(article: TraceArticle, outlets: Outlets): Source {
  const key = outletKey(article.outlet ?? "");
  const credited = new Map<string, string[]>();
  for (const credit of article.credits) {
    if (!isSourceCredit(credit)) continue;
    const theirs = outletKey(credit.outlet as string);
    if (theirs === key) continue;
    const titles = credited.get(theirs) ?? [];
    credited.set(theirs, titles);
    if (credit.title) titles.push(outletKey(credit.title));
  }
  const time = article.published ? Date.parse(article.published) : Number.NaN;
  return {
    article,
    key,
    time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time,
    credited,
    names: namesIn(article.text),
    release: key !== "" && outlets.houses.has(key),
    sentences: new Set(
      article.sentences
        .filter(([s, e]) => e - s >= LONG_SENTENCE)
        .map(([s, e]) => hashText(article.text.slice(s, e).replace(/\W+/g, " ").toLowerCase())),
    ),
  };
}
