/** Names as they are compared across articles. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|the|rev|reverend|gen|general|col|colonel|capt|captain|sgt|lt)$/;
/** What companies put behind their names. */
const LEGAL = /^(?:ltd|limited|plc|inc|incorporated|llc|llp|gmbh|ag|corp|corporation|co|company|sa|nv|ab|oy|asa|as)$/;
/** Words that lend no letter to an acronym. */
const SMALL = /^(?:of|the|and|for|de|in|on|to|a)$/;
/** Fewest words of a house that may go by its letters. */
const FEWEST_LETTERS = 3;

/** An archive says the same names over and over. */
const keys = new Map<string, string>();
const MOST_KEYS = 200_000;

const words = (name: string): string[] =>
  name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/(?<=\p{L})[’']s(?!\p{L})/gu, "")
    .match(WORD)
    ?.map((word) => word.replace(/['’]/g, "")) ?? [];

/**
 * The key that spellings of one name share: accents, case, titles before it, initials inside it and a company's legal form aside.
 * A name of which nothing would be left keeps its words.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = keyOf(name);
  keys.set(name, key);
  return key;
}

function keyOf(name: string): string {
  const all = words(name);
  let from = 0;
  while (from < all.length - 1 && TITLE.test(all[from] as string)) from++;
  let kept = all.slice(from);
  while (kept.length > 1 && LEGAL.test(kept.at(-1) as string)) kept = kept.slice(0, -1);
  const [first, last] = [kept[0], kept.at(-1)];
  // "Maren J. Tollick": the initial says no more than the other two words do.
  if (kept.length > 2 && (first?.length ?? 0) > 1 && (last?.length ?? 0) > 1)
    kept = kept.filter((word, i) => i === 0 || i === kept.length - 1 || word.length > 1);
  return kept.join(" ") || name.trim().toLowerCase();
}

/** The letters that a house of several words may go by ("harbour pilots union" → "hpu"); `null` for fewer than three words. */
export function lettersOf(key: string): string | null {
  const telling = key.split(" ").filter((word) => !SMALL.test(word));
  return telling.length < FEWEST_LETTERS ? null : telling.map((word) => word[0]).join("");
}

/** The shorter keys that a house may go by: its letters, and its first words. */
export function shortKeys(key: string): string[] {
  const all = key.split(" ");
  const heads = all.slice(1).map((_, i) => all.slice(0, i + 1).join(" "));
  const letters = lettersOf(key);
  return letters === null ? heads : [letters, ...heads];
}
