/**
 * Words of an article with what the heads see of their spelling; `training/hearsay_training/words.py` does the same. A
 * word is what WordPiece makes one of: letters and digits without punctuation, or one punctuation mark.
 */
import type { Span } from "../../../document.ts";
import type { Lexicon } from "./vocabulary.ts";

export interface Word {
  text: string;
  lower: string;
  span: Span;
  /** Number of the stretch it stands in, from 0; no word of another stretch is near it. */
  stretch: number;
  /** Number of its sentence in the article, from 0. */
  sentence: number;
  /** 1 lower case, 2 capitalised, 3 all capitals, 4 digits, 5 punctuation, 6 capitals inside, 7 capitalised at the start of a sentence, 8 in a line in capitals. */
  shape: number;
  /** `Lexicon.listOf` of it. */
  listed: number;
}

const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
const BEGINS_CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^[^\p{Ll}]*$/u;
const LONG_WORD = /\p{L}{4,}/gu;
/** A line is in capitals when so large a share of its long words begins with one. */
const IN_CAPITALS = 0.7;
const FEWEST_LONG_WORDS = 3;
const OPENING = new Set(['"', "“", "‘", "'"]);
const CLOSING = new Set(['"', "”", "’", "'", ")", "]"]);
const END = new Set([".", "!", "?"]);

/** Words of one stretch from the spans of its pieces; `sentence` is the number of its first sentence. */
export function wordsOf(
  text: string,
  pieces: { spans: readonly Span[]; first: readonly boolean[] },
  place: { stretch: number; sentence: number },
  lexicon: Lexicon,
): Word[] {
  const { spans, first } = pieces;
  const words: Word[] = [];
  if (spans.length === 0) return words;
  const inCapitals = isInCapitals(text.slice((spans[0] as Span)[0], (spans.at(-1) as Span)[1]));
  let { sentence } = place;
  let before: string[] = [];
  for (let i = 0; i < spans.length; ) {
    let end = i + 1;
    while (end < spans.length && !first[end]) end++;
    const span: Span = [(spans[i] as Span)[0], (spans[end - 1] as Span)[1]];
    const word = text.slice(...span);
    let opens = before.length === 0;
    if (!opens && ended(before, lexicon) && (BEGINS_CAPITAL.test(word) || OPENING.has(word))) {
      sentence++;
      opens = true;
    }
    const afterMark = before.length === 1 && OPENING.has(before[0] as string);
    const lower = word.toLowerCase();
    words.push({
      text: word,
      lower,
      span,
      stretch: place.stretch,
      sentence,
      shape: shapeOf(word, opens || afterMark, inCapitals),
      listed: lexicon.listOf(lower),
    });
    if (opens) before = [];
    before.push(word);
    i = end;
  }
  return words;
}

function shapeOf(word: string, opens: boolean, inCapitals: boolean): number {
  if (DIGIT.test(word)) return 4;
  if (!LETTER.test(word)) return 5;
  if (BEGINS_CAPITAL.test(word)) {
    if (word.length > 1 && ALL_CAPITALS.test(word)) return 3;
    return opens ? 7 : inCapitals ? 8 : 2;
  }
  return CAPITAL.test(word) ? 6 : 1;
}

function isInCapitals(line: string): boolean {
  const long = line.match(LONG_WORD) ?? [];
  return (
    long.length >= FEWEST_LONG_WORDS &&
    long.filter((w) => CAPITAL.test(w[0] as string)).length >= IN_CAPITALS * long.length
  );
}

/** Whether the words so far end a sentence: a mark that does, unless an initial or a title stands before the stop. */
function ended(before: readonly string[], lexicon: Lexicon): boolean {
  let i = before.length - 1;
  while (i > 0 && CLOSING.has(before[i] as string)) i--;
  const mark = before[i] as string;
  if (!END.has(mark) || i === 0) return false;
  const previous = before[i - 1] as string;
  return mark !== "." || (previous.length > 1 && !lexicon.has("titles", previous.toLowerCase()));
}
