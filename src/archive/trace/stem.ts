/** Stems: a light stemmer with the irregular verbs of the cue lexicon, so that "had been serviced" meets "service". */
import { IRREGULAR } from "../../attribution/lexicon/cues.ts";
import { ANTONYMS, MORE_IRREGULAR, SYNONYMS } from "./classes.ts";

const rows = (table: string): string[][] =>
  table
    .trim()
    .split(";")
    .map((row) => row.trim().split(/\s+/));

const base = new Map<string, string>();
for (const [verb = "", past = "", participle = ""] of [...rows(IRREGULAR), ...rows(MORE_IRREGULAR)])
  for (const form of [past, participle]) if (form !== "lie" && form !== "found" && form !== "saw") base.set(form, verb);
base.set("found", "find");
base.set("saw", "see");
for (const [form, to] of [
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["people", "people"],
  ["knew", "know"],
  ["known", "know"],
] as const)
  base.set(form, to);

/** Cuts inflection off: "replaced", "replacing", "replaces" → "replac". Not a word, only a key; short words stay. */
function cut(form: string): string {
  let w = form;
  if (w.length > 4 && w.endsWith("ies")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && /(?:s|x|z|ch|sh)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith("s") && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith("ied")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && /[aeiouy].*ed$/.test(w) && !w.endsWith("eed")) w = undouble(w.slice(0, -2));
  else if (w.length > 5 && /[aeiouy].*ing$/.test(w)) w = undouble(w.slice(0, -3));
  if (w.length > 5 && /[^aeiou]y$/.test(w) && /(?:lt|rt|st|nd|ck|sh)y$/.test(w)) w = w.slice(0, -1);
  if (w.length > 6 && w.endsWith("ly")) w = w.slice(0, -2);
  return w.length > 3 && w.endsWith("e") ? w.slice(0, -1) : w;
}

const undouble = (w: string): string => (/([bdgklmnprt])\1$/.test(w) && !/(?:ll|ss)$/.test(w) ? w.slice(0, -1) : w);

/** Stems worked out so far: a cache of the vocabulary met, which is no larger than a dictionary. */
const stems = new Map<string, string>();
function plain(form: string): string {
  let known = stems.get(form);
  if (known === undefined) {
    known = cut(base.get(form) ?? form);
    if (stems.size < CACHED) stems.set(form, known);
  }
  return known;
}
const CACHED = 100_000;

const synonym = new Map<string, string>();
for (const [head = "", ...others] of rows(SYNONYMS))
  for (const other of others) if (!synonym.has(plain(other))) synonym.set(plain(other), plain(head));

const antonyms = new Map<string, Set<string>>();
for (const [a = "", b = ""] of rows(ANTONYMS))
  for (const [x, y] of [
    [plain(a), plain(b)],
    [plain(b), plain(a)],
  ] as const)
    antonyms.set(x, (antonyms.get(x) ?? new Set()).add(y));

/** The key under which inflections of a word meet. */
export const stem = (form: string): string => plain(form);

/** The key under which words that say the same meet. */
export function sense(form: string): string {
  const s = plain(form);
  return synonym.get(s) ?? s;
}

/** Whether two stems turn the sense round ("rise", "fall"). */
export const opposite = (a: string, b: string): boolean => antonyms.get(a)?.has(b) === true;

/** Whether one stem is the other with a negating prefix or ending ("safe", "unsafe"; "harmful", "harmless"). */
export function negates(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const prefix = long.slice(0, long.length - short.length);
  if (short.length > 2 && long.endsWith(short) && /^(?:un|in|im|il|ir|dis|non)$/.test(prefix)) return true;
  const root = (w: string): string => w.replace(/(?:ful|les|less)$/, "");
  return root(a) === root(b) && /les{1,2}$/.test(a) !== /les{1,2}$/.test(b) && /ful$/.test(a) !== /ful$/.test(b);
}
