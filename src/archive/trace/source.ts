/** What the questions of who had it from whom ask of an article: facts alone, so that they can be asked far from its text. */
import { hashWords } from "./hash.ts";
import { isSourceCredit, type Outlets, outletKey } from "./outlets.ts";
import { sentencesWhere } from "./sentences.ts";
import type { TraceArticle } from "./types.ts";

/** An article without its text. */
export interface Source {
  doc: string;
  /** Key of its title; empty without one. */
  title: string;
  /** Key of its outlet; empty when nobody says. */
  key: string;
  /** Milliseconds since 1970; infinite when nobody says. */
  time: number;
  /** Key of each outlet credited (never its own) → titles of the articles it names, folded. */
  credited: ReadonlyMap<string, readonly string[]>;
  /** A body speaks for itself here. */
  release: boolean;
  /** The agency under whose dateline all of it runs. */
  dateline: string | null;
  /** Hashes of its longer sentences, each once, in order of their values. */
  sentences: Int32Array;
}

/** Letters from which on a sentence is nobody's but the one who wrote it first. */
const LONG_SENTENCE = 60;

/** Prepares an article. */
export function sourceOf(article: TraceArticle, outlets: Outlets): Source {
  const key = outlets.keyOf(article.outlet ?? "");
  const credited = new Map<string, string[]>();
  for (const credit of article.credits) {
    if (!isSourceCredit(credit)) continue;
    const theirs = outlets.keyOf(credit.outlet as string);
    if (theirs === key) continue;
    const titles = credited.get(theirs) ?? [];
    credited.set(theirs, titles);
    if (credit.title) titles.push(outletKey(credit.title));
  }
  const time = article.published ? Date.parse(article.published) : Number.NaN;
  let sentences: Int32Array | null = null;
  return {
    doc: article.doc,
    title: outletKey(article.title ?? ""),
    key,
    time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time,
    credited,
    release: key !== "" && outlets.houses.has(key),
    dateline: datelineOf(article, credited, outlets),
    // Worked out when first asked for: most articles of a search turn out to tell nothing of what is looked for.
    get sentences() {
      sentences ??= longSentences(article);
      return sentences;
    },
  };
}

const longSentences = (article: TraceArticle): Int32Array => {
  const sentences = sentencesWhere(article, () => true);
  const hashes = new Int32Array(sentences.length);
  let long = 0;
  for (const span of sentences) if (span[1] - span[0] >= LONG_SENTENCE) hashes[long++] = hashWords(article.text, span);
  return hashes
    .subarray(0, long)
    .sort()
    .filter((hash, i, sorted) => i === 0 || hash !== sorted[i - 1]);
};

/** An article that runs under an agency's dateline has all of it from there. */
function datelineOf(
  article: TraceArticle,
  credited: ReadonlyMap<string, unknown>,
  { names, keyOf }: Pick<Outlets, "names" | "keyOf">,
): string | null {
  const start = article.text.search(/\S/);
  const credit = article.credits.find((c) => c.outlet && c.span && c.span[0] <= start + 1);
  const key = keyOf(credit?.outlet ?? "");
  return credited.has(key) ? (names.get(key) ?? null) : null;
}
