/** Tellings in the writer's own voice: sentences without a source that say what a source said in an earlier article. */
import type { Span } from "../../document.ts";
import { align, type Pairing } from "./align.ts";
import { allWordKeys, rareKeys } from "./candidates.ts";
import { compare } from "./compare.ts";
import { bare, type Content } from "./content.ts";
import { evidenceFor } from "./evidence.ts";
import type { Group, Grouping } from "./group.ts";
import { formId, HEDGE } from "./lexicon.ts";
import { wordsOf } from "./normalise.ts";
import { fold } from "./speaker.ts";
import { between, type Ground, LATE, weightOf } from "./same.ts";
import type { Source } from "./source.ts";
import type { Told } from "./told.ts";
import type { Word } from "./word.ts";

/** Share of the first telling's words that must stand in the sentence, in order. */
const COVERED = 0.75;
/** Share of the words of the stretch found that must be the telling's. */
const DENSE = 0.75;
/** Rare words of a sentence by which it is looked up: more than of a telling, since it may say more beside. */
const SENTENCE_WORDS = 8;

/** Own-voice tellings of one article: `[group, telling]`, at most one a statement. */
export function ownVoice(article: number, { groups, tellings, sharing }: Grouping, ground: Ground): [number, Told][] {
  const source = ground.sources[article] as Source;
  const { text } = source.article;
  const taken = source.article.attributions.flatMap((a) => [...a.content, ...a.cue, ...a.source]);
  const free = source.article.sentences.filter(([s, e]) => !taken.some((t) => t[0] < e && t[1] > s));
  if (free.length === 0) return [];
  const found = new Map<number, Told>();
  for (const sentence of free) {
    const words = wordsOf(text, [sentence], source.names);
    const packed = ground.lexicon.pack(words);
    let best: { group: number; told: Told; score: number } | null = null;
    for (const g of sharing([
      ...allWordKeys(packed, ground.lexicon),
      ...rareKeys(packed, SENTENCE_WORDS, ground.lexicon),
    ])) {
      const members = groups[g] as Group;
      const first = tellings[members[0] as number] as Told;
      if (found.has(g) || members.some((m) => tellings[m]?.article === article)) continue;
      const fit = fits(
        first,
        members.map((m) => tellings[m] as Told),
        { article, words, packed, sentence },
        ground,
      );
      if (fit && (!best || fit.score > best.score || (fit.score === best.score && g < best.group)))
        best = { group: g, ...fit };
    }
    if (best) found.set(best.group, best.told);
  }
  return [...found];
}

interface Sentence {
  article: number;
  words: readonly Word[];
  packed: Int32Array;
  sentence: Span;
}

function fits(
  first: Told,
  members: readonly Told[],
  { article, words, packed, sentence }: Sentence,
  ground: Ground,
): { told: Told; score: number } | null {
  const { sources, lexicon } = ground;
  const mine = sources[article] as Source;
  if ((sources[first.article] as Source).time > mine.time || first.content.denied) return null;
  const theirs = bare(first.content, lexicon);
  const pairs = align(theirs.map(formId), packed.map(formId));
  if (pairs.length < 3 || pairs.length < COVERED * theirs.length) return null;
  const [head, tail] = [pairs[0], pairs.at(-1)] as [Pairing[number], Pairing[number]];
  if (pairs.length < DENSE * (tail[1] + 1 - head[1])) return null;
  // Words of the telling beyond the stretch have their places beside it: there a name or number may have been changed.
  const from = Math.max(0, head[1] - head[0]);
  const to = Math.min(packed.length, tail[1] + theirs.length - tail[0]);
  const span: Span = [(words[from] as Word).span[0], (words[to - 1] as Word).span[1]];
  const { text } = mine.article;
  const marked =
    /[“"‘«„]\s*$/.test(text.slice(sentence[0], span[0]).slice(-2)) ||
    /^[,.]?[”"»]/.test(text.slice(span[1], span[1] + 2));
  // A sentence that names the speaker beside the words, or has them in marks, is his all the same.
  const beside = fold(`${text.slice(sentence[0], span[0])} ${text.slice(span[1], sentence[1])}`);
  const surname = first.speaker?.naming === "named" ? first.speaker.words.at(-1) : undefined;
  const named = surname !== undefined && new RegExp(`\\b${surname}\\b`, "u").test(beside);
  if (marked && !named) return null;
  const content: Content = { words: packed.slice(from, to), direct: marked, denied: false };
  const comparison = compare(first.content, content, lexicon);
  const told: Told = {
    meaning: null,
    article,
    span,
    content,
    speaker: named ? first.speaker : null,
    hedged: packed.some((w) => (lexicon.classOf(w) & HEDGE) !== 0),
    cites: [],
    venue: null,
    when: null,
    live: false,
    sentence,
    paragraph: sentence,
  };
  const passedOn = members.some((m) => evidenceFor(told, mine, sources[m.article] as Source) !== "none");
  const gap = Math.min(...members.map((m) => between(sources[m.article] as Source, mine)));
  // Without a credit, few words, altered ones, or those of another month are nobody's in particular.
  const loose = comparison.change === "changed" || weightOf(first, lexicon) < 4 || comparison.order < 0.9 || gap > LATE;
  if (!passedOn && loose) return null;
  const nearness = 1 - Math.min(1, gap / (2 * LATE));
  return { told, score: comparison.order + comparison.jaccard + (passedOn ? 1 : 0) + nearness };
}
