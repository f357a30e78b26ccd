/** Number words as numbers: "two million" and "2,000,000" are one, "forty-one" is 41. */
import type { Word } from "./word.ts";

const UNITS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .trim()
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["dozen", 12],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** Value of digits with thousands marks ("40,000", "4.1"); `null` when it is no number. */
function digits(form: string): number | null {
  if (!/^\d/.test(form)) return null;
  const value = Number(form.replace(/,(?=\d{3}(?:\D|$))/g, "").replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** Replaces each run of number words by one word; "one" alone stays a word, since it mostly counts nothing. */
export function joinNumbers(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at] as Word;
    const run = mayBegin(first.form) ? readNumber(words, at) : null;
    if (run) {
      const last = words[run.to - 1] as Word;
      out.push({
        form: `#${run.value}`,
        span: [first.span[0], last.span[1]],
        name: false,
        head: false,
        start: first.start,
        inserted: first.inserted,
      });
      at = run.to;
    } else {
      out.push(first);
      at++;
    }
  }
  return out;
}

/** Whether a run of number words may begin so: most words do not. */
const mayBegin = (form: string): boolean => isDigit(form.charCodeAt(0)) || isSmall(form);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function readNumber(words: readonly Word[], from: number): { value: number; to: number } | null {
  const form = (at: number): string => words[at]?.form ?? "";
  let total = 0;
  let current: number | null = null;
  // Digits take a scale ("40 million") but no further words ("in 2000 five boats").
  const inDigits = digits(form(from)) !== null;
  let to = from;
  for (; to < words.length; to++) {
    const word = form(to);
    const number = digits(word);
    const unit = UNITS.get(word);
    const ten = TENS.get(word);
    const scale = SCALES.get(word);
    if (number !== null && current === null) current = number;
    else if (!inDigits && ten !== undefined && (current === null || current % 100 === 0))
      current = (current ?? 0) + ten;
    else if (!inDigits && unit !== undefined && fits(current, unit)) current = (current ?? 0) + unit;
    else if (scale !== undefined && current !== null) {
      if (scale < 1000) current *= scale;
      else {
        total += current * scale;
        current = 0;
      }
    } else if (!(word === "and" && to > from && /hundred|thousand/.test(form(to - 1)) && isSmall(form(to + 1)))) break;
  }
  if (current === null) return null;
  if (to === from + 1 && form(from) === "one") return null;
  return { value: total + current, to };
}

const isSmall = (word: string): boolean => UNITS.has(word) || TENS.has(word);
const fits = (current: number | null, unit: number): boolean =>
  current === null || current % 100 === 0 || (unit < 10 && current % 10 === 0 && current % 100 >= 20);
