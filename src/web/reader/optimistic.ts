/** What a correction will make of the article, shown before the server has answered. */
import { plain } from "../../attribution/plain.ts";
import type { Attribution, Review, Span } from "../../document.ts";
import type { Article } from "../api/types.ts";

/** The article with one statement judged: its text stays as it is. */
export const judged = (article: Article, id: string, review: Review): Article => ({
  ...article,
  reviews: { ...article.reviews, [id]: review },
});

/** The article with one statement changed. */
export function patched(article: Article, id: string, change: Partial<Attribution>): Article {
  const attributions = article.reading.attributions.map((a) => (a.id === id ? { ...a, ...change } : a));
  return judged({ ...article, reading: { ...article.reading, attributions } }, id, "edited");
}

/** Words in quotation marks are quoted directly until somebody says otherwise. */
const QUOTED = /^["“„«]/;

/** A statement as a human adds it: its words, and nothing else yet. */
export const blank = (text: string, content: Span): Omit<Attribution, "id" | "confidence" | "why"> => ({
  ...plain(),
  content: [content],
  form: QUOTED.test(text.slice(...content)) ? "direct" : "indirect",
});
