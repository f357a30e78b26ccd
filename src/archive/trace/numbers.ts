/** Number words as numbers: "two million" and "2,000,000" are one, "forty-one" is 41. */
import type { Word } from "./word.ts";

const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .trim()
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]),
);
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const own = (table: Readonly<Record<string, number>>, form: string): number | undefined =>
  Object.hasOwn(table, form) ? table[form] : undefined;

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
    const run = readNumber(words, at);
    const first = words[at] as Word;
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
    const unit = own(UNITS, word);
    const ten = own(TENS, word);
    const scale = own(SCALES, word);
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

const isSmall = (word: string): boolean => own(UNITS, word) !== undefined || own(TENS, word) !== undefined;
const fits = (current: number | null, unit: number): boolean =>
  current === null || current % 100 === 0 || (unit < 10 && current % 10 === 0 && current % 100 >= 20);
