/** One term of a query (a word, quoted words, `field:value`) → leaf of the tree, its value checked. */
import { isDate } from "./dates.ts";
import { SEARCHABLE, type Token } from "./lexer.ts";
import {
  DATE_FIELDS,
  FLAGS,
  type Flag,
  LABELS,
  type LabelField,
  type Leaf,
  NAME_FIELDS,
  WORD_FIELDS,
} from "./query.ts";
import { QueryError } from "./query-error.ts";

type Term = Extract<Token, { type: "term" }>;

/** Every field of the language, in the order in which docs/search.md explains them. */
export const FIELDS: readonly string[] = [
  ...NAME_FIELDS,
  ...Object.keys(LABELS),
  ...FLAGS,
  ...WORD_FIELDS,
  ...DATE_FIELDS,
];

/** Letters that must stand before a star: fewer would list half of the dictionary. */
const LEAST = 3;

/** The leaf that a term stands for; throws a `QueryError`. */
export function leaf(query: string, { at, field, value }: Term): Leaf {
  const { text, prefix } = value;
  const words = among(WORD_FIELDS, field);
  const name = among(NAME_FIELDS, field);
  const date = among(DATE_FIELDS, field);
  if (field !== null && !FIELDS.includes(field)) throw unknownField(query, at, field);
  if (field !== null && !SEARCHABLE.test(text)) throw noValue(query, at, field);
  if (!SEARCHABLE.test(text)) {
    const problem = value.quoted ? "a quotation without words" : `“${short(text || "*")}” is no word`;
    throw new QueryError(query, at, problem, "leave it out or write a word with a letter or digit");
  }
  if (prefix && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST) {
    const remedy = `write at least ${LEAST} letters before the star`;
    throw new QueryError(query, value.at + text.length, "a star after too little", remedy);
  }
  if (value.whole && !name)
    throw new QueryError(
      query,
      value.at - 1,
      `= in ${field}:`,
      `leave it out; it goes with ${NAME_FIELDS.map((known) => `${known}:`).join(" ")}`,
    );
  if (value.whole && prefix)
    throw new QueryError(
      query,
      value.at + text.length,
      "a star in a whole name",
      "write all of it, or leave the = out",
    );
  if (field === null || words) return { type: "words", field: words, text, exact: value.quoted, prefix };
  if (name) return { type: "name", field: name, text, prefix, ...(value.whole ? { whole: true as const } : {}) };
  if (prefix) throw new QueryError(query, value.at, `a star in ${field}:`, "write the whole value");
  if (date) {
    if (isDate(text)) return { type: "date", field: date, value: text };
    throw new QueryError(
      query,
      value.at,
      `“${short(text)}” is no date`,
      `write ${date}:2023, ${date}:2023-07 or ${date}:2023-07-15`,
    );
  }
  const flag = among(FLAGS, field);
  return flag ? yesOrNo(query, value.at, flag, text) : label(query, value.at, field as LabelField, text);
}

function label(query: string, at: number, field: LabelField, text: string): Leaf {
  const values: readonly string[] = LABELS[field];
  const value = text.toLowerCase();
  if (values.includes(value)) return { type: "label", field, value };
  throw new QueryError(
    query,
    at,
    `“${short(text)}” is no ${field}`,
    `write one of ${values.map((v) => `${field}:${v}`).join(", ")}${field === "review" && value === "rejected" ? "; what was rejected is listed with: hearsay review ARTICLE" : ""}`,
  );
}

function yesOrNo(query: string, at: number, field: Flag, text: string): Leaf {
  const value = text.toLowerCase();
  if (value === "yes" || value === "no") return { type: "flag", field, value: value === "yes" };
  throw new QueryError(query, at, `“${short(text)}” is neither yes nor no`, `write ${field}:yes or ${field}:no`);
}

function unknownField(query: string, at: number, field: string): QueryError {
  const near = FIELDS.find((known) => distance(known, field) <= 2);
  const remedy = near ? `write ${near}:` : `the fields are ${FIELDS.map((known) => `${known}:`).join(" ")}`;
  return new QueryError(
    query,
    at,
    `there is no field “${short(field)}:”`,
    `${remedy}, or put it in quotes to search for the words`,
  );
}

function noValue(query: string, at: number, field: string): QueryError {
  const values: readonly string[] = field in LABELS ? LABELS[field as LabelField] : [];
  const date = field === "since" || field === "until";
  const value = values[0] ?? (date ? "2023-07" : among(FLAGS, field) ? "yes" : "Word");
  const two = values[1] ?? (date ? "2023-08" : among(FLAGS, field) ? "no" : "Other");
  const remedy = `write it right after the colon, as in ${field}:${value} (and ${field}:${value} OR ${field}:${two} for either)`;
  return new QueryError(query, at, `${field}: without a value`, remedy);
}

function among<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null;
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Levenshtein distance, for suggesting the field that was meant; both are short. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
