/** Words of a query → expressions of SQLite's FTS5. The archive binds them as parameters. */
import type { Query, WordField, Words } from "./query.ts";

/** Where free words are looked for. */
export const SCOPES = ["contents", "text", "headlines"] as const;
export type Scope = (typeof SCOPES)[number];

/** `statement_words` holds contents of statements; `article_words` titles and whole texts. */
export type WordTable = "statement_words" | "article_words";

/** An FTS5 expression and the table that it is for. */
export interface Match {
  table: WordTable;
  expression: string;
}

const SCOPE_FIELDS: Record<Scope, WordField> = { contents: "about", text: "text", headlines: "title" };

/** The field that words are looked for in. */
export const wordField = (words: Words, scope: Scope): WordField => words.field ?? SCOPE_FIELDS[scope];

/** An FTS5 string: its own tokeniser splits what is in it, and words split from one string must stand in a row. */
export const phrase = (text: string, prefix = false): string => `"${text.replaceAll('"', '""')}"${prefix ? "*" : ""}`;

/**
 * The whole tree as one FTS5 expression; `null` when it asks for more than words, for words of both tables, or only
 * for the absence of words (FTS5 knows no NOT without something to take away from).
 */
export function toMatch(query: Query, scope: Scope): Match | null {
  if (query.type === "words") {
    const field = wordField(query, scope);
    const term = phrase(query.text, query.prefix);
    if (field === "about") return { table: "statement_words", expression: term };
    return { table: "article_words", expression: field === "title" ? `title : ${term}` : term };
  }
  if (query.type !== "and" && query.type !== "or") return null;
  if (query.type === "or" && query.items.some((item) => item.type === "not")) return null;
  const wanted = query.items.filter((item) => item.type !== "not").map((item) => toMatch(item, scope));
  const unwanted = query.items.flatMap((item) => (item.type === "not" ? [toMatch(item.item, scope)] : []));
  const table = wanted[0]?.table;
  const parts = (matches: (Match | null)[]) =>
    matches.map((match) => (match?.table === table ? `(${match?.expression})` : null));
  const [plus, minus] = [parts(wanted), parts(unwanted)];
  if (!table || plus.includes(null) || minus.includes(null)) return null;
  const base = plus.join(query.type === "and" ? " AND " : " OR ");
  return { table, expression: minus.length > 0 ? `(${base}) NOT (${minus.join(" OR ")})` : base };
}
