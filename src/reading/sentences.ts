/** Sentences: our own scanner, since the platform's splits after "Gov." and knows nothing of quotation marks. */
import type { Document, Span } from "../document.ts";
import { stretchesOf } from "./parts.ts";

/** ".", "!", "?" or "…", as a code: every sign of a text is asked for. */
const isStop = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;

/** Tells whether a sign of a text is of a kind. ASCII is looked up: a pattern for each sign took most of the time that sentences take. */
function kind(pattern: RegExp): (text: string, at: number) => boolean {
  const ascii = Array.from({ length: 0x80 }, (_, code) => pattern.test(String.fromCharCode(code)));
  return (text, at) => {
    const code = text.charCodeAt(at);
    return code < 0x80 ? (ascii[code] as boolean) : pattern.test(String.fromCodePoint(text.codePointAt(at) ?? 0x20));
  };
}

const isCloser = kind(/[”"’'»)\]›“]/);
const isSpace = kind(/\s/);
const opensSentence = kind(/[\p{Lu}\p{N}“"‘'«„([¿¡—–]/u);
const isAbbreviating = kind(/[\p{L}\p{N}.]/u);
/** Abbreviations after which a sentence goes on, in lower case and without their last stop. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof gen gov sen rep rev hon lt col maj sgt capt cpl adm cmdr st jr sr messrs mt ft no nos vs v " +
    "fig inc ltd co corp bros dept est approx jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri " +
    "e.g i.e cf al op vol pp p ed eds art sec supt insp det con pres pvt ave blvd rd u.s u.k u.n d.c a.m p.m"
  ).split(" "),
);
/** Those that often end a sentence: they do so before a capital that begins a common sentence opener. */
const MAY_END = new Set(["inc", "ltd", "co", "corp", "jr", "sr", "u.s", "u.k", "u.n", "d.c", "a.m", "p.m"]);
const OPENERS =
  /^[“"‘']?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|His|Her|Their|This|That|There|When|If|As|For|After|Before|No|So|Now)\b/;
/** One more than the letters of the longest abbreviation ("messrs", "approx"). */
const LONGEST_ABBREVIATION = 7;

/** Sentences of a document in order; none reaches over a block or piece of furniture. */
export function findSentences(doc: Pick<Document, "text" | "blocks" | "furniture">): Span[] {
  return stretchesOf(doc).flatMap((span) => sentencesOf(doc.text, span));
}

/** Sentences of a block, in order. */
export function sentencesOf(text: string, [start, end]: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  const close = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text, a)) a++;
    while (b > a && isSpace(text, b - 1)) b--;
    if (b > a) found.push([a, b]);
    from = to;
  };
  for (let at = start; at < end; at++) {
    if (!isStop(text.charCodeAt(at))) continue;
    let after = at + 1;
    while (after < end && (isStop(text.charCodeAt(after)) || isCloser(text, after))) after++;
    if (after < end && !isSpace(text, after)) {
      at = after - 1;
      continue;
    }
    let next = after;
    while (next < end && isSpace(text, next)) next++;
    const opens = next >= end || opensSentence(text, next);
    const goes =
      text[at] === "."
        ? goesOn(text, at, start, next, after - at)
        : isAsked(text.slice(at, after), text.slice(next, next + ASKER));
    if (opens && !goes) close(after);
    at = after - 1;
  }
  close(end);
  return found;
}

/** Letters in which whoever asked or cried out is named behind the quotation. */
const ASKER = 70;
const ASKED =
  /^(?:(?:The|An?|His|Her|Their|My|One|Another) \p{L}[\p{L}-]*|He|She|They|We|I|(?:\p{Lu}[\p{L}.’'-]+ ){0,3}\p{Lu}[\p{L}’'-]+) (?:asked|asks|said|says|told|added|wrote|replied|answered|wondered|demanded|cried|shouted|exclaimed|joked|tweeted|insisted)\b/u;

/** “Is it true?” Mara Tamm asked. The mark ends the question, not the sentence. */
const isAsked = (marks: string, next: string): boolean => /[”"’'»]$/.test(marks) && ASKED.test(next);

/** Whether the stop at `at` belongs to an abbreviation or initial and the sentence goes on at `next`. */
function goesOn(text: string, at: number, start: number, next: number, marks: number): boolean {
  if (marks > 1) return false;
  let from = at;
  while (from > start && at - from < LONGEST_ABBREVIATION && isAbbreviating(text, from - 1)) from--;
  if (at - from >= LONGEST_ABBREVIATION) return false;
  const word = text.slice(from, at);
  // "J. Holt", but "Plan B. The board agreed."
  if (/^\p{Lu}$/u.test(word) && word !== "I") return !OPENERS.test(text.slice(next, next + 8));
  const lower = word.toLowerCase();
  if (!ABBREVIATIONS.has(lower) && !/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return false;
  if (lower === "no" || lower === "nos") return /\d/.test(text[next] ?? "");
  return !(MAY_END.has(lower) && OPENERS.test(text.slice(next, next + 8)));
}
