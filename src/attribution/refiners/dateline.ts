/** Takes the dateline that opens a block ("ORLE, May 15 (North Wire) - The head …") out of what is said and who says it. */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { lastStartingBy } from "../spans.ts";

/** A place in capitals, with what else agencies put there, up to a dash; or a place and a full date up to a dash. */
const PLACE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,4}(?:, [\p{L}\d. ]{2,30}){0,2}|\p{Lu}[\p{L} '’-]{1,40}, (?:\d{1,2} \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\.? \d{1,2})(?:,? \d{4})?)(?: \([^()\n]{2,40}\))? ?(?:--|[-–—:])\s+(?=\S)/u;
const LONGEST = 120;

export const dateline: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const cut = (span: Span): Span => [Math.max(span[0], endOf(span, context)), span[1]];
    const next = { ...a, source: a.source.map(cut), content: a.content.map(cut) };
    return change(context, "dateline", a, next as Attribution, "the dateline says where the article was written");
  });

/** Where the dateline ends that a span opens with; 0 when it opens with none, or is nothing else. */
function endOf(span: Span, { doc }: Context): number {
  const block = doc.blocks[lastStartingBy(doc.blocks, span[0])];
  if (!block || block.kind === "headline" || block.kind === "heading" || block.span[0] !== span[0]) return 0;
  const line = PLACE.exec(doc.text.slice(span[0], Math.min(block.span[1], span[0] + LONGEST)));
  const end = line ? span[0] + line[0].length : 0;
  return end < span[1] ? end : 0;
}
