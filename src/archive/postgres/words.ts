/**
 * Words as PostgreSQL's index holds them. A row of words (` give  up `: each between blanks of its own) tells phrases
 * by LIKE; a `tsvector` without positions, whose lexemes begin with a letter for their field, leads there by its index.
 * Our own tokeniser makes both, so that what is found is the same as in a file, whatever the server's dictionaries.
 */
import { tokenize } from "../query/tokens.ts";

/** Fields of statements and articles, with the letter that their lexemes begin with. */
export const FIELD = {
  content: "c",
  speaker: "s",
  channel: "h",
  via: "v",
  outlet: "o",
  byline: "b",
  title: "t",
  text: "x",
  label: "l",
} as const;
export type Field = keyof typeof FIELD;

/** Only the beginning of a longer word is in the index; UTF-16 units. PostgreSQL's limit is 2,046 bytes. */
export const LONGEST = 400;
/** Bytes of lexemes in one `tsvector`, well under PostgreSQL's limit of 1 MB; the row of a text with more has `OVERFLOW`, and its words tell alone. */
const MOST_BYTES = 700_000;
export const OVERFLOW = "!";

/** The words of a text, each between two blanks. */
export const wordsRow = (text: string | null): string =>
  text === null
    ? ""
    : tokenize(text)
        .map(({ word }) => ` ${word} `)
        .join("");

export const countWords = (row: string): number => row.split("  ").length - (row === "" ? 1 : 0);

export const lexeme = (field: Field, word: string): string => FIELD[field] + word.slice(0, LONGEST);

/** The lexemes of rows of words and of labels, between blanks: what `array_to_tsvector(string_to_array(…, ' '))` takes. */
export function lexemesOf(rows: Partial<Record<Field, string>>, labels: readonly string[] = []): string {
  const all = new Set(labels.map((label) => lexeme("label", label)));
  for (const [field, row] of Object.entries(rows) as [Field, string][])
    for (const word of row.split(" ")) if (word !== "") all.add(lexeme(field, word));
  const kept: string[] = [];
  let bytes = 0;
  for (const each of all) {
    bytes += Buffer.byteLength(each) + 2;
    if (bytes > MOST_BYTES) return [...kept, OVERFLOW].join(" ");
    kept.push(each);
  }
  return kept.join(" ");
}

/** A `tsquery` for one word of a field. */
export const queryWord = (field: Field, word: string, prefix: boolean): string =>
  `'${lexeme(field, word).replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`;

/** A pattern for LIKE: these words in a row. Words hold no sign that LIKE gives a meaning. */
export const phrasePattern = (words: readonly string[], prefix: boolean): string => `%${phraseIn(words, prefix)}%`;

/** The words in a row as they stand in a row of words. */
export const phraseIn = (words: readonly string[], prefix: boolean): string => {
  const row = words.map((word) => ` ${word} `).join("");
  return prefix ? row.slice(0, -1) : row;
};
