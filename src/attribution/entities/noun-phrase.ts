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
  /^(?:i|he|she|it|we|they|you|who|will|would|can|could|may|might|must|should|shall|do|does|did|and|or|but|of|in|on|at|by|for|from|with|to|as|that|which|who|is|are|was|were|has|have|had|be|been|not|said|says|told|when|while|after|before|if|than|then|into|about|over|against)$/i;
const WORD_BEFORE = /([\p{L}\p{N}][\p{L}\p{N}’'.-]*) $/u;
const OWNER = /[’']s?$/;
/** "of the ferry", "of Lowen", "of 34": goes on with the phrase. */
const OF =
  /^ of (?:(?:the|an?|his|her|its|their) )?(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*|\p{Ll}[\p{L}-]+|\p{N}+)(?!\.\p{L})/u;

/** The phrase whose head noun stands at `head`. */
export function nounPhraseAt(head: Span, { doc: { text }, sentences }: Context): Span {
  const [least, most] = sentences[lastStartingBy(sentences, head[0])] ?? head;
  let start = head[0];
  let owned = false;
  for (let words = 0, at = start; words < MOST_BEFORE; words++) {
    const word = WORD_BEFORE.exec(text.slice(Math.max(least, at - 40), at))?.[1];
    // The name of an owner goes on in capitals.
    if (!word || (owned ? !/^\p{Lu}/u.test(word) : OUTSIDE.test(word))) break;
    at -= word.length + 1;
    owned ||= OWNER.test(word);
    // Without a determiner nothing tells where the phrase begins.
    if (owned || DETERMINER.test(word) || (words === 0 && /^\p{Lu}\p{L}/u.test(word) && at > least)) start = at;
    if (DETERMINER.test(word)) break;
  }
  return [start, head[1] + (OF.exec(text.slice(head[1], Math.min(most, head[1] + 60)))?.[0].length ?? 0)];
}
