/** Words that a user types → the place in the article that is meant. */
import type { Span } from "../../document.ts";
import { UsageError } from "../../error.ts";
import { fold } from "./context.ts";

/**
 * The occurrence of some words nearest to a place (the first one when no place is given), as UTF-16 span; blanks and quotation
 * marks count however they are set.
 * @throws UsageError when the words do not stand in the text
 */
export function spanOfWords(text: string, words: string, near?: Span): Span {
  const [where, what] = [fold(text), fold(words.trim())];
  let best: Span | null = null;
  let distance = Infinity;
  for (let at = what ? where.indexOf(what) : -1; at >= 0; at = where.indexOf(what, at + 1)) {
    const span: Span = [at, at + what.length];
    const away = near ? Math.max(0, near[0] - span[1], span[0] - near[1]) : 0;
    if (away < distance) [best, distance] = [span, away];
  }
  if (!best) throw new UsageError(`“${words}”: these words do not stand in the article; copy them from it`);
  return best;
}
