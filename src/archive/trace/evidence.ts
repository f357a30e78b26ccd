/** What speaks for it that one article had a statement from another: citation, release, credit, copied text. */
import { hashText } from "./hash.ts";
import { isSourceCredit, outletKey, type Outlets } from "./outlets.ts";
import type { Told } from "./tellings.ts";
import type { TraceArticle } from "./types.ts";

/** From the strongest to the weakest. `none` when nothing speaks for it. */
export type Evidence = "cited" | "release" | "credit" | "copied" | "none";

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
  /** Hashes of its longer sentences. */
  sentences: ReadonlySet<number>;
}

const LONG_SENTENCE = 60;
/** Sentences of the article's own voice in common that make it a copy. */
const COPIED = 3;
const RELEASE_NAMED = /\b(?:press|news|media) releases?\b|\brelease\b(?! (?:of|from|him|her|them)\b)/i;

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
    release: key !== "" && outlets.houses.has(key),
    sentences: new Set(
      article.sentences
        .filter(([s, e]) => e - s >= LONG_SENTENCE)
        .map(([s, e]) => hashText(article.text.slice(s, e).replace(/\W+/g, " ").toLowerCase())),
    ),
  };
}

/** What speaks for it that `later` had a telling from the article `source`; `mine` is the article of `later`. */
export function evidenceFor(later: Told, mine: Source, source: Source): Evidence {
  if (source === mine || source.time > mine.time) return "none";
  if (source.key !== "" && source.key !== mine.key && later.cites.includes(source.key)) return "cited";
  if (source.release && source.key !== mine.key && namesRelease(later, mine)) return "release";
  const titles = source.key === mine.key ? undefined : mine.credited.get(source.key);
  if (titles && (titles.length === 0 || titles.includes(outletKey(source.article.title ?? "")))) return "credit";
  return source.key !== mine.key && copies(mine, source) ? "copied" : "none";
}

const namesRelease = (later: Told, { article }: Source): boolean =>
  RELEASE_NAMED.test(article.text.slice(later.paragraph[0], later.paragraph[1]));

/** Long sentences in common; quotations alone do not make a copy, so a share of the shorter article is asked for too. */
function copies(mine: Source, source: Source): boolean {
  let common = 0;
  for (const hash of mine.sentences) if (source.sentences.has(hash)) common++;
  return common >= COPIED && common >= 0.3 * Math.min(mine.sentences.size, source.sentences.size);
}
