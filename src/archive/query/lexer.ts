/** Query text → tokens: parentheses, OR, AND, minus, and terms (a word or quoted words, with or without a field). */
import { QueryError } from "./query-error.ts";

/** A query longer than this (UTF-16 units) is refused unread: nobody types it. */
export const MAX_LENGTH = 4000;

/** `at`: where it begins in the query, in UTF-16 units. */
export type Token =
  | { type: "open" | "close" | "or" | "and" | "not"; at: number }
  | { type: "term"; at: number; field: string | null; value: Value };

export interface Value {
  at: number;
  text: string;
  quoted: boolean;
  /** A star stood at its end. */
  prefix: boolean;
  /** An equals sign stood before it: the whole name. */
  whole: boolean;
}

/** Any of these opens or closes a quotation, for queries are pasted from word processors and from articles. */
export const QUOTES = '"“”„«»';
const MINUS = /[-–−]/;
const SPACE = /[\s\u200b\ufeff]/u;
const FIELD = /[\p{L}_]+:/uy;
const BARE_END = new RegExp(`[\\s\\u200b\\ufeff()${QUOTES}]`, "u");
/** Something that a search can look for. */
export const SEARCHABLE = /[\p{L}\p{N}]/u;
const WORDS: Record<string, "or" | "and" | "not"> = { OR: "or", AND: "and", NOT: "not" };

/** All tokens of the query; throws a `QueryError`. */
export function lex(query: string): Token[] {
  if (query.length > MAX_LENGTH)
    throw new QueryError(query, MAX_LENGTH, "the query is too long", `write at most ${MAX_LENGTH} characters`, false);
  const control = query.search(/[\0-\x08\x0e-\x1f\x7f]/);
  if (control >= 0) throw new QueryError(query, control, "a control character", "leave it out");
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const char = query[at] ?? "";
    if (SPACE.test(char)) at++;
    else if (char === "(" || char === ")") tokens.push({ type: char === "(" ? "open" : "close", at: at++ });
    else if (MINUS.test(char) && !lone(query, at)) tokens.push({ type: "not", at: at++ });
    else at = term(query, at, tokens);
  }
  return tokens;
}

/** A minus that stands before nothing. */
function lone(query: string, at: number): boolean {
  const next = query[at + 1];
  if (next !== undefined && !SPACE.test(next) && next !== ")" && !MINUS.test(next)) return false;
  throw new QueryError(query, at, "a minus with nothing to exclude", "write it right before a word, as in -sports");
}

/** Reads a term that begins at `start`; returns where it ends. */
function term(query: string, start: number, tokens: Token[]): number {
  FIELD.lastIndex = start;
  const name = FIELD.exec(query)?.[0] ?? null;
  const from = start + (name?.length ?? 0);
  const whole = name !== null && query[from] === "=";
  const at = whole ? from + 1 : from;
  const quoted = QUOTES.includes(query[at] ?? " ");
  const { value, end } = quoted ? quotation(query, at) : bare(query, at);
  value.whole = whole;
  const word = name === null && !quoted ? WORDS[value.text] : undefined;
  if (word && !value.prefix) tokens.push({ type: word, at: start });
  else tokens.push({ type: "term", at: start, field: name?.slice(0, -1).toLowerCase() ?? null, value });
  return end;
}

function bare(query: string, at: number): { value: Value; end: number } {
  const length = query.slice(at).search(BARE_END);
  const end = length < 0 ? query.length : at + length;
  const raw = query.slice(at, end);
  const prefix = raw.endsWith("*");
  const text = prefix ? raw.slice(0, -1) : raw;
  const star = text.indexOf("*");
  if (star >= 0)
    throw new QueryError(query, at + star, "a star inside a word", "put it at the end of the word, as in missil*");
  return { value: { at, text, quoted: false, prefix, whole: false }, end };
}

function quotation(query: string, at: number): { value: Value; end: number } {
  let text = "";
  for (let i = at + 1; i < query.length; i++) {
    const char = query[i] ?? "";
    if (char === "\\" && i + 1 < query.length) text += query[++i];
    else if (QUOTES.includes(char)) {
      const value = {
        at,
        text: text.replace(/[\s\u200b\ufeff]+/gu, " ").trim(),
        quoted: true,
        prefix: false,
        whole: false,
      };
      return { value, end: i + 1 };
    } else text += char;
  }
  throw new QueryError(query, at, "a quotation that is not closed", 'add the closing " after its last word');
}
