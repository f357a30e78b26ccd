/** What the generated archive is asked: searches of fourteen kinds, made from what is known of its stories. */
import type { Archive } from "../../src/archive/archive.ts";
import type { SearchOptions } from "../../src/archive/found.ts";
import { random } from "../../test/archive/trace/random.ts";
import type { Story } from "./stories.ts";
import { VOCAB } from "./words.ts";

export interface Asked {
  kind: string;
  run: (archive: Archive) => Promise<unknown>;
}

/** Places in the list of words, most frequent first: common, middling and rare ones. */
const COMMON = [0, 5];
const MIDDLING = [50, 800];
const RARE = [3000, 9000];

/** So many searches of each kind, the same ones for the same seed. */
export function searches(sample: readonly Story[], times: number, seed: number): Asked[] {
  const r = random(seed);
  const among = ([from = 0, to = 0]: number[]): string => VOCAB[from + r.below(to - from)] as string;
  const wordsOf = (text: string): string[] => text.match(/\p{L}{4,}/gu) ?? [];
  const pair = (text: string): string => {
    const words = wordsOf(text);
    return `${r.pick(words)} ${r.pick(words)}`;
  };
  const named = sample.filter((s) => s.speaker.naming === "named");
  const month = (s: Story): string => s.published.slice(0, 7);
  const kinds: [kind: string, query: (story: Story) => string, options?: SearchOptions][] = [
    ["a middling word", () => among(MIDDLING)],
    ["a rare word", () => among(RARE)],
    ["a common word", () => among(COMMON)],
    ["two words of a statement", (s) => pair(s.content)],
    ["a speaker", (s) => `speaker:"${s.speaker.name}"`],
    ["a surname and a word", (s) => `speaker:${s.speaker.name.split(" ").at(-1)} ${wordsOf(s.content)[0]}`],
    ["an outlet's half-year and a word", (s) => `outlet:"${s.outlet}" since:${month(s)} ${among(MIDDLING)}`],
    ["labels", () => `kind:government naming:anonymous form:direct`],
    ["labels and a month", (s) => `framing:neutral relayed:yes since:${month(s)} until:${month(s)}`],
    ["an exact quotation", (s) => `"${wordsInRow(s.content, 5)}"`],
    ["a word without another, or a third", () => `(${among(MIDDLING)} OR ${among(RARE)}) -${among(COMMON)}`],
    ["the beginning of a word", () => `${among(MIDDLING).slice(0, 4)}*`],
    ["whole texts", () => `${among(MIDDLING)} ${among(COMMON)}`, { in: "text" }],
    ["headlines", () => among(MIDDLING), { in: "headlines" }],
  ];
  const asked: Asked[] = [];
  for (const [kind, query, options = {}] of kinds)
    for (let i = 0; i < times; i++) {
      const text = query(r.pick(named));
      asked.push({ kind, run: (archive) => archive.search(text, options) });
    }
  for (let i = 0; i < times; i++) {
    const { content } = r.pick(sample);
    asked.push({ kind: "a quotation in spite of edits", run: (archive) => archive.quotations(edited(content), 20) });
  }
  return asked;
}

const wordsInRow = (text: string, n: number): string =>
  (text.match(/[\p{L}\p{N}’]+/gu) ?? []).slice(1, n + 1).join(" ");

/** A quotation as somebody types it who has it from elsewhere: other marks, capitals, a word left out. */
export const edited = (content: string): string =>
  content
    .replaceAll("’", "'")
    .replace(/ (?:the|a|that) /, " … ")
    .toUpperCase();
