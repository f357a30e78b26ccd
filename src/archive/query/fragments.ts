/** What is shown of a match: the texts that are needed for it, and their passages with what was looked for. Pure. */
import type { Fragment } from "../found.ts";
import { highlight } from "./highlight.ts";
import { type Scope, type Unit, wordField } from "./match.ts";
import { type Query, type WordField, type Words, wantedLeaves } from "./query.ts";

/** A text that is shown, with the words that are marked in it. */
export interface Shown {
  field: Fragment["field"];
  words: Words[];
}

/** The content of a statement, or the title of an article, and the whole text where it was searched; in this order. */
export function shownOf(query: Query, scope: Scope, unit: Unit): Shown[] {
  const wanted = wantedLeaves(query).filter((leaf): leaf is Words => leaf.type === "words");
  const within = (...fields: WordField[]) => wanted.filter((words) => fields.includes(wordField(words, scope)));
  const shown: Shown[] = [];
  if (unit === "statement") shown.push({ field: "content", words: within("about") });
  const inTitle = within("title", "text");
  if (unit === "article" || inTitle.length > 0) shown.push({ field: "title", words: inTitle });
  const inText = within("text");
  if (inText.length > 0) shown.push({ field: "text", words: inText });
  return shown;
}

/** The passages of one text; a title is shown whole. */
export function fragmentsOf({ field, words }: Shown, text: string | null): Fragment[] {
  if (!text) return [];
  return highlight(text, words, field === "title").map((pieces) => ({ field, pieces }));
}
