/**
 * `ownVoice`: the sentence in which the article says in its own voice what it also gives to a source, as a headline does
 * that leaves the source out. Found by the words that both share; what a source says nowhere else is not judged.
 */
import type { Attribution, Span } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { contains, hull, lastStartingBy, overlaps } from "../spans.ts";

/** At least so many different words of sense, so that no stock phrase counts. */
const FEWEST = 4;
/** The share of the sentence's words of sense that the statement holds as well, and of the statement's that the sentence holds. */
const OF_SENTENCE = 0.75;
const OF_CONTENT = 0.6;
/** Of them so many that are no names: who and where alone is no statement. */
const FEWEST_PLAIN = 3;
/** A word in more sentences than this tells nothing of which one is meant. */
const COMMONEST = 40;
const SHORTEST_WORD = 3;
const NO_SENSE =
  /^(?:the|and|that|this|these|those|with|from|for|but|was|were|are|has|had|have|been|will|would|could|may|might|its|his|her|their|they|she|who|which|what|when|where|said|says|not|all|any|one|two|out|off|into|over|than|then|there|about|after|before|also|more|some|such|only|own|per|cent|can|did|does|you|our|your|how|why|yet|now|new)$/;
const NEGATIVE = /\b(?:not|never|no|nobody|none|neither|nor|without|den(?:y|ies|ied))\b|n['’]t\b/i;

/** Stems rough enough that "inspected" and "inspection" meet. */
function senseOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}-]*|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  return new Set(
    words
      .filter((w) => (w.length >= SHORTEST_WORD || /^\p{N}/u.test(w)) && !NO_SENSE.test(w))
      .map((w) => (/^\p{N}/u.test(w) ? w : w.replace(/(?:ations?|ings?|ed|es|s|ions?)$/u, "").slice(0, 7))),
  );
}

interface Own {
  span: Span;
  sense: Set<string>;
  negative: boolean;
}

export const ownVoice: Refiner = (attributions, context) => {
  const own = ownSentences(attributions, context);
  const places = new Map<string, number[]>();
  own.forEach(({ sense }, i) => {
    for (const word of sense) places.set(word, [...(places.get(word) ?? []).slice(0, COMMONEST), i]);
  });
  return attributions.map((a) => {
    if (a.act !== "claim" || a.negated || a.source.length === 0) return a;
    const words = a.content.map((s) => context.doc.text.slice(...s)).join(" ");
    const same = sameAs(words, own, places);
    if (!same) return a;
    const reason = "the article says the same in its own voice elsewhere";
    return {
      ...a,
      ownVoice: same.span,
      why: { ...a.why, ownVoice: { how: "inferred", by: "own-voice", reason, confidence: 0.7 } },
    };
  });
};

/** Sentences of the article's own that no statement touches. */
function ownSentences(attributions: readonly Attribution[], { doc, sentences }: Context): Own[] {
  const taken = attributions
    .flatMap((a) => [hull([...a.content, ...a.cue, ...a.source])].filter((s): s is Span => s !== null))
    .sort((x, y) => x[0] - y[0]);
  // Ends grow along the list, so that the last one starting before a sentence's end tells whether any reaches into it.
  const reach: Span[] = [];
  for (const span of taken) reach.push([span[0], Math.max(span[1], reach.at(-1)?.[1] ?? 0)]);
  return sentences
    .filter((sentence) => {
      const last = reach[lastStartingBy(reach, sentence[1] - 1)];
      const block = doc.blocks[lastStartingBy(doc.blocks, sentence[0])];
      const isOwn =
        block !== undefined && contains(block.span, sentence) && block.kind !== "quotation" && block.kind !== "caption";
      const text = doc.text.slice(...sentence);
      return isOwn && !(last && overlaps(last, sentence)) && !/[“”"?]/.test(text);
    })
    .map((span) => {
      const text = doc.text.slice(...span);
      return { span, sense: senseOf(text), negative: NEGATIVE.test(text) };
    });
}

function sameAs(words: string, own: readonly Own[], places: ReadonlyMap<string, readonly number[]>): Own | null {
  const sense = senseOf(words);
  const shared = new Map<number, number>();
  for (const word of sense) {
    const at = places.get(word) ?? [];
    if (at.length <= COMMONEST) for (const i of at) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  const negative = NEGATIVE.test(words);
  const plain = senseOf(words.replace(/\p{Lu}[\p{L}’'-]*/gu, " "));
  for (const [i, count] of [...shared].sort((a, b) => b[1] - a[1])) {
    const candidate = own[i] as Own;
    if (
      count >= FEWEST &&
      count >= OF_SENTENCE * candidate.sense.size &&
      count >= OF_CONTENT * sense.size &&
      candidate.negative === negative &&
      [...plain].filter((w) => candidate.sense.has(w)).length >= FEWEST_PLAIN
    )
      return candidate;
  }
  return null;
}
