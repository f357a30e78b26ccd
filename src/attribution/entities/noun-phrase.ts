/** The noun phrase around its head: determiner and what describes it before, "of …" behind. */
import type { Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";

/** Most words before a head that can belong to it. */
const MOST_BEFORE = 5;
const DETERMINER =
  /^(?:the|an?|this|that|these|those|his|her|its|their|my|our|your|some|many|several|most|few|both|all|one|two|three|four|five|six|seven|eight|nine|ten|another|other)$/i;
/** No part of a noun phrase before its head. */
const OUTSIDE =
  /^(?:and|or|but|of|in|on|at|by|for|from|with|to|as|that|which|who|is|are|was|were|has|have|had|be|been|not|said|says|told|when|while|after|before|if|than|then|into|about|over|against)$/i;
const WORD_BEFORE = /([\p{L}\p{N}][\p{L}\p{N}’'.-]*) $/u;
/** "of the ferry", "of Lowen": goes on with the phrase. */
const OF = /^ of (?:(?:the|an?|his|her|its|their) )?(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*|\p{Ll}[\p{L}-]+)/u;

/** The phrase whose head noun stands at `head`. */
export function nounPhraseAt(head: Span, { doc: { text }, sentences }: Context): Span {
  const [least, most] = sentences[lastStartingBy(sentences, head[0])] ?? head;
  let start = head[0];
  for (let words = 0; words < MOST_BEFORE; words++) {
    const word = WORD_BEFORE.exec(text.slice(Math.max(least, start - 40), start))?.[1];
    if (!word || OUTSIDE.test(word)) break;
    start -= word.length + 1;
    if (DETERMINER.test(word)) break;
  }
  return [start, head[1] + (OF.exec(text.slice(head[1], Math.min(most, head[1] + 60)))?.[0].length ?? 0)];
}
