/**
 * A trace on its way, article by article in order of time. What has not been told for long can be closed: its statements are
 * given out and its tellings forgotten, so that memory holds a stretch of time and not the archive.
 */
import { newKeyIndex, sentenceKeys, tellingKeys } from "./candidates.ts";
import { openSince } from "./closing.ts";
import { type Group, matchesOf, newGrouping } from "./group.ts";
import { knownTo } from "./known.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Outlets } from "./outlets.ts";
import type { Ground } from "./same.ts";
import { type Source, sourceOf } from "./source.ts";
import { type Reader, tellingsOf } from "./tellings.ts";
import type { Told } from "./told.ts";
import type { TraceArticle } from "./types.ts";
import { freeSentences, ownVoice } from "./voice.ts";

/** A statement's tellings, those in the writers' own voice among them. */
export type ToldStatement = Told[];

export interface Run {
  /** Compares with these sources and this lexicon; `told.article` are places in `sources`. */
  readonly ground: Ground;
  /** The next article in order of time, with its tellings where they are known already. */
  add(article: TraceArticle, reader: Reader, tellings?: readonly Told[]): void;
  /** All statements so far that have not been closed, in order of their first tellings. */
  statements(): ToldStatement[];
  /**
   * Forgets the statements that no article has told since a time (milliseconds since 1970).
   * @param give is handed each of them, in order of their first tellings, while `ground` still knows them
   */
  close(before: number, give: (statement: ToldStatement) => void): void;
}

export interface RunOptions {
  lexicon: Lexicon;
  outlets: Outlets;
  /** Whether to look for tellings in the writers' own voice. */
  ownVoice: boolean;
  /** Whether statements are closed (closing.ts). */
  closing: boolean;
}

export function newRun({ lexicon, outlets, ownVoice: voices, closing }: RunOptions): Run {
  const ground: { sources: Source[]; lexicon: Lexicon } = { sources: [], lexicon };
  let grouping = newGrouping(ground);
  let index = newKeyIndex();
  let lost = new Map<number, Told[]>();
  let now = Number.NEGATIVE_INFINITY;
  let open = 0;
  /** The first telling that can be told again by an article of this time; one without a date comes last. */
  const openAt = (time: number): number => {
    if (!closing) return 0;
    if (Number.isFinite(time)) now = Math.max(now, time);
    const timeOf = (told: Told): number => (ground.sources[told.article] as Source).time;
    while (open < grouping.tellings.length && timeOf(grouping.tellings[open] as Told) < openSince(now)) open++;
    return open;
  };
  const membersOf = (g: number): ToldStatement => [
    ...(grouping.groups[g] as Group).map((m) => grouping.tellings[m] as Told),
    ...(lost.get(g) ?? []),
  ];

  const add: Run["add"] = (article, reader, known) => {
    const source = sourceOf(article, outlets);
    const i = ground.sources.push(source) - 1;
    const since = openAt(source.time);
    for (const told of known ?? tellingsOf(article, i, reader)) {
      const own = tellingKeys(told, lexicon);
      const earlier = index.find(own, since).map((j) => [j, grouping.tellings[j] as Told] as const);
      index.add(grouping.tellings.length, own);
      grouping.add(told, matchesOf(told, earlier, ground));
    }
    if (!voices) return;
    const free = freeSentences(article, reader);
    const sentences = free.map(
      (f) => [f, knownTo(grouping, index.find(sentenceKeys(f.words, lexicon), since))] as const,
    );
    for (const [g, told] of ownVoice(i, sentences, ground)) lost.set(g, [...(lost.get(g) ?? []), told]);
  };

  const close: Run["close"] = (before, give) => {
    const latest = (g: number): number =>
      Math.max(...membersOf(g).map((told) => (ground.sources[told.article] as Source).time));
    const kept = new Set<number>();
    for (const g of grouping.groups.keys()) {
      if (latest(g) >= before) kept.add(g);
      else give(membersOf(g));
    }
    const was = { grouping, lost };
    const stays = [...grouping.tellings.keys()].filter((j) => kept.has(grouping.groupOf[j] as number));
    const told = [...stays.map((j) => grouping.tellings[j] as Told), ...[...kept].flatMap((g) => lost.get(g) ?? [])];
    const articles = [...new Set(told.map(({ article }) => article))].sort((a, b) => a - b);
    const places = new Map(articles.map((article, i) => [article, i]));
    const moved = (one: Told): Told => ({ ...one, article: places.get(one.article) as number });
    ground.sources.splice(0, Number.POSITIVE_INFINITY, ...articles.map((article) => ground.sources[article] as Source));
    grouping = newGrouping(ground);
    index = newKeyIndex();
    open = 0;
    const groups = new Map<number, number>();
    for (const j of stays) {
      const old = was.grouping.groupOf[j] as number;
      const one = moved(was.grouping.tellings[j] as Told);
      index.add(grouping.tellings.length, tellingKeys(one, lexicon));
      const member = (was.grouping.groups[old] as Group).includes(j);
      groups.set(old, grouping.put(one, groups.get(old) ?? null, member));
    }
    lost = new Map(
      [...groups].flatMap(([old, g]) => (was.lost.has(old) ? [[g, (was.lost.get(old) as Told[]).map(moved)]] : [])),
    );
  };
  return { ground, add, statements: () => [...grouping.groups.keys()].map(membersOf), close };
}
