/** "could not be reached for comment", "did not respond to a request": the source does not answer. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { lastStartingBy, overlaps, touches } from "../spans.ts";

const NO_ANSWER =
  /\b(?:(?:could not|couldn['’]t) (?:immediately |yet )?be (?:reached|contacted)|(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|had not) (?:immediately |yet )?(?:respond|responded|reply|replied|answer|answered|comment|commented|return|returned)|declined to comment|declined (?:an )?interviews?|refused to comment)\b/giu;
const CONTENT =
  /^(?: (?:immediately|publicly|further))?( (?:to|for|on|about) [^.;,“”"\n]{2,120}| (?:calls?|messages?|e-?mails?|questions?|requests?)[^.;,“”"\n]{0,80})/u;
const CONFIDENCE = 0.8;
const LONGEST_SOURCE = 140;

export const noAnswer: Finder = (found, { doc, sentences }) => {
  const proposals: Proposal[] = [];
  const cues = found.flatMap((a) => a.cue).sort((a, b) => a[0] - b[0]);
  for (const match of doc.text.matchAll(NO_ANSWER)) {
    const cue: Span = [match.index, match.index + match[0].length];
    const near = cues[lastStartingBy(cues, cue[1] - 1)];
    const sentence = sentences[lastStartingBy(sentences, cue[0])];
    if ((near && overlaps(near, cue)) || !sentence || sentence[1] < cue[1]) continue;
    const from = Math.max(sentence[0], cue[0] - 400);
    const rest = CONTENT.exec(doc.text.slice(cue[1], Math.min(sentence[1], cue[1] + 400)))?.[1];
    const before = doc.text.slice(from, cue[0]);
    // The source is what stands between the last break of the sentence and the cue.
    const start =
      from +
      Math.max(
        0,
        ...[...before.matchAll(/(?:[;:—–]|,? \b(?:and|but|while|although|though)\b)\s/gu)].map(
          (m) => m.index + m[0].length,
        ),
      );
    const source: Span = [start, start + doc.text.slice(start, cue[0]).trimEnd().length];
    if (!rest || source[1] <= source[0] || source[1] - source[0] > LONGEST_SOURCE) continue;
    const at = cue[1] + doc.text.slice(cue[1], cue[1] + 400).indexOf(rest.trim());
    const content: Span = [at, at + rest.trim().length];
    if (found.some((a) => touches(a.content, content) && touches(a.cue, cue))) continue;
    proposals.push({
      source: [source],
      cue: [cue],
      content: [content],
      confidence: CONFIDENCE,
      by: "no-answer",
      reason: "the article says that the source did not answer",
    });
  }
  return proposals;
};
