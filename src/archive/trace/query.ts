/** Following one quotation or claim: what the articles hold of it, and which of four answers that is. */
import { align } from "./align.ts";
import { type Comparison, compare } from "./compare.ts";
import { bare, type Content } from "./content.ts";
import { formId, type Lexicon, newLexicon } from "./lexicon.ts";
import { wordsOf } from "./normalise.ts";
import { identity, kinship } from "./speaker.ts";
import type { Told } from "./told.ts";
import { type Traced, type TraceOptions, traceWith } from "./trace.ts";
import { ALTERATIONS, type Statement, type Telling, type TraceArticle } from "./types.ts";

export interface TraceQuery {
  /** The quotation or claim, with marks or without. */
  words: string;
  /** Who is held to have said it, when the user says so. */
  speaker?: string;
}

export const ANSWERS = ["found", "found changed", "found by another speaker", "not found"] as const;
export type Answer = (typeof ANSWERS)[number];

export interface TraceAnswer {
  answer: Answer;
  /** What matches the query, best first; of each statement the telling that is most like it. */
  hits: { statement: Statement; telling: Telling; change: Comparison["change"]; changes: Comparison["alterations"] }[];
}

/** Share of the query's words that a telling must have in order, and share of its content words. */
const IN_ORDER = 0.6;
const IN_COMMON = 0.6;

/**
 * Looks for a quotation or claim in articles (all of an archive, or those that its word search gave). `found`: these
 * words, or a part of a telling, or the same meaning; `found changed`: with another number, name, negation, modality or
 * sense; `found by another speaker`: by somebody else than was asked for; `not found`. A statement of one telling counts.
 */
export function traceOne(
  articles: readonly TraceArticle[],
  query: TraceQuery,
  options: TraceOptions = {},
): TraceAnswer {
  const lexicon = newLexicon();
  const traced = traceWith(articles, lexicon, { ...options, fewest: 1, closing: false });
  const words = lexicon.pack(wordsOf(query.words, [[0, query.words.length]], namesOf(traced, articles)));
  const asked = query.speaker ? identity(query.speaker, "named") : null;
  const hits: (TraceAnswer["hits"][number] & { score: number; theirs: boolean })[] = [];
  for (const one of traced) {
    const hit = bestOf(one, words, lexicon);
    if (!hit) continue;
    const { told } = hit;
    const theirs = !asked || (told.speaker !== null && !/^(?:different|namesake)$/.test(kinship(asked, told.speaker)));
    hits.push({ ...hit.shown, score: hit.score, theirs });
  }
  const rank = (h: (typeof hits)[number]): number => (h.theirs ? 10 : 0) + (h.change === "changed" ? 0 : 5) + h.score;
  hits.sort((a, b) => rank(b) - rank(a));
  const best = hits[0];
  const answer: Answer = !best
    ? "not found"
    : !best.theirs
      ? "found by another speaker"
      : best.change === "changed"
        ? "found changed"
        : "found";
  return {
    answer,
    hits: hits.map(({ statement, telling, change, changes }) => ({ statement, telling, change, changes })),
  };
}

/** The statements that an article tells. */
export const statementsOf = (statements: readonly Statement[], doc: string): Statement[] =>
  statements.filter((s) => s.tellings.some((t) => t.doc === doc));

/** Words that tellings write as names, so that a query in small letters is understood. */
function namesOf(traced: readonly Traced[], articles: readonly TraceArticle[]): Set<string> {
  const names = new Set<string>();
  const text = new Map(articles.map((a) => [a.doc, a.text]));
  for (const { statement } of traced)
    for (const { doc, span } of statement.tellings)
      for (const match of (text.get(doc) ?? "").slice(...span).matchAll(/(?<=\S )\p{Lu}[\p{L}\p{M}]+/gu))
        names.add(match[0].toLowerCase());
  return names;
}

interface Hit {
  shown: TraceAnswer["hits"][number];
  told: Told;
  score: number;
}

function bestOf({ statement, told }: Traced, words: Int32Array, lexicon: Lexicon): Hit | null {
  let best: Hit | null = null;
  for (const [i, one] of told.entries()) {
    const comparison = fragment(words, one.content, lexicon);
    if (!comparison) continue;
    const telling = statement.tellings[i] as Telling;
    // Found in a telling that is altered itself: so is what was asked for.
    const altered = comparison.change !== "changed" && telling.change === "changed" && !isOf(words, told[0], lexicon);
    const change = altered ? "changed" : comparison.change;
    const changes = altered ? ALTERATIONS.filter((x) => telling.changes.includes(x)) : comparison.alterations;
    const score =
      comparison.order +
      comparison.jaccard +
      (comparison.change === "exact" ? 1 : 0) -
      (change === "changed" ? 0.5 : 0);
    if (!best || score > best.score) best = { shown: { statement, telling, change, changes }, told: one, score };
  }
  return best;
}

/** Whether the first telling holds the query unaltered. */
function isOf(words: Int32Array, first: Told | undefined, lexicon: Lexicon): boolean {
  const found = first && fragment(words, first.content, lexicon);
  return found !== null && found !== undefined && found.change !== "changed";
}

/** The query against the stretch of the telling that is most like it; `null` when none is. */
function fragment(words: Int32Array, content: Content, lexicon: Lexicon): Comparison | null {
  const query: Content = { words, direct: content.direct, denied: false };
  const theirs = bare(content, lexicon);
  const whole = compare(query, content, lexicon);
  const likes = (c: Comparison): boolean =>
    c.change === "exact" || (c.common >= 1 && c.order >= IN_ORDER && c.jaccard >= IN_COMMON);
  if (whole.change === "exact" || (whole.change === "trimmed" && likes(whole))) return whole;
  const mine = bare(query, lexicon);
  const pairs = align(mine.map(formId), theirs.map(formId));
  if (pairs.length >= Math.max(1, IN_ORDER * mine.length)) {
    const [from, to] = [pairs[0]?.[1] ?? 0, (pairs.at(-1)?.[1] ?? -1) + 1];
    const part = compare(query, { ...content, words: theirs.subarray(from, to) }, lexicon);
    // The stretch may lie beside the "not" that governs it; its very words are found all the same.
    if (part.change !== "exact" && whole.alterations.includes("negation"))
      return likes(part) ? { ...part, change: "changed", alterations: ["negation"] } : null;
    if (likes(part) && pairs.length >= IN_ORDER * (to - from)) return part;
  }
  return likes(whole) || (whole.common >= 2 && whole.jaccard >= IN_COMMON) ? whole : null;
}
