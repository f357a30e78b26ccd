/** What a query is about: where its words are looked for, and what it lists. */
import { type Leaf, leaves, type Query, type WordField, type Words } from "./query.ts";

/** Where free words are looked for. */
export const SCOPES = ["contents", "text", "headlines"] as const;
export type Scope = (typeof SCOPES)[number];

/** What is looked for: statements, or articles when nothing is asked of a statement. */
export type Unit = "statement" | "article";

const SCOPE_FIELDS: Record<Scope, WordField> = { contents: "about", text: "text", headlines: "title" };

/** The field that words are looked for in. */
export const wordField = (words: Words, scope: Scope): WordField => words.field ?? SCOPE_FIELDS[scope];

/** Articles when words are looked for in whole texts or headlines and nothing is asked of a statement. */
export function unitOf(query: Query, scope: Scope): Unit {
  return scope === "contents" || leaves(query).some((leaf) => ofStatement(leaf, scope)) ? "statement" : "article";
}

function ofStatement(leaf: Leaf, scope: Scope): boolean {
  if (leaf.type === "words") return wordField(leaf, scope) === "about";
  if (leaf.type === "name") return leaf.field !== "outlet" && leaf.field !== "byline";
  return leaf.type !== "date";
}
