/** Tellings in the writer's own voice: sentences without a source that say what a source said in an earlier article. */
import type { Span } from "../../document.ts";
import { align, type Pairing } from "./align.ts";
import { compare } from "./compare.ts";
import { bare, type Content, forms, inCommon, weightOf } from "./content.ts";
import { evidenceFor } from "./evidence.ts";
import { HEDGE, type Lexicon } from "./lexicon.ts";
import { wordsOf } from "./normalise.ts";
import { sentencesWhere } from "./sentences.ts";
import { fold } from "./speaker.ts";
import { between, LATE } from "./face.ts";
import type { Ground } from "./same.ts";
import type { Source } from "./source.ts";
import type { Reader } from "./tellings.ts";
import { namesRelease, type Told } from "./told.ts";
import type { TraceArticle } from "./types.ts";

/** Share of the first telling's words that must stand in the sentence, in order. */
const COVERED = 0.75;
/** Share of the words of the stretch found that must be the telling's. */
const DENSE = 0.75;
/** Fewest words that must be found. */
const FEWEST = 3;
/** What is looked at behind a sentence: the mark that closes it. */
const BEHIND = 2;

/** A sentence of an article in which nobody is quoted. */
export interface Free {
  span: Span;
  /** The sentence, and two characters behind it. */
  text: string;
  /** Its words, and where each stands in the article's text. */
  words: Int32Array;
  places: readonly Span[];
}

/** A statement as an own-voice telling needs it: its first telling, and the articles that tell it so far. */
export interface Known {
  group: number;
  first: Told;
  articles: readonly number[];
}

/** The sentences of an article that stand in no attribution. */
export function freeSentences(article: TraceArticle, reader: Pick<Reader, "names" | "lexicon" | "about">): Free[] {
  const { lexicon, about } = reader;
  const may = (span: Span): boolean => !about || about([span]);
  const sentences = sentencesWhere(article, may).filter(may);
  if (sentences.length === 0) return [];
  const taken = article.attributions.flatMap((a) => [...a.content, ...a.cue, ...a.source]);
  return sentences
    .filter((span) => !taken.some((t) => t[0] < span[1] && t[1] > span[0]))
    .map((span) => {
      const words = wordsOf(article.text, [span], reader.names);
      return {
        span,
        text: article.text.slice(span[0], span[1] + BEHIND),
        words: lexicon.pack(words),
        places: words.map((w) => w.span),
      };
    });
}

/**
 * Own-voice tellings of one article, `[group, telling]`, at most one a statement; `sentences` in order of the text, each with
 * the statements that share keys with it as they stand when all tellings up to this article's have been grouped.
 */
export function ownVoice(
  article: number,
  sentences: Iterable<readonly [Free, readonly Known[]]>,
  ground: Ground,
): [number, Told][] {
  const found = new Map<number, Told>();
  for (const [free, known] of sentences) {
    let best: { group: number; told: Told; score: number } | null = null;
    for (const { group, first, articles } of known) {
      if (found.has(group) || articles.includes(article)) continue;
      const fit = fits(first, articles, article, free, ground);
      if (fit && (!best || fit.score > best.score || (fit.score === best.score && group < best.group)))
        best = { group, ...fit };
    }
    if (best) found.set(best.group, best.told);
  }
  return [...found];
}

/** Where the words of a first telling stand in a sentence, in order and near each other; `null` where they do not. */
export function stretchIn(first: Told, { words }: Free, lexicon: Lexicon): Pairing | null {
  if (first.content.denied) return null;
  const theirs = bare(first.content, lexicon);
  const least = Math.max(FEWEST, COVERED * theirs.length);
  // What a sentence does not have at all it does not have in order: most are told apart without an alignment.
  if (inCommon(theirs, words) < least) return null;
  const pairs = align(forms(theirs), forms(words));
  if (pairs.length < least) return null;
  const [head, tail] = [pairs[0], pairs.at(-1)] as [Pairing[number], Pairing[number]];
  return pairs.length < DENSE * (tail[1] + 1 - head[1]) ? null : pairs;
}

function fits(
  first: Told,
  articles: readonly number[],
  article: number,
  free: Free,
  ground: Ground,
): { told: Told; score: number } | null {
  const { sources, lexicon } = ground;
  const mine = sources[article] as Source;
  if ((sources[first.article] as Source).time > mine.time) return null;
  const pairs = stretchIn(first, free, lexicon);
  if (!pairs) return null;
  const { words, places, text } = free;
  const [head, tail] = [pairs[0], pairs.at(-1)] as [Pairing[number], Pairing[number]];
  const theirs = bare(first.content, lexicon);
  // Words of the telling beyond the stretch have their places beside it: there a name or number may have been changed.
  const from = Math.max(0, head[1] - head[0]);
  const to = Math.min(words.length, tail[1] + theirs.length - tail[0]);
  const span: Span = [(places[from] as Span)[0], (places[to - 1] as Span)[1]];
  const [before, after] = [text.slice(0, span[0] - free.span[0]), text.slice(span[1] - free.span[0])];
  const marked = /[“"‘«„]\s*$/.test(before.slice(-2)) || /^[,.]?[”"»]/.test(after.slice(0, BEHIND));
  // A sentence that names the speaker beside the words, or has them in marks, is his all the same.
  const beside = `${before} ${after.slice(0, Math.max(0, free.span[1] - span[1]))}`;
  const surname = first.speaker?.naming === "named" ? first.speaker.words.at(-1) : undefined;
  const named = surname !== undefined && standsIn(fold(beside), surname);
  if (marked && !named) return null;
  const content: Content = { words: words.slice(from, to), direct: marked, denied: false };
  const told: Told = {
    meaning: null,
    article,
    span,
    content,
    weight: weightOf(content.words, lexicon),
    speaker: named ? first.speaker : null,
    hedged: words.some((w) => (lexicon.classOf(w) & HEDGE) !== 0),
    cites: [],
    alongside: [],
    venue: null,
    when: null,
    live: false,
    namesRelease: namesRelease(text.slice(0, free.span[1] - free.span[0])),
  };
  const passedOn = articles.some((a) => evidenceFor(told, mine, sources[a] as Source) !== "none");
  const gap = Math.min(...articles.map((a) => between(sources[a] as Source, mine)));
  // Without a credit, few words, altered ones, or those of another month are nobody's in particular.
  if (!passedOn && (first.weight < 4 || gap > LATE)) return null;
  const comparison = compare(first.content, content, lexicon);
  if (!passedOn && (comparison.change === "changed" || comparison.order < 0.9)) return null;
  const nearness = 1 - Math.min(1, gap / (2 * LATE));
  return { told, score: comparison.order + comparison.jaccard + (passedOn ? 1 : 0) + nearness };
}

const LETTER = /\w/;

/** Whether a word stands in a text with no plain letter or digit beside it. */
function standsIn(text: string, word: string): boolean {
  const bounded = (at: number): boolean => LETTER.test(text[at - 1] ?? "") !== LETTER.test(text[at] ?? "");
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (bounded(at) && bounded(at + word.length)) return true;
  return false;
}
