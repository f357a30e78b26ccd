/** Names, nouns and pronouns from what the head for names says of each word; `training/hearsay_training/names.py` and `mentions.py` do the same. */
import type { Lexicon } from "./vocabulary.ts";
import type { Word } from "./words.ts";

export type Form = "name" | "nominal" | "pronoun";

/** Words `[start, end)` of a name, or the one word that heads another mention. */
export interface Found {
  start: number;
  end: number;
  form: Form;
  /** Probability of each of `Lexicon.kinds`; of a pronoun all 0. */
  kinds: readonly number[];
}

/** What the head says of a word: probabilities. */
export interface Heard {
  /** That it stands in no name. */
  outside: number;
  /** That it begins a name, or goes on with one, of any kind. */
  begins: number;
  inside: number;
  /** That it is of a name of each kind. */
  name: readonly number[];
  /** That it heads no mention but a name. */
  noHead: number;
  /** That it heads a mention of each kind. */
  head: readonly number[];
}

export const OTHER = "other";
const THIRD = new Set(["he", "she", "they", "it"]);

export const bestKind = ({ kinds }: Found): number => kinds.indexOf(Math.max(...kinds));

/** All mentions in order of the text, none overlapping another. */
export function findAll(words: readonly Word[], heard: readonly Heard[], lexicon: Lexicon): Found[] {
  const names = namesIn(words, heard);
  const taken = new Set(names.flatMap(({ start, end }) => range(start, end)));
  const nouns: Found[] = [];
  const pronouns: Found[] = [];
  words.forEach((word, i) => {
    const { noHead, head } = heard[i] as Heard;
    if (!taken.has(i) && noHead < 0.5)
      nouns.push({ start: i, end: i + 1, form: "nominal", kinds: head.map((p) => p / (1 - noHead)) });
    if (isPronoun(word, lexicon)) pronouns.push({ start: i, end: i + 1, form: "pronoun", kinds: head.map(() => 0) });
  });
  const order: readonly Form[] = ["name", "nominal", "pronoun"];
  const all = [...pooled(words, names, lexicon), ...nouns, ...pronouns].sort(
    (a, b) => a.start - b.start || order.indexOf(a.form) - order.indexOf(b.form),
  );
  return all.filter((f, i) => i === 0 || (all[i - 1] as Found).end <= f.start);
}

/** Third-person pronouns, the only ones for which antecedents are sought. */
export const isPronoun = ({ lower, text }: Word, lexicon: Lexicon): boolean =>
  THIRD.has(lexicon.classOf.get(lower) ?? "") && text !== "IT";

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);

/** Runs of words likelier in a name than not; a run ends with its stretch, or where a begin is likelier than an inside. */
function namesIn(words: readonly Word[], heard: readonly Heard[]): Found[] {
  const found: Found[] = [];
  let start = -1;
  const close = (end: number): void => {
    if (start < 0) return;
    const sums = sum(heard.slice(start, end).map((h) => h.name));
    const total = sums.reduce((a, b) => a + b, 0);
    found.push({ start, end, form: "name", kinds: sums.map((s) => s / total) });
    start = -1;
  };
  heard.forEach(({ outside, begins, inside }, i) => {
    const named = outside < 0.5;
    const opens = named && (start < 0 || words[i]?.stretch !== words[i - 1]?.stretch || begins > inside);
    if (!named || opens) close(i);
    if (opens) start = i;
  });
  close(heard.length);
  return found;
}

const sum = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, k) => rows.reduce((total, row) => total + (row[k] as number), 0));

/**
 * Names with their kinds told together: the mean over all names of an article that read the same, one word being taken
 * for the longer name that ends in it; then what the lists say of states and media.
 */
function pooled(words: readonly Word[], names: readonly Found[], lexicon: Lexicon): Found[] {
  const texts = names.map(({ start, end }) => words.slice(start, end).map((w) => w.lower));
  const longer = new Map<string, string>();
  for (const text of [...new Map(texts.map((t) => [t.join(" "), t])).values()].sort(byLengthThenWords))
    if (text.length > 1) longer.set(text.at(-1) as string, text.join(" "));
  const keys = texts.map((t) => (t.length === 1 ? (longer.get(t[0] as string) ?? t.join(" ")) : t.join(" ")));
  const sums = new Map<string, number[]>();
  names.forEach(({ kinds }, i) => {
    const known = sums.get(keys[i] as string);
    sums.set(keys[i] as string, known ? sum([known, kinds]) : [...kinds]);
  });
  return names.map((f, i) => {
    const all = sums.get(keys[i] as string) as number[];
    const total = all.reduce((a, b) => a + b, 0);
    const kinds = all.map((v) => v / total);
    const best = bestKind({ ...f, kinds });
    const listed = lexicon.kinds.indexOf(kindByLists(texts[i] as string[], lexicon.kinds[best] as string, lexicon));
    return { ...f, kinds: listed === best ? kinds : kinds.map((_, k) => (k === listed ? 1 : 0)) };
  });
}

function byLengthThenWords(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((w, i) => w !== b[i]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
}

function kindByLists(text: readonly string[], kind: string, lexicon: Lexicon): string {
  const name = text.join(" ").replace(/^the /, "");
  if ((kind === "organisation" || kind === "place") && lexicon.has("governments", name)) return "place";
  if ((kind === "organisation" || kind === OTHER) && lexicon.has("outlets", name)) return "outlet";
  if (kind === "organisation" && lexicon.has("outlet_words", text.at(-1) as string)) return "outlet";
  return kind;
}
