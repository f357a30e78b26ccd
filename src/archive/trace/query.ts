/** Following one quotation or claim: what the articles hold of it, and which of four answers that is. */
import type { Pairing } from "./align.ts";
import { type Comparison, compare, compareIf, type Likeness } from "./compare.ts";
import { bare, type Content } from "./content.ts";
import { type Lexicon, newLexicon } from "./lexicon.ts";
import { type Names, wordsOf } from "./normalise.ts";
import { identity, kinship } from "./speaker.ts";
import type { Told } from "./told.ts";
import { type ReadArticle, tiedTo, type Wanted } from "./tied.ts";
import { prepare, type Traced, type TraceOptions, tracedOf } from "./trace.ts";
import type { Free } from "./voice.ts";
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
  const prepared = prepare(articles, lexicon, options);
  const names = namesOf(prepared.articles);
  const words = lexicon.pack(wordsOf(query.words, [[0, query.words.length]], names));
  const asking: Asking = {
    direct: { words, direct: true, denied: false },
    indirect: { words, direct: false, denied: false },
    lexicon,
    known: new Map(),
  };
  const wanted: Wanted = {
    told: ({ content }) => fragment(asking, content) !== null,
    free: (free) => mayHold(asking, free),
  };
  const { statements, ground } = tiedTo(prepared.articles, wanted, { lexicon, outlets: prepared.outlets });
  const asked = query.speaker ? identity(query.speaker, "named") : null;
  const hits: (TraceAnswer["hits"][number] & { score: number; theirs: boolean })[] = [];
  for (const one of tracedOf(statements, ground, prepared.outlets)) {
    const hit = bestOf(one, asking);
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

/** Words that tellings write as names, so that a query in small letters is understood; looked for when they are first asked for. */
function namesOf(articles: readonly ReadArticle[]): Names {
  let names: Set<string> | null = null;
  return {
    has(word) {
      names ??= new Set(namesIn(articles));
      return names.has(word);
    },
  };
}

function* namesIn(articles: readonly ReadArticle[]): Generator<string> {
  for (const { article, tellings } of articles)
    for (const { span } of tellings)
      for (const match of article.text.slice(...span).matchAll(/(?<=\S )\p{Lu}[\p{L}\p{M}]+/gu))
        yield match[0].toLowerCase();
}

/** What is asked for, as it is compared with what is told in the speaker's words and with what is not. */
interface Asking {
  direct: Content;
  indirect: Content;
  lexicon: Lexicon;
  /** What was found of it in each content so far. */
  known: Map<Content, Comparison | null>;
}

interface Hit {
  shown: TraceAnswer["hits"][number];
  told: Told;
  score: number;
}

function bestOf(traced: Traced, asking: Asking): Hit | null {
  const { told } = traced;
  let best: Hit | null = null;
  for (const [i, one] of told.entries()) {
    const comparison = fragment(asking, one.content);
    if (!comparison) continue;
    const { statement } = traced;
    const telling = statement.tellings[i] as Telling;
    // Found in a telling that is altered itself: so is what was asked for.
    const altered = comparison.change !== "changed" && telling.change === "changed" && !isOf(asking, told[0]);
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
function isOf(asking: Asking, first: Told | undefined): boolean {
  const found = first && fragment(asking, first.content);
  return found !== null && found !== undefined && found.change !== "changed";
}

/** Enough in common by itself. */
const likes = (c: Likeness): boolean => c.common >= 1 && c.order >= IN_ORDER && c.jaccard >= IN_COMMON;
const shares = (c: Likeness): boolean => c.common >= 2 && c.jaccard >= IN_COMMON;

/** What a stretch has of a query, the sentence around it has too, in order and in common: less than what is asked of a stretch, since both are cut. */
const OF_SENTENCE = 0.5;

/** Whether a telling in the writer's own voice that is a part of a sentence may be like the query. */
function mayHold({ indirect, lexicon }: Asking, { words }: Free): boolean {
  let may = false;
  compareIf(indirect, { words, direct: false, denied: false }, lexicon, ({ overlap, order }) => {
    may = overlap >= OF_SENTENCE || order >= OF_SENTENCE;
    return false;
  });
  return may;
}

/** The query against the stretch of the telling that is most like it; `null` when none is. */
function fragment(asking: Asking, content: Content): Comparison | null {
  const known = asking.known.get(content);
  if (known !== undefined) return known;
  const found = compareWith(asking, content);
  asking.known.set(content, found);
  return found;
}

function compareWith({ direct, indirect, lexicon }: Asking, content: Content): Comparison | null {
  const query = content.direct ? direct : indirect;
  const least = Math.max(1, IN_ORDER * bare(query, lexicon).length);
  let pairs: Pairing = [];
  const whole = compareIf(query, content, lexicon, (c, aligned) => {
    pairs = aligned;
    return c.words === "exact" || likes(c) || shares(c) || aligned.length >= least;
  });
  if (!whole) return null;
  const like = whole.change === "exact" || likes(whole);
  if (whole.change === "exact" || (whole.change === "trimmed" && like)) return whole;
  if (pairs.length >= least) {
    const [from, to] = [pairs[0]?.[1] ?? 0, (pairs.at(-1)?.[1] ?? -1) + 1];
    const theirs = bare(content, lexicon);
    const part = compare(query, { ...content, words: theirs.subarray(from, to) }, lexicon);
    const partLike = part.change === "exact" || likes(part);
    // The stretch may lie beside the "not" that governs it; its very words are found all the same.
    if (part.change !== "exact" && whole.alterations.includes("negation"))
      return partLike ? { ...part, change: "changed", alterations: ["negation"] } : null;
    if (partLike && pairs.length >= IN_ORDER * (to - from)) return part;
  }
  return like || shares(whole) ? whole : null;
}
