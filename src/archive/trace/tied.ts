/**
 * The statements of what was asked for: most that a search comes by has nothing to do with it, and is not compared. What becomes
 * of a telling hangs only on those that it is tied to, by matches (group.ts) or by a sentence that may tell either: the rest can
 * be left out, and the statements are those that all tellings together would give.
 */
import { newKeyIndex, sentenceKeys, tellingKeys } from "./candidates.ts";
import { newGrouping } from "./group.ts";
import { knownTo } from "./known.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Outlets } from "./outlets.ts";
import { type Ground, type Match, match } from "./same.ts";
import { sourceOf } from "./source.ts";
import type { Reader } from "./tellings.ts";
import type { Told } from "./told.ts";
import type { TraceArticle } from "./types.ts";
import { type Free, freeSentences, ownVoice } from "./voice.ts";

/** An article with what was found in it; a row of them is in order of time. */
export interface ReadArticle {
  article: TraceArticle;
  reader: Reader;
  tellings: readonly Told[];
}

export interface Tied {
  ground: Ground;
  /** The tellings of each statement, in order of their first tellings. */
  statements: Told[][];
}

interface LookedUp {
  tellings: Told[];
  /** For each telling the earlier ones that share keys, most in common first. */
  earlier: number[][];
  /** For each article the place of the telling after its last, and its sentences that nobody says with what shares keys with them. */
  articles: { end: number; free: (readonly [Free, number[]])[] }[];
}

/** What is asked for. */
export interface Wanted {
  /** Whether a telling holds it. */
  told(told: Told): boolean;
  /** Whether a part of a sentence that nobody says may hold it. */
  free(free: Free): boolean;
}

/** The statements with a telling that is wanted, and those tied to them, which are no more than that. */
export function tiedTo(
  articles: readonly ReadArticle[],
  wanted: Wanted,
  { lexicon, outlets }: { lexicon: Lexicon; outlets: Outlets },
): Tied {
  const ground = { sources: articles.map(({ article }) => sourceOf(article, outlets)), lexicon };
  const lookedUp = lookUp(articles, lexicon);
  const { tellings } = lookedUp;
  const free = lookedUp.articles.flatMap((article) => article.free);
  const seeds = [
    ...[...tellings.keys()].filter((i) => wanted.told(tellings[i] as Told)),
    ...free.flatMap(([sentence, ids]) => (wanted.free(sentence) ? ids : [])),
  ];
  const matches = matchesFrom(seeds, lookedUp, ground);

  const grouping = newGrouping(ground);
  const places = new Map<number, number>();
  const own = new Map<number, Told[]>();
  let next = 0;
  for (const [article, { end, free }] of lookedUp.articles.entries()) {
    for (; next < end; next++) {
      const found = matches.get(next);
      if (!found) continue;
      const matched = (lookedUp.earlier[next] as number[]).flatMap((j) => {
        const one = found.get(j);
        return one ? [[places.get(j) as number, one] as const] : [];
      });
      places.set(next, grouping.tellings.length);
      grouping.add(tellings[next] as Told, matched);
    }
    const sentences = free.map(([sentence, ids]) => {
      // Either all of them are there, or none.
      const there = ids.flatMap((j) => places.get(j) ?? []);
      return [sentence, knownTo(grouping, there)] as const;
    });
    for (const [g, told] of ownVoice(article, sentences, ground)) own.set(g, [...(own.get(g) ?? []), told]);
  }
  const statements = grouping.groups.map((members, g) => [
    ...members.map((m) => grouping.tellings[m] as Told),
    ...(own.get(g) ?? []),
  ]);
  return { ground, statements };
}

function lookUp(read: readonly ReadArticle[], lexicon: Lexicon): LookedUp {
  const index = newKeyIndex();
  const found: LookedUp = { tellings: [], earlier: [], articles: [] };
  for (const { article, reader, tellings } of read) {
    for (const told of tellings) {
      const keys = tellingKeys(told, lexicon);
      found.earlier.push(index.find(keys, 0));
      index.add(found.tellings.push(told) - 1, keys);
    }
    const free = freeSentences(article, reader).map((f) => [f, index.find(sentenceKeys(f.words, lexicon), 0)] as const);
    found.articles.push({ end: found.tellings.length, free });
  }
  return found;
}

/** Each telling that the seeds are tied to, over however many others, and they themselves: with the earlier ones that it matches. */
function matchesFrom(
  seeds: Iterable<number>,
  { tellings, earlier, articles }: LookedUp,
  ground: Ground,
): Map<number, Map<number, Match>> {
  const later: number[][] = tellings.map(() => []);
  for (const [i, ids] of earlier.entries()) for (const j of ids) (later[j] as number[]).push(i);
  const beside: number[][][] = tellings.map(() => []);
  for (const { free } of articles) for (const [, ids] of free) for (const i of ids) (beside[i] as number[][]).push(ids);
  const tied = new Map<number, Map<number, Match>>();
  const waiting: number[] = [];
  const reach = (i: number): Map<number, Match> => {
    const known = tied.get(i);
    if (known) return known;
    const matches = new Map<number, Match>();
    tied.set(i, matches);
    waiting.push(i);
    return matches;
  };
  // Each pair is compared from the end that is come by first.
  const done = new Set<number>();
  const compare = (before: number, after: number): void => {
    if (done.has(before) || done.has(after)) return;
    const found = match(tellings[before] as Told, tellings[after] as Told, ground);
    if (!found) return;
    reach(before);
    reach(after).set(before, found);
  };
  for (const i of seeds) reach(i);
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    for (const j of earlier[i] as number[]) compare(j, i);
    for (const k of later[i] as number[]) compare(i, k);
    // A sentence that nobody says tells the statement it is most like: whatever else it may tell must be known too.
    for (const ids of beside[i] as number[][]) for (const j of ids) reach(j);
    done.add(i);
  }
  return tied;
}
