/** What the scorer of antecedents is told of a mention and of a pair; the order of `training/hearsay_training/antecedents.py`. */
import type { Described } from "./described.ts";

const PRONOUNS = ["he", "she", "they", "it"];
const DETERMINERS = ["the", "a", "possessive", "demonstrative", "none"];
/** Upper bounds of the classes of distance in sentences; a sixth is beyond. */
const DISTANCES = [0, 1, 2, 4, 9];
const OWN = 21;
const PAIR = 52;
/** Numbers in a row. */
export const FEATURES = OWN + PAIR;
const UNSAID_IN_ACRONYMS = new Set(["of", "the", "and", "for", "-"]);

/** Where a candidate stands among the others on its side of the mention. */
export interface Standing {
  /** How many that fit stand between. */
  rank: number;
  nearest: boolean;
  nearestName: boolean;
  nearestFit: boolean;
  /** How many names of the article end in its last word. */
  salience: number;
}

/** Writes one number after the other into a row. */
type Put = (value: number | boolean) => void;

function rowAt(rows: Float32Array, base: number): Put {
  let at = base;
  return (value) => {
    rows[at++] = Number(value);
  };
}

/** Features of the mention itself, from `base` on; `before` is how many mentions stand before it. */
export function putOwn(rows: Float32Array, base: number, m: Described, before: number): void {
  const put = rowAt(rows, base);
  const nominal = m.found.form === "nominal";
  for (const p of PRONOUNS) put(m.pronoun === p);
  put(nominal);
  for (const d of DETERMINERS) put(nominal && m.determiner === d);
  put(m.number === "plural");
  put(m.quoted);
  put(m.says);
  put(m.leads);
  for (const p of m.found.kinds) put(p);
  put(Math.log1p(before) / 4);
}

/** Features of a mention and "nobody", behind those of its own. */
export function putNobody(rows: Float32Array, base: number): void {
  rows[base + OWN] = 1;
}

/** Features of a mention and a candidate, which stands before it or behind; after those of its own, from `base` of the row on. */
export function putPair(
  rows: Float32Array,
  base: number,
  m: Described,
  c: Described,
  before: boolean,
  standing: Standing,
): void {
  const put = rowAt(rows, base + OWN);
  const { form } = c.found;
  const nominal = m.found.form === "nominal";
  const away = Math.abs(m.sentence - c.sentence);
  const found = DISTANCES.findIndex((bound) => away <= bound);
  const step = found < 0 ? DISTANCES.length : found;
  const inTheirs = (word: string): boolean => c.modifiers.has(word) || c.head === word || c.words.includes(word);
  const sameHead = nominal && c.head === m.head;
  put(0);
  put(form === "name");
  put(form === "nominal");
  put(form === "pronoun");
  put(form === "pronoun" && c.pronoun === m.pronoun);
  put(form === "pronoun" && c.pronoun !== m.pronoun);
  put(before);
  for (let i = 0; i <= DISTANCES.length; i++) put(before && step === i);
  for (let i = 0; i <= DISTANCES.length; i++) put(!before && step === i);
  put(Math.log1p(Math.abs(m.found.start - c.found.start)) / 5);
  put(m.stretch === c.stretch);
  put(Math.abs(m.stretch - c.stretch) === 1);
  put(c.leads);
  put(c.stretch === 0);
  put(c.quoted);
  put(c.quoted && m.quoted);
  put(c.says);
  put(c.determiner === "the" || c.determiner === "demonstrative");
  put(c.determiner === "a");
  for (const p of c.found.kinds) put(p);
  put(m.found.kinds.reduce((total, p, k) => total + p * (c.found.kinds[k] as number), 0));
  put(sameHead);
  put(nominal && inTheirs(m.head));
  put(nominal && c.words.length === m.words.length && c.words.every((w, i) => w === m.words[i]));
  put(nominal && [...m.modifiers].some(inTheirs));
  put(sameHead && m.modifiers.size === c.modifiers.size && [...m.modifiers].every((w) => c.modifiers.has(w)));
  put(nominal && c.around.has(m.head));
  put(nominal && (isAcronym(m.head, c.words) || [...m.modifiers].some((w) => isAcronym(w, c.words))));
  put(m.gender !== "" && m.gender === c.gender);
  put(m.gender !== "" && c.gender !== "" && m.gender !== c.gender);
  put(c.gender !== "");
  put(m.number !== c.number);
  put(Math.log1p(standing.salience) / 3);
  put(1 / (1 + standing.rank));
  put(standing.nearest);
  put(standing.nearestName);
  put(standing.nearestFit);
}

const isAcronym = (short: string, words: readonly string[]): boolean =>
  short.length > 1 &&
  short ===
    words
      .filter((w) => !UNSAID_IN_ACRONYMS.has(w))
      .map((w) => w[0])
      .join("");
