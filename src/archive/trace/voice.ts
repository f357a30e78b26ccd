/** Tellings in the writer's own voice: sentences without a source that say what a source said in an earlier article. */
import type { Span } from "../../document.ts";
import { align } from "./align.ts";
import { hashText, type KeyIndex, mix } from "./candidates.ts";
import { compare } from "./compare.ts";
import { bare, type Content } from "./content.ts";
import { evidenceFor, type Source } from "./evidence.ts";
import type { Group } from "./group.ts";
import { HEDGE } from "./lexicon.ts";
import { namesIn, wordsOf } from "./normalise.ts";
import type { Word } from "./word.ts";
import { type Ground, weightOf } from "./same.ts";
import type { Told } from "./tellings.ts";

/** Share of the first telling's words that must stand in the sentence, in order. */
const COVERED = 0.75;
/** Share of the words of the stretch found that must be the telling's. */
const DENSE = 0.75;

export interface Voices {
  groups: readonly Group[];
  /** Group of each telling; -1 for none. */
  groupOf: ReadonlyMap<number, number>;
  tellings: readonly Told[];
  index: KeyIndex;
}

/** Own-voice tellings of one article: `[group, telling]`, at most one a statement. */
export function ownVoice(
  article: number,
  { groups, groupOf, tellings, index }: Voices,
  ground: Ground,
): [number, Told][] {
  const source = ground.sources[article] as Source;
  const { text } = source.article;
  const taken = source.article.attributions.flatMap((a) => [...a.content, ...a.cue, ...a.source]);
  const free = source.article.sentences.filter(([s, e]) => !taken.some((t) => t[0] < e && t[1] > s));
  if (free.length === 0) return [];
  const names = namesIn(text);
  const found = new Map<number, Told>();
  for (const sentence of free) {
    const words = wordsOf(text, [sentence], names);
    const packed = ground.lexicon.pack(words);
    let best: { group: number; told: Told; score: number } | null = null;
    for (const g of new Set(index.find(triples(words)).flatMap((j) => groupOf.get(j) ?? []))) {
      const members = groups[g] as Group;
      const first = tellings[members[0] as number] as Told;
      if (found.has(g) || members.some((m) => tellings[m]?.article === article)) continue;
      const fit = fits(
        first,
        members.map((m) => tellings[m] as Told),
        { article, words, packed, sentence },
        ground,
      );
      if (fit && (!best || fit.score > best.score)) best = { group: g, ...fit };
    }
    if (best) found.set(best.group, best.told);
  }
  return [...found];
}

function triples(words: readonly Word[]): number[] {
  const forms = words.filter((w) => !w.inserted && !/ly$/.test(w.form)).map((w) => hashText(w.form));
  const keys: number[] = [];
  for (let i = 0; i + 2 < forms.length; i++)
    keys.push(mix(mix(forms[i] as number, forms[i + 1] as number), forms[i + 2] as number));
  return keys;
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
  const pairs = align(
    theirs.map((w) => w >> 2),
    packed.map((w) => w >> 2),
  );
  if (pairs.length < 3 || pairs.length < COVERED * theirs.length) return null;
  const [from, to] = [(pairs[0] as readonly [number, number])[1], (pairs.at(-1) as readonly [number, number])[1] + 1];
  if (pairs.length < DENSE * (to - from)) return null;
  const content: Content = { words: packed.slice(from, to), direct: false, denied: false };
  const comparison = compare(first.content, content, lexicon);
  const span: Span = [(words[from] as Word).span[0], (words[to - 1] as Word).span[1]];
  const told: Told = {
    article,
    span,
    content,
    speaker: null,
    hedged: packed.some((w) => (lexicon.classOf(w) & HEDGE) !== 0),
    cites: [],
    venue: null,
    when: null,
    live: false,
    sentence,
    paragraph: sentence,
  };
  const passedOn = members.some((m) => evidenceFor(told, mine, sources[m.article] as Source) !== "none");
  // Without a credit, few words or altered ones are nobody's in particular.
  if (!passedOn && (comparison.change === "changed" || weightOf(first, lexicon) < 4 || comparison.order < 0.9))
    return null;
  return { told, score: comparison.order + comparison.jaccard };
}
