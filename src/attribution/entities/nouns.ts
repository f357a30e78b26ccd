/** The head noun of a description. */
import { kindOfNoun } from "./tables.ts";

/** Behind these words a description only goes on. */
const FURTHER =
  /\s(?:of|for|at|from|in|with|to|on|who|which|that|whose|by|about|under|near|behind|inside|among|seen|obtained|published|written|released|sent|based|close|familiar|representing|including|involved|working|speaking|told|not|as)\s/i;
/** Quantities that count what comes after them. */
const QUANTITY = /^(?:one|two|three|some|many|most|several|few|both|half|others)$/;

/** Head noun (lower case) of a phrase and whether it is plural: the last of the first run of nouns that the tables know. */
export function nounOf(phrase: string): { noun: string | null; plural: boolean } {
  const cut = ` ${phrase} `.split(FURTHER)[0] as string;
  const words = (
    cut
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? []
  ).map((w) => w.replace(/'s?$/, ""));
  const known = (at: number): string | null => {
    const word = words[at] ?? "";
    const pair = `${word} ${words[at + 1] ?? ""}`;
    return kindOfNoun.has(pair) ? pair : kindOfNoun.has(word) ? word : null;
  };
  for (let i = 0; i < words.length; i++) {
    let noun = known(i);
    if (!noun || (QUANTITY.test(noun) && i + 1 < words.length)) continue;
    // "news site" is one noun: its second word is not looked up once more.
    if (noun.includes(" ")) i++;
    for (let next = known(i + 1); next !== null; next = known(i + 1)) {
      noun = next;
      i += noun.includes(" ") ? 2 : 1;
    }
    return { noun, plural: kindOfNoun.get(noun) === "group" };
  }
  const last = words.at(-1) ?? null;
  return { noun: last, plural: last !== null && /[^s]s$/.test(last) };
}
