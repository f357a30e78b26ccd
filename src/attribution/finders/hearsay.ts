/** "reportedly", "allegedly": what is told as said by nobody in particular. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { contains, lastStartingBy, overlaps, without } from "../spans.ts";
import { wordsOf } from "../words.ts";

const ADVERB = /\b(?:reportedly|allegedly|supposedly|purportedly)\b/giu;
/** Clause openers at which the content begins anew. */
const CLAUSE = /(?:[;:—–]|,\s(?:but|although|though|whereas)\b|\b(?:because|but)\b)\s*/giu;
const CONFIDENCE = 0.85;
const LONGEST_SENTENCE = 600;

export const hearsay: Finder = (found, { doc, sentences }) => {
  const proposals: Proposal[] = [];
  const cues = found.flatMap((a) => a.cue).sort((a, b) => a[0] - b[0]);
  const contents = found.flatMap((a) => a.content);
  for (const match of doc.text.matchAll(ADVERB)) {
    const cue: Span = [match.index, match.index + match[0].length];
    const taken = cues[lastStartingBy(cues, cue[0])];
    if (taken && overlaps(taken, cue)) continue;
    const sentence = sentences[lastStartingBy(sentences, cue[0])];
    if (!sentence || !contains(sentence, cue)) continue;
    // A sentence without end, as hostile text has, is not looked through from its start for each adverb.
    const near: [number, number] = [
      Math.max(sentence[0], cue[0] - LONGEST_SENTENCE),
      Math.min(sentence[1], cue[1] + LONGEST_SENTENCE),
    ];
    // "According to dockers, the valve was reportedly due": told inside what somebody else says.
    const around = contents.filter((span) => contains(span, cue)).sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0];
    if (around) [near[0], near[1]] = [Math.max(near[0], around[0]), Math.min(near[1], around[1])];
    const content = without([clauseAround(doc.text, near, cue)], cue);
    if (content.length === 0) continue;
    proposals.push({
      source: [],
      cue: [cue],
      content,
      confidence: CONFIDENCE,
      by: "hearsay",
      reason: `“${match[0]}” tells it as hearsay, and nobody is named`,
    });
  }
  return proposals;
};

const RELATIVE = /\b(?:that|which|who)\s+(?:(?:was|were|is|are|has|have|had)\s+)?$/i;
const FINITE = /,?\s(?:are|is|was|were|has|have|had|will|would|can|could|may|might|must)\s/;

/** The clause of the sentence in which the adverb stands; the sentence where it has but one. */
export function clauseAround(text: string, [start, end]: Span, cue: Span): Span {
  if (RELATIVE.test(text.slice(start, cue[0]))) {
    // "boats that were allegedly used as ferries | are old": the relative clause alone.
    // One set off by a comma ends at the next: "the ferry, which reportedly cost 4 million, | sank".
    const apart = /,\s(?:which|who)\s[^,]*$/i.test(text.slice(start, cue[0]));
    const next = (apart ? /,\s/ : FINITE).exec(text.slice(cue[1], end));
    if (next && next.index > 2) return [start, cue[1] + next.index];
  }
  let from = start;
  const body = text.slice(start, end);
  for (const match of body.matchAll(CLAUSE)) {
    const at = start + match.index;
    const after = at + match[0].length;
    // A clause needs a subject before its adverb.
    if (after < cue[0] && wordsOf(text, [after, cue[0]]).length > 1 && /[;:—–]|but|because/i.test(match[0]))
      from = after;
    if (at > cue[1] && /[;—–]|,\s(?:but|although|though|whereas)/i.test(match[0])) return [from, at];
  }
  return [from, end];
}
