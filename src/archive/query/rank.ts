/** Which parts of a query tell how well a match fits: those with words that are rare enough to tell anything. Pure. */
import { type Scope, type Unit, wordField } from "./match.ts";
import { type Leaf, leaves, type Query, type Words } from "./query.ts";
import { tokenize } from "./tokens.ts";

/** A word in more statements, or articles, than this says little about any of them, and costs much to rank by. */
export const COMMON: Record<Unit, number> = { statement: 20_000, article: 5_000 };

/** The words of a query that may rank: excluded words, labels and names do not. */
const ranks = (leaf: Leaf, scope: Scope, unit: Unit): leaf is Words =>
  leaf.type === "words" && (wordField(leaf, scope) === "about") === (unit === "statement");

const wantedItems = (query: Query): Query[] =>
  (query.type === "and" ? query.items : [query]).filter((item) => item.type !== "not");

/** The words that are to be counted, one by one: a phrase is rare when one of its words is. */
export const countedWords = (query: Query, scope: Scope, unit: Unit): Words[] =>
  wantedItems(query)
    .filter((item) => leaves(item).every((leaf) => ranks(leaf, scope, unit)))
    .flatMap((item) => leaves(item) as Words[])
    .flatMap(singleWords);

/** The items of the query that rank. @param rare whether one word is in no more than `COMMON` */
export function tellingItems(query: Query, scope: Scope, unit: Unit, rare: (word: Words) => boolean): Query[] {
  const tells = (leaf: Leaf): boolean => ranks(leaf, scope, unit) && singleWords(leaf).some(rare);
  return wantedItems(query).filter((item) => leaves(item).every(tells));
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
