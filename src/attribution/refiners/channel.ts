/** `channel`: the exact words that tell where or through what it was said ("told NK News" → NK News). */
import type { Attribution, Span } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { contains, hull, lastStartingBy, overlaps } from "../spans.ts";
import type { Candidate } from "./channel/candidate.ts";
import { media } from "./channel/medium.ts";
import { others } from "./channel/others.ts";
import { outlets } from "./channel/outlet.ts";

/** What of the sentence is looked at on each side of the cue. */
const WINDOW = 150;
/** Content between a channel and its cue that keeps them apart. */
const LONG = 60;
/** "a letter that said": a medium that is itself the source is no channel. */
const SPEAKS =
  /^(?:(?:an?|the|his|her|its|their|this|that|one|another)\s+)?(?:(?!(?:on|in|at|to|with|by|via|of)\s)[\p{L}’'-]+\s+){0,3}$/u;

export const channel: Refiner = (attributions, context) => {
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const bySentence = new Map<number, Attribution[]>();
  for (const a of attributions) {
    const at = sentenceAt(a, context);
    const list = bySentence.get(at);
    if (list) list.push(a);
    else bySentence.set(at, [a]);
  }
  const read = attributions.map((a) => {
    // What is said inside another's words has the channel that those words tell, not the outer one.
    const parent = a.within ? byId.get(a.within) : undefined;
    const neighbours = bySentence.get(sentenceAt(a, context)) ?? [];
    const found = channelsOf(a, neighbours, context).filter(
      (s) => !parent || parent.content.some((c) => contains(c, s)),
    );
    return found.length === 0 ? a : withChannel(a, found, context);
  });
  const byNewId = new Map(read.map((a) => [a.id, a]));
  return read.map((a) => {
    if (a.channel.length > 0) return a;
    const neighbours = bySentence.get(sentenceAt(a, context)) ?? [];
    return alongWith(
      a,
      neighbours.map((b) => byNewId.get(b.id) ?? b),
      context,
    );
  });
};

const sentenceAt = (a: Attribution, { sentences }: Context): number => {
  const cue = hull(a.cue);
  return cue ? lastStartingBy(sentences, cue[0]) : -1;
};

function withChannel(a: Attribution, found: readonly Span[], { doc }: Context): Attribution {
  const reason = `“${doc.text.slice(...(found[0] as Span))}” tells where or through what it was said`;
  const why = { how: "stated", by: "channel", reason, confidence: 0.8 } as const;
  return { ...a, channel: [...found], why: { ...a.why, channel: why } };
}

/** "told the Herald that …, adding that …": what the same source says in one sentence is said through the same channel. */
function alongWith(a: Attribution, read: readonly Attribution[], context: Context): Attribution {
  const at = sentenceAt(a, context);
  const start = a.source[0]?.[0];
  if (at < 0 || start === undefined) return a;
  const cue = a.cue[0] as Span;
  const main = read.find(
    (b) =>
      b.channel.length > 0 &&
      b.within === a.within &&
      b.source[0]?.[0] === start &&
      sentenceAt(b, context) === at &&
      (b.cue[0]?.[0] ?? cue[0]) < cue[0] &&
      // A saying inside the description of the source ("who had asked on stage") is another occasion.
      !b.cue.some((c) => [...a.source, ...b.source].some((s) => overlaps(s, c))),
  );
  return main ? withChannel(a, main.channel, context) : a;
}

function channelsOf(a: Attribution, neighbours: readonly Attribution[], { doc, sentences }: Context): Span[] {
  const cue = hull(a.cue);
  const sentence = cue ? sentences[lastStartingBy(sentences, cue[0])] : undefined;
  if (!cue || !sentence) return [];
  const { text } = doc;
  const from = Math.max(sentence[0], cue[0] - WINDOW);
  const window = text.slice(from, Math.min(sentence[1], cue[1] + WINDOW));
  const opens = (at: number): boolean => from + at - sentence[0] <= 2;
  const found: Span[] = [];
  const candidates = [...others(window), ...outlets(window, doc), ...media(window, opens)];
  for (const candidate of candidates) {
    const span = placed(candidate, from, text);
    if (found.some((s) => overlaps(s, span)) || !belongs(span, candidate, a, cue, neighbours, text)) continue;
    found.push(span);
  }
  return found.sort((x, y) => x[0] - y[0]);
}

function placed({ start, text: words }: Candidate, from: number, text: string): Span {
  const span: Span = [from + start, from + start + words.length];
  const trimmed = text.slice(...span).replace(/[.,;:\s]+$/u, "");
  return [span[0], span[0] + trimmed.length];
}

function belongs(
  span: Span,
  { near, hears, leads, inSource }: Candidate,
  a: Attribution,
  cue: Span,
  neighbours: readonly Attribution[],
  text: string,
): boolean {
  if (a.content.some((c) => overlaps(c, span))) return false;
  const inCue = a.cue.find((c) => overlaps(c, span));
  // "said in a statement" may be one cue; "show" alone is a verb.
  if (inCue) return inCue[0] + 3 < span[0] && contains(inCue, span);
  const source = a.source.find((s) => overlaps(s, span));
  if (source && (!inSource || SPEAKS.test(text.slice(source[0], span[0])))) return false;
  const distance = Math.min(Math.abs(span[0] - cue[1]), Math.abs(cue[0] - span[1]));
  if (!source && distance > near) return false;
  // Whoever is told stands behind the verb that tells.
  if (hears && !source && span[0] < cue[0] && !/ing\b/u.test(text.slice(span[0] - near, span[0]))) return false;
  const between: Span = span[0] > cue[1] ? [cue[1], span[0]] : [span[1], cue[0]];
  // Another sentence's or statement's words stand between: not this one's channel.
  if (a.content.some((c) => contains(between, c) && c[1] - c[0] > LONG)) return false;
  const start = a.source[0]?.[0];
  return !neighbours.some(
    (b) =>
      b !== a &&
      b.source[0]?.[0] !== start &&
      b.cue.some((c) => contains(between, c)) &&
      !(leads && span[0] < cue[0]) &&
      !a.content.some((c) => b.cue.some((k) => contains(c, k))),
  );
}
