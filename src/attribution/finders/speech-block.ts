/** "He added:" at the end of a block, and what was said as the block after it. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { lookUp } from "../lexicon/lemma.ts";
import { contains, hull, lastStartingBy, touches } from "../spans.ts";
import { type Word, wordsOf } from "../words.ts";

const CONFIDENCE = 0.8;
const LONGEST_INTRODUCTION = 200;
const AUXILIARY = new Set(["has", "have", "had", "also", "later", "then", "further", "is", "was"]);
const TRIM = /[\s,]+$/u;

export const speechBlock: Finder = (found, { doc, sentences }) => {
  const proposals: Proposal[] = [];
  const { text, blocks } = doc;
  const cues = found.flatMap((a) => a.cue).sort((a, b) => a[0] - b[0]);
  for (let i = 0; i + 1 < blocks.length; i++) {
    const span = blocks[i]?.span as Span;
    const next = blocks[i + 1];
    if (!next || text[span[1] - 1] !== ":" || (next.kind !== "paragraph" && next.kind !== "quotation")) continue;
    const sentence = sentences[lastStartingBy(sentences, span[1] - 1)];
    if (!sentence || sentence[1] - sentence[0] > LONGEST_INTRODUCTION || !contains(span, sentence)) continue;
    const cue = cueAtEnd(wordsOf(text, [sentence[0], sentence[1] - 1]));
    if (!cue) continue;
    const existing = found.find((a) => touches(a.cue, cue));
    if (existing && (hull(existing.content)?.[1] ?? 0) > span[1]) continue;
    if (touches(cues, next.span)) continue;
    const start =
      sentence[0] + (/^(?:[^,]{1,60},\s)(?=\p{L}+\s)/u.exec(text.slice(sentence[0], cue[0]))?.[0].length ?? 0);
    const before = text.slice(start, cue[0]);
    const source: Span = [start, start + before.replace(TRIM, "").length];
    if (source[1] <= source[0]) continue;
    proposals.push({
      source: [source],
      cue: [cue],
      content: [next.span],
      confidence: CONFIDENCE,
      by: "speech-block",
      reason: "a colon announces words, and they follow as a paragraph of their own",
    });
  }
  return proposals;
};

/** The verb group of saying that ends the words; `null` when there is none. */
function cueAtEnd(words: readonly Word[]): Span | null {
  const last = words.at(-1);
  if (!last || !lookUp(last.form).some((e) => e.part === "verb" && e.act === "claim")) return null;
  let from = words.length - 1;
  while (from > 0 && AUXILIARY.has(words[from - 1]?.form ?? "")) from--;
  const head = words[from] as Word;
  return /^(?:also|later|then|further)$/.test(head.form) ? last.span : [head.span[0], last.span[1]];
}
