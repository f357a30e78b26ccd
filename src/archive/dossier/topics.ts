/**
 * Topics by the content words and names that statements share: nothing is learned and nothing is hidden, a topic is the words it
 * shows. The word that most statements share comes first and takes them; then the next, until no two of what is left share one.
 */
import type { Said } from "./contents.ts";

export interface Topic {
  /** The word all of them have, then those that most of them have besides. */
  words: string[];
  /** Indices of the statements, in order. */
  statements: number[];
}

/** A word in more than this share of many statements says nothing of their topic. */
const COMMON = 0.6;
const MANY = 8;
/** Share of a topic's statements that have a further word. */
const MOSTLY = 0.5;
const FURTHER = 2;
const MOST_TOPICS = 20;

export interface Topics {
  topics: Topic[];
  /** Statements that share no word with another. */
  rest: number[];
}

/** @param said the statements in order of time */
export function topicsOf(said: readonly Said[]): Topics {
  const having = new Map<number, number[]>();
  for (const [i, { about }] of said.entries())
    for (const sense of about) having.set(sense, [...(having.get(sense) ?? []), i]);
  const common = said.length >= MANY ? COMMON * said.length : Number.POSITIVE_INFINITY;
  const terms = [...having].filter(([, list]) => list.length > 1 && list.length <= common);
  const open = new Set(said.keys());
  const topics: Topic[] = [];
  while (topics.length < MOST_TOPICS) {
    let best: { sense: number; list: number[]; score: number } | null = null;
    for (const [sense, list] of terms) {
      const left = list.filter((i) => open.has(i));
      // A name tells a topic better than another word that as many have.
      const score = left.length + (isName(sense, left, said) ? 0.5 : 0);
      if (left.length > 1 && (!best || score > best.score)) best = { sense, list: left, score };
    }
    if (!best) break;
    const { sense, list } = best;
    for (const i of list) open.delete(i);
    const further = terms
      .map(([other]) => ({ other, n: list.filter((i) => said[i]?.about.has(other)).length }))
      .filter(({ other, n }) => other !== sense && n > 1 && n >= MOSTLY * list.length)
      .sort((a, b) => b.n - a.n)
      .slice(0, FURTHER);
    topics.push({
      words: [sense, ...further.map(({ other }) => other)].map((s) => writtenOf(s, list, said)),
      statements: list,
    });
  }
  return { topics, rest: [...open] };
}

const isName = (sense: number, list: readonly number[], said: readonly Said[]): boolean =>
  list.every((i) => /^\p{Lu}/u.test(said[i]?.written.get(sense) ?? ""));

/** The most frequent way it is written, small letters first. */
function writtenOf(sense: number, list: readonly number[], said: readonly Said[]): string {
  const counts = new Map<string, number>();
  for (const i of list) {
    const form = said[i]?.written.get(sense);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a > b ? -1 : 1))[0]?.[0] ?? "";
}
