/**
 * Words of a content as the trace compares them: case, curly marks, ellipses, dashes and brackets aside, contractions
 * written out, number words as numbers. Every word keeps the place it came from.
 */
import type { Span } from "../../document.ts";
import { FUNCTION, NEGATORS } from "./classes.ts";
import { joinNumbers } from "./numbers.ts";
import type { Word } from "./word.ts";

const TOKEN = /[[\]]|[.!?:;]+|[%$€£]|\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’‘ʼ][\p{L}\p{M}]+)*/gu;
const SHORT: Readonly<Record<string, string>> = { wo: "will", ca: "can", sha: "shall" };
const ENDINGS: Readonly<Record<string, string>> = { re: "are", ve: "have", ll: "will", m: "am", d: "would" };
const IS_BEFORE = /^(?:it|he|she|that|there|what|who|here|where|how)$/;
const SIGNS: Readonly<Record<string, string>> = { "%": "percent", $: "dollar", "€": "euro", "£": "pound" };

/**
 * Words of the pieces of a content, in order. `names` holds lower-case words that the article writes as names elsewhere:
 * by them a word at the head of a sentence, where everything is capitalised, is told to be a name.
 */
export function wordsOf(text: string, pieces: readonly Span[], names: ReadonlySet<string> = new Set()): Word[] {
  const words: Word[] = [];
  for (const [from, end] of pieces) {
    let inserted = false;
    let head = true;
    // A piece after an interruption begins a sentence when it begins large.
    let start = words.length === 0 || /^\W*(?!I\b)\p{Lu}/u.test(text.slice(from, from + 4));
    for (const match of text.slice(from, end).matchAll(TOKEN)) {
      const raw = match[0];
      if (raw === "[" || raw === "]") inserted = raw === "[";
      else if (/^[.!?:;]/.test(raw)) {
        head = true;
        // Three stops leave words out; they do not end the sentence.
        if (/^[.!?]{1,2}$/.test(raw)) start = true;
      } else {
        const span: Span = [from + match.index, from + match.index + raw.length];
        const sign = SIGNS[raw];
        const lower = raw.toLowerCase().replace(/[’‘ʼ]/g, "'");
        const capital = /^\p{Lu}/u.test(raw) && lower !== "i" && !lower.startsWith("i'");
        const name = capital && (!head || names.has(lower.replace(/'s$/, "")) || /^\p{Lu}{2,}$/u.test(raw));
        // The month, not the verb.
        const month = lower === "may" && capital && !head;
        for (const form of sign ? [sign] : month ? ["may_month"] : writtenOut(lower)) {
          words.push({ form, span, name, head: capital && !name, start, inserted });
          start = false;
        }
        head = false;
      }
    }
  }
  return joinNumbers(joinPairs(words));
}

/** "didn't" → did not; "terminal's" → terminal; "we'll" → we will. */
function writtenOut(lower: string): string[] {
  if (lower === "cannot") return ["can", "not"];
  if (lower === "let's") return ["let", "us"];
  const not = /^(\p{L}+)n't$/u.exec(lower)?.[1];
  if (not) return [SHORT[not] ?? not, "not"];
  const at = lower.indexOf("'");
  if (at < 0) return [lower];
  const [head, tail] = [lower.slice(0, at), lower.slice(at + 1)];
  if (tail === "s") return IS_BEFORE.test(head) ? [head, "is"] : [head];
  const ending = ENDINGS[tail];
  return ending ? [head, ending] : [lower.replaceAll("'", "")];
}

const PAIRS: Readonly<Record<string, string>> = {
  "no one": "no_one",
  "have to": "have_to",
  "has to": "has_to",
  "had to": "had_to",
  "per cent": "percent",
  "as long": "as_long",
  "so long": "so_long",
  "e mail": "email",
  "e mails": "emails",
};

function joinPairs(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pair = last && PAIRS[`${last.form} ${word.form}`];
    if (pair) joined[joined.length - 1] = { ...last, form: pair, span: [last.span[0], word.span[1]] };
    else joined.push(word);
  }
  return joined;
}

/** Lower-case words that a text capitalises in the middle of a sentence, or before another capital, and never writes small. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { 0: written, index } of text.matchAll(LETTERS)) {
    const word = written.toLowerCase();
    if (/^\p{Ll}/u.test(written)) small.add(word);
    else if (!/^\p{Lu}/u.test(written) || names.has(word)) continue;
    else if (IN_SENTENCE.test(text.slice(Math.max(0, index - 2), index))) names.add(word);
    else if (
      /^ \p{Lu}\p{Ll}/u.test(text.slice(index + written.length, index + written.length + 3)) &&
      !FUNCTION.has(word) &&
      !NEGATORS.has(word)
    )
      names.add(word);
  }
  for (const word of small) names.delete(word);
  return names;
}

/** A word of two letters or more. */
const LETTERS = /(?<!\p{L})\p{L}[\p{L}\p{M}]+/gu;
/** What stands before a word that does not begin a sentence. */
const IN_SENTENCE = /[\p{Ll}\p{N},;’'”)] $/u;
