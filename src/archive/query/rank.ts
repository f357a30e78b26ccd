/** Which parts of a query tell how well a match fits: those with words that are rare enough to tell anything. Pure. */
import { type Scope, type Unit, wordField } from "./match.ts";
import { and, type Leaf, leaves, type Query, type Words } from "./query.ts";
import { tokenize } from "./tokens.ts";

/** A word in more statements, or articles, than this says little about any of them, and costs much to rank by. */
export const COMMON: Record<Unit, number> = { statement: 2_000, article: 2_000 };

/** The words of a query that may rank: excluded words, labels and names do not. */
const ranks = (leaf: Leaf, scope: Scope, unit: Unit): leaf is Words =>
  leaf.type === "words" && (wordField(leaf, scope) === "about") === (unit === "statement");

/**
 * The items of a query that rank, as far as `tells` lets their words. Statements are a sentence or two: where one word or phrase was
 * asked for, each has it once, and the newest are better than the shortest.
 */
function rankingItems(query: Query, scope: Scope, unit: Unit, tells: (word: Words) => boolean): Query[] {
  const wanted = (query.type === "and" ? query.items : [query]).filter((item) => item.type !== "not");
  const items = wanted.filter((item) => leaves(item).every((leaf) => ranks(leaf, scope, unit) && tells(leaf)));
  return unit === "statement" && leaves(and(items)).length < 2 ? [] : items;
}

/** The words that are to be counted, one by one: a phrase is rare when one of its words is. */
export const countedWords = (query: Query, scope: Scope, unit: Unit): Words[] =>
  rankingItems(query, scope, unit, () => true)
    .flatMap((item) => leaves(item) as Words[])
    .flatMap(singleWords);

/** The items of the query that rank. @param rare whether one word is in no more than `COMMON`; asked only where it matters */
export function tellingItems(query: Query, scope: Scope, unit: Unit, rare: (word: Words) => boolean): Query[] {
  if (rankingItems(query, scope, unit, () => true).length === 0) return [];
  return rankingItems(query, scope, unit, (words) => singleWords(words).some(rare));
}

/** Each word of a phrase for itself; a star belongs to the last. */
function singleWords({ text, prefix, field }: Words): Words[] {
  const words = tokenize(text);
  return words.map(({ word }, i) => ({
    type: "words",
    field,
    text: word,
    exact: false,
    prefix: prefix && i === words.length - 1,
  }));
}
