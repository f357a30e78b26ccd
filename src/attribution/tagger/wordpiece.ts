/**
 * WordPiece of an uncased BERT vocabulary (Wu et al. 2016; Devlin et al. 2019) with offsets into the text, which the
 * published JavaScript tokenizers do not give. Held to `@huggingface/tokenizers` and to Python's reference outputs by tests.
 */
import type { Span } from "../../document.ts";

/** Pieces of one stretch of text; all arrays have the same length. */
export interface Pieces {
  ids: number[];
  /** UTF-16 spans of the whole text. */
  spans: Span[];
  /** 1 for pieces of a word that begins with a capital letter, which the uncased vocabulary loses. */
  capital: number[];
  /** True for the first piece of a word. */
  first: boolean[];
}

const UNKNOWN = "[UNK]";
/** A longer word becomes one unknown piece, as in the original. */
const LONGEST_WORD = 100;

const OTHER = /[\p{C}\uFFFD]/u;
const SPACE = /[\t\n\r\p{White_Space}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B820}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;
const MARK = /\p{Mn}/gu;
const UPPERCASE = /^\p{Uppercase}/u;

/** One word: its normalised characters, and for each the span of the character it came from. */
interface Word {
  chars: string[];
  spans: Span[];
}

export type Vocabulary = ReadonlyMap<string, number>;

/** Reads `vocab.txt`: a piece a line, its id the line's number from 0. */
export function parseVocabulary(text: string): Vocabulary {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return new Map(lines.map((piece, id) => [piece.trimEnd(), id]));
}

/** Pieces of `text.slice(start, end)`; linear in its length. */
export function wordPieces(vocabulary: Vocabulary, text: string, [start, end]: Span): Pieces {
  const pieces: Pieces = { ids: [], spans: [], capital: [], first: [] };
  for (const word of words(text, start, end)) cut(word, vocabulary, text, pieces);
  return pieces;
}

function* words(text: string, start: number, end: number): Generator<Word> {
  let word: Word = { chars: [], spans: [] };
  for (let at = start; at < end; ) {
    const original = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const span: Span = [at, at + original.length];
    at += original.length;
    // Line breaks and tabs are "other" by category, so white space is asked first.
    const space =
      original === "\t" || original === "\n" || original === "\r" || (!OTHER.test(original) && SPACE.test(original));
    if (!space && OTHER.test(original)) continue;
    const alone = !space && (IDEOGRAPH.test(original) || PUNCTUATION.test(original));
    if ((space || alone) && word.chars.length > 0) {
      yield word;
      word = { chars: [], spans: [] };
    }
    if (space) continue;
    for (const char of normalised(original)) {
      word.chars.push(char);
      word.spans.push(span);
    }
    if (alone && word.chars.length > 0) {
      yield word;
      word = { chars: [], spans: [] };
    }
  }
  if (word.chars.length > 0) yield word;
}

const ASCII_LETTER = /^[a-z0-9]$/;

/** Lower case without accents; may be empty (a combining mark) or several characters. */
function normalised(char: string): string {
  if (ASCII_LETTER.test(char)) return char;
  return char.normalize("NFD").replace(MARK, "").toLowerCase();
}

function cut(word: Word, vocabulary: Vocabulary, text: string, out: Pieces): void {
  const { chars, spans } = word;
  const from = (spans[0] as Span)[0];
  const capital = UPPERCASE.test(text.slice(from, from + 2)) ? 1 : 0;
  const add = (id: number, first: number, last: number): void => {
    out.ids.push(id);
    out.spans.push([(spans[first] as Span)[0], (spans[last] as Span)[1]]);
    out.capital.push(capital);
    out.first.push(first === 0);
  };
  const found: [id: number, first: number, last: number][] = [];
  let at = 0;
  while (at < chars.length && chars.length <= LONGEST_WORD) {
    let to = chars.length;
    let id: number | undefined;
    for (; to > at; to--) {
      id = vocabulary.get((at > 0 ? "##" : "") + chars.slice(at, to).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) break;
    found.push([id, at, to - 1]);
    at = to;
  }
  if (at < chars.length) add(vocabulary.get(UNKNOWN) ?? 0, 0, chars.length - 1);
  else for (const [id, first, last] of found) add(id, first, last);
}
