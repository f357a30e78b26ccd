/** Where the words of a query stand in a text: plain pieces, never HTML. */
import type { Words } from "./query.ts";
import { type Token, tokenize } from "./tokens.ts";

export interface Piece {
  text: string;
  /** Whether this piece is what was looked for. */
  hit: boolean;
}

/** Words kept on either side of what was found, in UTF-16 units. */
const AROUND = 90;
/** Fragments shown of a long text. */
const MOST = 3;

/**
 * The passages of `text` that hold the words, each a list of pieces; pieces cut from a longer text begin or end with
 * “…”. A text in which nothing is found gives its beginning. `whole`: one fragment, nothing left out.
 */
export function highlight(text: string, words: Words[], whole = false): Piece[][] {
  const hits = findWords(tokenize(text), words);
  if (whole) return [pieces(text, 0, text.length, hits)];
  if (hits.length === 0) return [pieces(text, 0, edge(text, 2 * AROUND, 1), [])];
  const fragments: [number, number][] = [];
  for (const [start, end] of hits) {
    const from = edge(text, start - AROUND, 1);
    const last = fragments.at(-1);
    if (last && from <= last[1]) last[1] = edge(text, end + AROUND, -1);
    else if (fragments.length < MOST) fragments.push([from, edge(text, end + AROUND, -1)]);
    else break;
  }
  return fragments.map(([from, to]) => pieces(text, from, to, hits));
}

/** The spans of all places where any of the words stands, in order, joined where they overlap or touch. */
function findWords(tokens: Token[], words: Words[]): [number, number][] {
  const wanted = words.map((each) => ({ parts: tokenize(each.text).map((token) => token.word), prefix: each.prefix }));
  const spans: [number, number][] = [];
  for (const [i, token] of tokens.entries()) {
    let length = 0;
    for (const { parts, prefix } of wanted)
      if (parts.length > length && standsAt(tokens, i, parts, prefix)) length = parts.length;
    const end = tokens[i + length - 1]?.span[1];
    const last = spans.at(-1);
    if (length === 0 || end === undefined) continue;
    if (last && token.span[0] < last[1]) last[1] = Math.max(last[1], end);
    else spans.push([token.span[0], end]);
  }
  return spans;
}

function standsAt(tokens: Token[], at: number, parts: string[], prefix: boolean): boolean {
  return parts.every((part, k) => {
    const word = tokens[at + k]?.word;
    return word === part || (prefix && k === parts.length - 1 && word?.startsWith(part) === true);
  });
}

/** A place near `at` that cuts no word: the next space in the given direction, at most 20 units away. */
function edge(text: string, at: number, direction: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  for (let i = 0; i < 20; i++) {
    const here = at + i * direction;
    if (/\s/.test(text[here] ?? " ")) return direction === 1 ? Math.min(here + 1, text.length) : Math.max(here, 0);
  }
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at;
}

function pieces(text: string, from: number, to: number, hits: [number, number][]): Piece[] {
  const list: Piece[] = [];
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) list.push({ text: text.slice(start, end), hit });
  };
  let at = from;
  if (from > 0) list.push({ text: "…", hit: false });
  for (const [start, end] of hits) {
    if (start < from || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  if (to < text.length) list.push({ text: "…", hit: false });
  return list;
}
