/** "From the desk of Selma Quist", lines with office and house beneath, then the words as a block: they are the named one’s. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { lastStartingBy, overlaps } from "../spans.ts";

const DESK = /^(From the desk of)\s+(\p{Lu}[^\n.:;“”"]{2,80}?)[,:]?$/iu;
/** Lines of office and house between the name and the words. */
const MOST_LINES = 3;
const LONGEST_LINE = 80;
const CONFIDENCE = 0.9;

export const fromTheDesk: Finder = (found, { doc, quotations }) => {
  const { text, blocks } = doc;
  const cues = found.flatMap((a) => a.cue);
  return blocks.flatMap(({ span }, i): Proposal[] => {
    const desk = span[1] - span[0] < 2 * LONGEST_LINE ? DESK.exec(text.slice(...span)) : null;
    const [, opening, name] = desk ?? [];
    if (!opening || !name) return [];
    const cue: Span = [span[0], span[0] + opening.length];
    if (cues.some((c) => overlaps(c, cue))) return [];
    const at = text.indexOf(name, cue[1]);
    const words = blocks.slice(i + 1, i + 2 + MOST_LINES).find((b) => !isLine(text.slice(...b.span)));
    if (!words) return [];
    const q = quotations[lastStartingBy(quotations, words.span[0])];
    const content: Span = q && q.span[0] === words.span[0] ? q.span : words.span;
    return [
      {
        source: [[at, at + name.length]],
        cue: [cue],
        content: [content],
        confidence: CONFIDENCE,
        by: "from-the-desk",
        reason: "the page says from whose desk the words come",
      },
    ];
  });
};

/** A short line that is no sentence and no quotation. */
const isLine = (line: string): boolean => line.length <= LONGEST_LINE && !/^["“‘'«„]|[.!?”"’]$/u.test(line.trim());
