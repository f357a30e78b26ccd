/**
 * Takes the words that date a saying out of the spans that swallowed them: "reported last week | that", "last Friday |
 * ministers", "had announced | the previous day | that …", "asked the council | on Monday | to close …".
 */
import type { Span } from "../../document.ts";
import { type TimePhrase, timePhrases } from "../calendar/phrases.ts";
import type { Context, Refiner } from "../context.ts";
import { nounOf } from "../entities/nouns.ts";
import { kindOfNoun } from "../entities/tables.ts";

/** The preposition of a time phrase goes with it. */
const PREPOSITION = /(?:\b(?:late|early) )?(?:\b(?:on|in|at|during) )?(?:\b(?:late|early) )?(?:\bthe )?$/iu;
/** What a content goes on with behind the date of its saying. */
const GOES_ON = /^\s(?:that|to|as|of)\s/u;
/** Whoever or whatever is named before the date: a few words, no clause. */
const OBJECT = /^(?:[\p{L}\p{N}’'-]+\s){1,6}$/u;
/** "master of the ship since 2011": the time belongs to the description. */
const GOVERNED = /\b(?:since|from|of|until|till|by|for|to|between|and|before|after|through)\s$/iu;
const PRONOUN = /^(?:that|this|it|him|her|them)\s$/iu;
const CLAUSE = /\b(?:that|which|who|is|are|was|were|will|would|has|have|had|be|to)\b/iu;
const AFTER_QUOTE = /[”"’']\s$/u;
/** Longer cues and sources are not searched. */
const LONGEST = 300;

export const timeEdges: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const cue = a.cue.flatMap((span) => cutEnds(span, context, "cue"));
    const source = a.source.flatMap((span) => cutEnds(span, context, "source"));
    const content = a.content.flatMap((span, i) => cutInside(span, i === 0, context));
    const same = (x: readonly Span[], y: readonly Span[]): boolean =>
      x.length === y.length && x.every((s, i) => s[0] === y[i]?.[0] && s[1] === y[i]?.[1]);
    if (same(cue, a.cue) && same(source, a.source) && same(content, a.content)) return a;
    context.note({
      step: "time-edges",
      did: "changed",
      attribution: a.id,
      reason: "words that tell when it was said belong to none of its parts",
      span: null,
    });
    return { ...a, cue, source, content };
  });

const isDocument = (span: Span, { doc }: Context): boolean =>
  kindOfNoun.get(nounOf(doc.text.slice(...span)).noun ?? "") === "document";

/**
 * A cue or source without a time phrase at its ends; a phrase that is all of it stays. What ends the description of a
 * source ("a report on Monday", "a ship that sank on Monday") describes it; only "the ministry today" is cut.
 */
function cutEnds(span: Span, context: Context, part: "cue" | "source"): Span[] {
  const { doc } = context;
  if (span[1] - span[0] > LONGEST) return [span];
  const atEnd = part === "cue" || !(isDocument(span, context) || CLAUSE.test(doc.text.slice(...span)));
  let [start, end] = span;
  for (const { span: phrase, kind } of timePhrases(doc.text, span)) {
    if (kind !== "date" || isPossessed(phrase, doc.text)) continue;
    const from = withPreposition(phrase, start, doc.text);
    if (from === start && phrase[1] < end && /^,?\s/u.test(doc.text.slice(phrase[1], end)))
      start = phrase[1] + (/^,?\s+/u.exec(doc.text.slice(phrase[1], end))?.[0].length ?? 0);
    else if (
      atEnd &&
      phrase[1] === end &&
      from > start &&
      (part === "cue" || (from === phrase[0] && !GOVERNED.test(doc.text.slice(start, from))))
    )
      end = trimmedEnd(start, from, doc.text);
  }
  return start < end ? [[start, end]] : [span];
}

/** A content without the date of its saying, in pieces where the date stood inside. */
function cutInside(span: Span, first: boolean, { doc }: Context): Span[] {
  const { text } = doc;
  const head: Span = [span[0], Math.min(span[1], span[0] + LONGEST)];
  if (first)
    for (const { span: phrase, kind } of timePhrases(text, head)) {
      if (kind === "clock" || isPossessed(phrase, text)) continue;
      const from = withPreposition(phrase, span[0], text);
      const before = text.slice(span[0], from);
      const after = text.slice(phrase[1], Math.min(span[1], phrase[1] + 8));
      if (!GOES_ON.test(after)) continue;
      const rest: Span = [phrase[1] + 1, span[1]];
      if (before === "") return /^\sthat\s/u.test(after) ? [rest] : [span];
      if (PRONOUN.test(before) || (OBJECT.test(before) && !CLAUSE.test(before))) {
        // Whoever merely hears is no part of what is said.
        if (/^\sthat\s/u.test(after)) return [rest];
        return [[span[0], trimmedEnd(span[0], from, text)], rest];
      }
      return [span];
    }
  // Behind the closing quotation mark the writer goes on: “within hours” on Monday.
  const tail: Span = [Math.max(span[0], span[1] - 40), span[1]];
  const last = timePhrases(text, tail).at(-1);
  if (last && last.span[1] === span[1]) {
    const from = withPreposition(last.span, span[0], text);
    if (AFTER_QUOTE.test(text.slice(Math.max(span[0], from - 2), from)))
      return [[span[0], trimmedEnd(span[0], from, text)]];
  }
  return [span];
}

const isPossessed = (phrase: TimePhrase["span"], text: string): boolean =>
  /^['’]s?\s/u.test(text.slice(phrase[1], phrase[1] + 3));

function withPreposition(phrase: Span, start: number, text: string): number {
  const before = text.slice(Math.max(start, phrase[0] - 24), phrase[0]);
  return phrase[0] - (PREPOSITION.exec(before)?.[0].length ?? 0);
}

function trimmedEnd(start: number, end: number, text: string): number {
  return start + text.slice(start, end).replace(/[\s,]+$/u, "").length;
}
