/**
 * Words of a content as the trace compares them: case, curly marks, ellipses, dashes and brackets aside, contractions
 * written out, number words as numbers. Every word keeps the place it came from.
 */
import type { Span } from "../../document.ts";
import { FUNCTION, NEGATORS } from "./classes.ts";
import { joinNumbers } from "./numbers.ts";
import { BRACKET, CAPITAL, SIGN, STOP, tokensIn } from "./tokens.ts";
import type { Word } from "./word.ts";

const SHORT: ReadonlyMap<string, string> = new Map([
  ["wo", "will"],
  ["ca", "can"],
  ["sha", "shall"],
]);
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["re", "are"],
  ["ve", "have"],
  ["ll", "will"],
  ["m", "am"],
  ["d", "would"],
]);
const IS_BEFORE = /^(?:it|he|she|that|there|what|who|here|where|how)$/;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["%", "percent"],
  ["$", "dollar"],
  ["€", "euro"],
  ["£", "pound"],
]);

/**
 * Words of the pieces of a content, in order. `names` holds lower-case words that the article writes as names elsewhere:
 * by them a word at the head of a sentence, where everything is capitalised, is told to be a name.
 */
export function wordsOf(text: string, pieces: readonly Span[], names: Names = new Set<string>()): Word[] {
  const words: Word[] = [];
  for (const [from, end] of pieces) {
    let inserted = false;
    let head = true;
    // A piece after an interruption begins a sentence when it begins large.
    let start = words.length === 0 || /^\W*(?!I\b)\p{Lu}/u.test(text.slice(from, from + 4));
    const tokens = tokensIn(text, from, end);
    for (let t = 0; t < tokens.length; t += 3) {
      const [kind, at, to] = [tokens[t], tokens[t + 1] as number, tokens[t + 2] as number];
      const raw = text.slice(at, to);
      if (kind === BRACKET) inserted = raw === "[";
      else if (kind === STOP) {
        head = true;
        // Three stops leave words out; they do not end the sentence.
        if (/^[.!?]{1,2}$/.test(raw)) start = true;
      } else {
        const lower = lowerOf(raw);
        const capital = kind === CAPITAL && lower !== "i" && !lower.startsWith("i'");
        const name = capital && (!head || names.has(withoutGenitive(lower)) || /^\p{Lu}{2,}$/u.test(raw));
        // The month, not the verb.
        const month = lower === "may" && capital && !head;
        const span: Span = [at, to];
        for (const form of kind === SIGN ? [SIGNS.get(raw) as string] : month ? ["may_month"] : writtenOut(lower)) {
          append(words, { form, span, name, head: capital && !name, start, inserted });
          start = false;
        }
        head = false;
      }
    }
  }
  return joinNumbers(words);
}

const CURLY = /[’‘ʼ]/;

function lowerOf(raw: string): string {
  const lower = raw.toLowerCase();
  return CURLY.test(lower) ? lower.replace(/[’‘ʼ]/g, "'") : lower;
}

const withoutGenitive = (lower: string): string => (lower.endsWith("'s") ? lower.slice(0, -2) : lower);

/** "didn't" → did not; "terminal's" → terminal; "we'll" → we will. */
function writtenOut(lower: string): string[] {
  if (!lower.includes("'")) return lower === "cannot" ? ["can", "not"] : [lower];
  if (lower === "let's") return ["let", "us"];
  const not = /^(\p{L}+)n't$/u.exec(lower)?.[1];
  if (not) return [SHORT.get(not) ?? not, "not"];
  const at = lower.indexOf("'");
  const [head, tail] = [lower.slice(0, at), lower.slice(at + 1)];
  if (tail === "s") return IS_BEFORE.test(head) ? [head, "is"] : [head];
  const ending = ENDINGS.get(tail);
  return ending ? [head, ending] : [lower.replaceAll("'", "")];
}

/** Two words that are one: the first → the second → both. */
const PAIRS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["no", new Map([["one", "no_one"]])],
  ["have", new Map([["to", "have_to"]])],
  ["has", new Map([["to", "has_to"]])],
  ["had", new Map([["to", "had_to"]])],
  ["per", new Map([["cent", "percent"]])],
  ["as", new Map([["long", "as_long"]])],
  ["so", new Map([["long", "so_long"]])],
  [
    "e",
    new Map([
      ["mail", "email"],
      ["mails", "emails"],
    ]),
  ],
]);

/** Adds a word, or joins it to the one before. */
function append(words: Word[], word: Word): void {
  const last = words.at(-1);
  const pair = last && PAIRS.get(last.form)?.get(word.form);
  if (pair) words[words.length - 1] = { ...last, form: pair, span: [last.span[0], word.span[1]] };
  else words.push(word);
}

/** Lower-case words that are written as names. */
export type Names = Pick<ReadonlySet<string>, "has">;

/**
 * Words that a text capitalises in the middle of a sentence, or before another capital, and never writes small. Each is looked for
 * when it is first asked for, which few of a text's words ever are.
 */
export function namesIn(text: string): Names {
  const known = new Map<string, boolean>();
  let occurrences: Occurrences | null = null;
  return {
    has(word) {
      let answer = known.get(word);
      if (answer === undefined) {
        if (isWrittenSmall(text, word)) answer = false;
        else {
          occurrences ??= occurrencesIn(text);
          answer = isName(text, occurrences(word));
        }
        known.set(word, answer);
      }
      return answer;
    },
  };
}

function isName(text: string, occurrences: Iterable<Span>): boolean {
  let name = false;
  for (const [start, end] of occurrences) {
    const written = text.slice(start, end);
    if (/^\p{Ll}/u.test(written)) return false;
    if (name || !/^\p{Lu}/u.test(written)) continue;
    const word = written.toLowerCase();
    name =
      IN_SENTENCE.test(text.slice(Math.max(0, start - 2), start)) ||
      (/^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) && !FUNCTION.has(word) && !NEGATORS.has(word));
  }
  return name;
}

/** Whether a text has a word in small letters, as it has most of those that are asked for. */
function isWrittenSmall(text: string, word: string): boolean {
  if (!/^[a-z]{2,}$/.test(word)) return false;
  const alone = (at: number): boolean => !/[\p{L}\p{M}\p{Cs}]/u.test(text[at] ?? "");
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (alone(at - 1) && alone(at + word.length)) return true;
  return false;
}

/** Where a word of two letters or more stands in a text, by whatever capitals. */
type Occurrences = (word: string) => Iterable<Span>;

/** A word of two letters or more. */
const LETTERS = /(?<!\p{L})\p{L}[\p{L}\p{M}]+/gu;
/** A text in which a word in small letters is found sign by sign: without accents apart, rare scripts, the Greek sigma. */
const USUAL = /^[\0-\u02ff\u2000-\u206f]*$/;
/** What stands before a word that does not begin a sentence. */
const IN_SENTENCE = /[\p{Ll}\p{N},;’'”)] $/u;

function occurrencesIn(text: string): Occurrences {
  const small = text.toLowerCase();
  return small.length === text.length && USUAL.test(text)
    ? (word) => (/^\p{L}{2,}$/u.test(word) ? found(small, word) : [])
    : (word) => matched(text, word);
}

function* found(small: string, word: string): Generator<Span> {
  for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!isLetter(small, at - 1) && !isLetter(small, end)) yield [at, end];
  }
}

function* matched(text: string, word: string): Generator<Span> {
  for (const { 0: written, index } of text.matchAll(LETTERS))
    if (written.toLowerCase() === word) yield [index, index + written.length];
}

const isLetter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && /\p{L}/u.test(text[at] as string);
