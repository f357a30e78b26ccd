/** Mentions as the scorer of antecedents sees them: words, spelling and lists; `training/hearsay_training/mentions.py` does the same. */
import { bestKind, type Found } from "./found.ts";
import type { Lexicon } from "./vocabulary.ts";
import type { Word } from "./words.ts";

export interface Described {
  found: Found;
  words: readonly string[];
  kind: string;
  /** The last word, of a noun without its plural s. */
  head: string;
  /** Words between determiner and head; of a name its words but the last. */
  modifiers: ReadonlySet<string>;
  /** Words near a name within its sentence. */
  around: ReadonlySet<string>;
  determiner: string;
  /** Class of a pronoun ("he", "they"); else "". */
  pronoun: string;
  /** "he", "she" or "" when not told. */
  gender: string;
  number: "singular" | "plural";
  quoted: boolean;
  /** A verb of saying stands beside it. */
  says: boolean;
  sentence: number;
  stretch: number;
  /** The first mention of its sentence. */
  leads: boolean;
}

const EMPTY: ReadonlySet<string> = new Set();
/** Words looked at before a noun for its determiner, and around a name. */
const PHRASE = 5;
const NEAR_BEFORE = 8;
const NEAR_AFTER = 12;
/** Words passed over between a mention and its verb. */
const GAP = 3;
const SAYS_BEFORE = new Set(["said", "says", "added"]);
const LETTERS = /^\p{L}+$/u;
const IN_PHRASE = /^(?:\p{L}+|[-'’])$/u;

/** Each mention with its features, in order; names of the same last word share a gender. */
export function describeAll(words: readonly Word[], found: readonly Found[], lexicon: Lexicon): Described[] {
  const inside = quotedWords(words);
  const seen = new Set<number>();
  const described = found.map((f) => {
    const first = words[f.start] as Word;
    const own = words.slice(f.start, f.end).map((w) => w.lower);
    const pronoun = f.form === "pronoun" ? (lexicon.classOf.get(own[0] as string) ?? "") : "";
    const phrase = f.form === "nominal" ? nounPhrase(words, f, lexicon) : { determiner: "none", modifiers: EMPTY };
    const last = own.at(-1) as string;
    const kind = lexicon.kinds[bestKind(f)] as string;
    const leads = !seen.has(first.sentence);
    seen.add(first.sentence);
    return {
      found: f,
      words: own,
      kind,
      head: f.form === "nominal" ? singular(last) : last,
      modifiers: f.form === "name" ? new Set(own.slice(0, -1)) : phrase.modifiers,
      around: f.form === "name" ? wordsAround(words, f) : EMPTY,
      determiner: phrase.determiner,
      pronoun,
      gender: genderOf(words, f, pronoun, lexicon),
      number: numberOf(f, kind, pronoun, last, lexicon),
      quoted: inside[f.start] as boolean,
      says: says(words, f, lexicon),
      sentence: first.sentence,
      stretch: first.stretch,
      leads,
    };
  });
  return shareGenders(described);
}

/** A noun without its plural ending, as far as spelling tells. */
export function singular(word: string): string {
  if (word.endsWith("men") && word.length > 4) return `${word.slice(0, -2)}an`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** Whether each word stands between double quotation marks; the end of its stretch closes what is open. */
function quotedWords(words: readonly Word[]): boolean[] {
  let open = false;
  return words.map(({ text, stretch }, i) => {
    if (i > 0 && stretch !== words[i - 1]?.stretch) open = false;
    if (text === '"') open = !open;
    else if (text === "“") open = true;
    else if (text === "”") open = false;
    return open;
  });
}

/** A verb of saying right after the mention (auxiliaries passed over) or right before it, or "according to". */
function says(words: readonly Word[], { start, end }: Found, lexicon: Lexicon): boolean {
  const stretch = words[start]?.stretch;
  const lower = (i: number): string | null => (words[i]?.stretch === stretch ? (words[i] as Word).lower : null);
  let i = end;
  while (lexicon.passed.has(lower(i) ?? "") && i < end + GAP) i++;
  if (lexicon.speech.has(lower(i) ?? "")) return true;
  i = start - 1;
  for (let word = lower(i); word !== null && i >= start - GAP; word = lower(--i))
    if (lexicon.stops.has(word) || lexicon.speech.has(word) || !LETTERS.test(word)) break;
  const before = lower(i) ?? "";
  return SAYS_BEFORE.has(before) || (before === "to" && words[i - 1]?.lower === "according");
}

function nounPhrase(
  words: readonly Word[],
  { start }: Found,
  lexicon: Lexicon,
): { determiner: string; modifiers: ReadonlySet<string> } {
  const modifiers = new Set<string>();
  for (let i = start - 1; i >= Math.max(0, start - PHRASE); i--) {
    const { lower, sentence } = words[i] as Word;
    if (sentence !== words[start]?.sentence || !IN_PHRASE.test(lower)) break;
    const determiner = lexicon.determiners.get(lower);
    if (determiner) return { determiner, modifiers };
    if (lexicon.stops.has(lower) || lexicon.speech.has(lower)) break;
    if (LETTERS.test(lower)) modifiers.add(lower);
  }
  return { determiner: "none", modifiers };
}

function wordsAround(words: readonly Word[], { start, end }: Found): ReadonlySet<string> {
  const around = new Set<string>();
  const sentence = words[start]?.sentence;
  for (let i = start - NEAR_BEFORE; i < end + NEAR_AFTER; i++) {
    if (i >= start && i < end) continue;
    const word = words[i];
    if (word && word.sentence === sentence) around.add(singular(word.lower));
  }
  return around;
}

function genderOf(words: readonly Word[], { start, end, form }: Found, pronoun: string, lexicon: Lexicon): string {
  if (form === "pronoun") return pronoun === "he" || pronoun === "she" ? pronoun : "";
  const told = (word: string): string =>
    lexicon.has("masculine", word) ? "he" : lexicon.has("feminine", word) ? "she" : "";
  if (form === "nominal") return told((words[end - 1] as Word).lower);
  for (const i of [start - 1, start - 2, start]) {
    const gender = told(words[i]?.lower ?? "");
    if (gender) return gender;
  }
  if (end - start < 2) return "";
  const given = (words[start] as Word).lower;
  const [male, female] = [lexicon.has("male_names", given), lexicon.has("female_names", given)];
  return male === female ? "" : male ? "he" : "she";
}

function numberOf({ form }: Found, kind: string, pronoun: string, last: string, lexicon: Lexicon): Described["number"] {
  if (form === "pronoun") return pronoun === "they" ? "plural" : "singular";
  if (kind === "group") return "plural";
  if (form === "name") return "singular";
  return lexicon.has("group_nouns", last) || singular(last) !== last ? "plural" : "singular";
}

/** "Holt" is a she where "Ms Holt" stands elsewhere, and nobody of the name is a he. */
function shareGenders(mentions: readonly Described[]): Described[] {
  const told = new Map<string, Set<string>>();
  for (const m of mentions)
    if (m.found.form === "name" && m.gender) told.set(m.head, (told.get(m.head) ?? new Set()).add(m.gender));
  return mentions.map((m) => {
    const genders = m.found.form === "name" && !m.gender && m.words.length === 1 ? told.get(m.head) : undefined;
    return genders?.size === 1 ? { ...m, gender: [...genders][0] as string } : m;
  });
}
