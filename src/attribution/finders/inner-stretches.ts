/** Contents worth reading again as texts of their own: those that hold a word of saying, thinking or wanting. */
import type { Attribution, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lookUp } from "../lexicon/lemma.ts";
import { merged } from "../spans.ts";
import { wordsOf } from "../words.ts";

const FEWEST_WORDS = 4;
/** Words that are cues so seldom that they are not worth a second reading. */
const WEAK = new Set([
  "will",
  "like",
  "see",
  "put",
  "place",
  "read",
  "point",
  "mean",
  "show",
  "find",
  "hold",
  "call",
  "charge",
  "plan",
  "list",
  "order",
]);

/** What somebody declines to do is nothing said. */
const UNDONE = /^to (?:comment|say|discuss|confirm|answer|respond|elaborate|explain|speak|talk)\b/;

/** Stretches of contents, each within one block, without the marks around them. */
export function innerStretches(attributions: readonly Attribution[], { doc }: Context): Span[] {
  const found: Span[] = [];
  for (const a of attributions)
    for (const piece of a.content)
      for (const block of blocksIn(piece, doc.blocks)) {
        if (UNDONE.test(doc.text.slice(...block))) continue;
        const words = wordsOf(doc.text, block);
        if (words.length < FEWEST_WORDS) continue;
        if (words.some(({ form }) => !WEAK.has(form) && lookUp(form).some((e) => e.part !== "phrase")))
          found.push(bare(doc.text, block));
      }
  return merged(found.filter(([s, e]) => e > s));
}

function blocksIn(piece: Span, blocks: Context["doc"]["blocks"]): Span[] {
  return blocks
    .filter(({ span }) => span[0] < piece[1] && piece[0] < span[1])
    .map(({ span }) => [Math.max(span[0], piece[0]), Math.min(span[1], piece[1])]);
}

/** Without "that" and the quotation marks around it. */
function bare(text: string, [start, end]: Span): Span {
  const head = /^(?:that\s+)?[\s“"‘'«]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  const tail = /[\s”"’'»]*$/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return [start + head, Math.max(start + head, end - tail)];
}
