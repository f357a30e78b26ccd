/** The rows of an article's statements: written from its reading as humans left it. */
import type { Reading } from "../../document.ts";
import { namesIn, STATEMENT_COLUMNS, type StatementRow, statementRows } from "../statement-row.ts";
import type { Sql } from "./sql.ts";
import { countWords, lexemesOf, wordsRow } from "./words.ts";

const TYPES: Partial<Record<keyof StatementRow, string>> = {
  start: "integer",
  end: "integer",
  negated: "integer",
  confidence: "double precision",
};
const WORDS = ["content", "speaker", "channel", "via"] as const;
const LABELS = ["kind", "naming", "form", "act", "framing"] as const;
/** Labels, and year, month and day, count towards the length of a statement in a file's index; both stores rank alike so. */
const LABEL_WORDS = 10;
const DATE_WORDS = 2;

const quoted = STATEMENT_COLUMNS.map((column) => `"${column}"`);
const words = WORDS.map((column) => `${column}_words`);
const types = [
  ...STATEMENT_COLUMNS.map((column) => TYPES[column] ?? "text"),
  ...WORDS.map(() => "text"),
  "integer",
  "text",
];
/** One array for each column: a statement a place. */
const INSERT = `INSERT INTO statements(article, ${[...quoted, ...words].join(", ")}, size, words)
  SELECT $1, ${[...quoted, ...words].map((column) => `r.${column}`).join(", ")}, r.size, array_to_tsvector(string_to_array(r.lexemes, ' '))
  FROM unnest(${types.map((type, i) => `$${i + 2}::${type}[]`).join(", ")}) WITH ORDINALITY AS r(${[...quoted, ...words].join(", ")}, size, lexemes, place)
  ORDER BY r.place`;

/** What is asked of the article with a statement. */
export interface Published {
  /** Rows of words (`wordsRow`); so is `byline`. */
  outlet: string;
  byline: string;
  dated: boolean;
}

/** Puts the statements of a reading in the place of those that the article has; their names are still to be written. */
export async function writeStatements(
  sql: Sql,
  article: number,
  reading: Reading,
  of: Published,
): Promise<StatementRow[]> {
  await dropStatements(sql, article);
  const rows = statementRows(reading);
  if (rows.length === 0) return rows;
  const indexed = rows.map((row) => indexOf(row, of));
  await sql.rows(INSERT, [
    article,
    ...STATEMENT_COLUMNS.map((column) => rows.map((row) => row[column])),
    ...WORDS.map((column) => indexed.map((each) => each[column])),
    indexed.map(({ size }) => size),
    indexed.map(({ lexemes }) => lexemes),
  ]);
  return rows;
}

/** Writes the names of statements; who writes the same new name waits for this transaction to end. */
export async function writeNames(sql: Sql, rows: readonly StatementRow[]): Promise<void> {
  // In one order for everybody: two who keep the same names do not wait for each other crosswise.
  const names = namesIn(rows).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (names.length > 0)
    await sql.rows(
      `INSERT INTO speaker_names SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      [names.map((n) => n.name), names.map((n) => n.key), names.map((n) => n.letters)],
    );
}

export async function dropStatements(sql: Sql, article: number): Promise<void> {
  await sql.rows("DELETE FROM statements WHERE article = $1", [article]);
}

function indexOf(row: StatementRow, { outlet, byline, dated }: Published) {
  const own = {
    content: wordsRow(row.content),
    speaker: wordsRow(row.speaker),
    channel: wordsRow(row.channel),
    via: wordsRow(row.via),
  };
  const labels = [
    ...LABELS.map((label) => label + row[label]),
    row.negated ? "negatedyes" : "negatedno",
    row.via === null ? "relayedno" : "relayedyes",
  ];
  const all = { ...own, outlet, byline };
  const size = Object.values(all).reduce((sum, each) => sum + countWords(each), LABEL_WORDS + (dated ? DATE_WORDS : 0));
  return { ...own, size, lexemes: lexemesOf(all, labels) };
}
