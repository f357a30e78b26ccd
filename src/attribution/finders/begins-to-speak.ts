/** "A man in a yellow coat began talking to the anglers. “…”": who begins to speak says the quotation that follows. */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { lastStartingBy, touches } from "../spans.ts";

const BEGINS = /(?<![\p{L}])(?:began|started)\s(?:talking|speaking|to\stalk|to\sspeak)(?![\p{L}])/u;
/** Phrases of place or time before the subject. */
const OPENING = /^(?:[^,]{1,60},\s)(?=\p{L}+)/u;
const LONGEST = 300;
const CONFIDENCE = 0.75;

export const beginsToSpeak: Finder = (found, { doc, sentences, quotations }) => {
  const taken = found.flatMap((a) => [...a.content, ...a.cue]).sort((a, b) => a[0] - b[0]);
  return sentences.flatMap((sentence, i): Proposal[] => {
    const next = sentences[i + 1];
    if (!next || sentence[1] - sentence[0] > LONGEST) return [];
    const text = doc.text.slice(...sentence);
    const begins = BEGINS.exec(text);
    const words = quotations[lastStartingBy(quotations, next[0])];
    if (!begins || words?.span[0] !== next[0] || touches(nearby(taken, words.span), words.span)) return [];
    const cue: Span = [sentence[0] + begins.index, sentence[0] + begins.index + begins[0].length];
    const start = sentence[0] + (OPENING.exec(text.slice(0, begins.index))?.[0].length ?? 0);
    const source: Span = [start, start + doc.text.slice(start, cue[0]).trimEnd().length];
    if (source[1] <= source[0] || touches(nearby(taken, cue), cue)) return [];
    return [
      {
        source: [source],
        cue: [cue],
        content: [words.span],
        confidence: CONFIDENCE,
        by: "begins-to-speak",
        reason: `“${begins[0]}” brings a speaker in, and a quotation follows`,
      },
    ];
  });
};

/** The spans of an ordered list that can touch `span`: the last few that start before its end. */
const nearby = (list: readonly Span[], span: Span): readonly Span[] => {
  const last = lastStartingBy(list, span[1]);
  return list.slice(Math.max(0, last - 5), last + 1);
};
