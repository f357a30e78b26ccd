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

const bit = (condition: boolean): number => (condition ? 1 : 0);

/** Features of the mention itself; `before` is how many mentions stand before it. */
export function ownFeatures(m: Described, before: number): number[] {
  const nominal = m.found.form === "nominal";
  return [
    ...PRONOUNS.map((p) => bit(m.pronoun === p)),
    bit(nominal),
    ...DETERMINERS.map((d) => bit(nominal && m.determiner === d)),
    bit(m.number === "plural"),
    bit(m.quoted),
    bit(m.says),
    bit(m.leads),
    ...m.found.kinds,
    Math.log1p(before) / 4,
  ];
}

/** Features of a mention and a candidate, which stands before it or behind. */
export function pairFeatures(m: Described, c: Described, before: boolean, standing: Standing): number[] {
  const { form } = c.found;
  const nominal = m.found.form === "nominal";
  const away = Math.abs(m.sentence - c.sentence);
  const found = DISTANCES.findIndex((bound) => away <= bound);
  const step = found < 0 ? DISTANCES.length : found;
  const steps = [0, 1, 2, 3, 4, 5];
  const inTheirs = (word: string): boolean => c.modifiers.has(word) || c.head === word || c.words.includes(word);
  const sameHead = nominal && c.head === m.head;
  return [
    0,
    bit(form === "name"),
    bit(form === "nominal"),
    bit(form === "pronoun"),
    bit(form === "pronoun" && c.pronoun === m.pronoun),
    bit(form === "pronoun" && c.pronoun !== m.pronoun),
    bit(before),
    ...steps.map((i) => bit(before && step === i)),
    ...steps.map((i) => bit(!before && step === i)),
    Math.log1p(Math.abs(m.found.start - c.found.start)) / 5,
    bit(m.stretch === c.stretch),
    bit(Math.abs(m.stretch - c.stretch) === 1),
    bit(c.leads),
    bit(c.stretch === 0),
    bit(c.quoted),
    bit(c.quoted && m.quoted),
    bit(c.says),
    bit(c.determiner === "the" || c.determiner === "demonstrative"),
    bit(c.determiner === "a"),
    ...c.found.kinds,
    m.found.kinds.reduce((total, p, k) => total + p * (c.found.kinds[k] as number), 0),
    bit(sameHead),
    bit(nominal && inTheirs(m.head)),
    bit(nominal && c.words.length === m.words.length && c.words.every((w, i) => w === m.words[i])),
    bit(nominal && [...m.modifiers].some(inTheirs)),
    bit(sameHead && m.modifiers.size === c.modifiers.size && [...m.modifiers].every((w) => c.modifiers.has(w))),
    bit(nominal && c.around.has(m.head)),
    bit(nominal && (isAcronym(m.head, c.words) || [...m.modifiers].some((w) => isAcronym(w, c.words)))),
    bit(m.gender !== "" && m.gender === c.gender),
    bit(m.gender !== "" && c.gender !== "" && m.gender !== c.gender),
    bit(c.gender !== ""),
    bit(m.number !== c.number),
    Math.log1p(standing.salience) / 3,
    1 / (1 + standing.rank),
    bit(standing.nearest),
    bit(standing.nearestName),
    bit(standing.nearestFit),
  ];
}

const isAcronym = (short: string, words: readonly string[]): boolean =>
  short.length > 1 &&
  short ===
    words
      .filter((w) => !UNSAID_IN_ACRONYMS.has(w))
      .map((w) => w[0])
      .join("");
