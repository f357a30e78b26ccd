/** Looks up the words of a cue in the lexicon, whatever their inflection. */
import { ACTS, type Act, FRAMINGS, type Framing } from "../../document.ts";
import { CUES, IRREGULAR } from "./cues.ts";

export type PartOfSpeech = "verb" | "noun" | "adverb" | "phrase";

export interface Entry {
  /** Base form, with particles. */
  lemma: string;
  part: PartOfSpeech;
  act: Act;
  framing: Framing;
  /** A sentence with the cue in < >; that of a verb has no subject. */
  example: string;
}

const PARTS: readonly PartOfSpeech[] = ["verb", "noun", "adverb", "phrase"];

function parse(): Entry[] {
  const pick = <T extends string>(values: readonly T[], value: string | undefined, line: string): T => {
    const found = values.find((v) => v === value);
    if (!found) throw new Error(`cue lexicon: "${value}" in the line "${line.slice(0, 40)}"`);
    return found;
  };
  return CUES.trim()
    .split("\n\n")
    .flatMap((block) => {
      const [head = "", ...lines] = block.split("\n");
      const [act, framing, part] = head.split(" ");
      return lines
        .flatMap((line) => line.split("; "))
        .map((row) => {
          const [lemma = "", example = ""] = row.split(" = ");
          return {
            lemma,
            part: pick(PARTS, part, head),
            act: pick(ACTS, act, head),
            framing: pick(FRAMINGS, framing, head),
            example,
          };
        });
    });
}

const irregular = new Map(
  IRREGULAR.trim()
    .split(";")
    .map((row) => {
      const [base = "", ...pasts] = row.trim().split(" ");
      return [base, pasts] as const;
    }),
);

/** All forms of a verb: base, -s, -ing, past, participle. */
function verbForms(base: string): string[] {
  const consonantY = /[^aeiou]y$/.test(base);
  const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.at(-1) : base;
  const stem = base.endsWith("e") ? base.slice(0, -1) : doubled;
  const past = consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const participle = base.endsWith("ie")
    ? `${base.slice(0, -2)}ying`
    : base.endsWith("ee")
      ? `${base}ing`
      : `${stem}ing`;
  const [ipast, ipart, ...more] = irregular.get(base) ?? [];
  const doubledIng = ipast?.match(/([^aeiou])\1ed$/) ? `${ipast.slice(0, -2)}ing` : participle;
  const britishL = /[aeiou]l$/.test(base) ? [`${base}led`, `${base}ling`] : [];
  return [base, third, doubledIng, participle, ipast ?? past, ipart ?? past, ...more, ...britishL];
}

function nounForms(base: string): string[] {
  return [
    base,
    /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : `${base}s`,
  ];
}

const BE = ["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"];

function formsOf({ lemma, part }: Entry): string[] {
  const [head = "", ...rest] = lemma.split(" ");
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
  if (part === "verb") return (head === "be" ? BE : verbForms(head)).map((form) => form + tail);
  if (part === "noun") return nounForms(lemma);
  return [lemma];
}

/** All entries, in the order of the file. */
export const ENTRIES: readonly Entry[] = parse();

const byForm = new Map<string, Entry[]>();
for (const entry of ENTRIES) {
  for (const form of new Set(formsOf(entry))) {
    const list = byForm.get(form);
    if (list) list.push(entry);
    else byForm.set(form, [entry]);
  }
}
const LONGEST_ENTRY = Math.max(...ENTRIES.map((e) => e.lemma.split(" ").length));

/** Entries whose form a single word or phrase is (lower case, straight apostrophes); verbs before nouns. */
export function lookUp(form: string): readonly Entry[] {
  return byForm.get(form) ?? [];
}

/** Base forms of a verb form that the lexicon knows ("told" → tell). */
export function verbLemma(form: string): string | null {
  return lookUp(form).find((e) => e.part === "verb" && !e.lemma.includes(" "))?.lemma ?? null;
}

export interface Match {
  entry: Entry;
  /** Index of its first word, and one past its last. */
  from: number;
  to: number;
}

/** Entries in a row of lower-case words, longest first at each place, none overlapping. */
export function matchWords(words: readonly string[], accept: (entry: Entry) => boolean = () => true): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < words.length; ) {
    let match: Match | null = null;
    for (let size = Math.min(LONGEST_ENTRY, words.length - from); size > 0 && !match; size--) {
      const entry = lookUp(words.slice(from, from + size).join(" ")).find(accept);
      if (entry) match = { entry, from, to: from + size };
    }
    if (match) found.push(match);
    from = match ? match.to : from + 1;
  }
  return found;
}
