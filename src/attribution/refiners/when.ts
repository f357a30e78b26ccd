/** `when`: the words that date the saying itself, and their value counted from the article's day. */
import type { Attribution, Span, When, Why } from "../../document.ts";
import { datelineEnd, type Reference, referenceDay } from "../calendar/reference.ts";
import { datesTold } from "../calendar/told.ts";
import { dateOf } from "../calendar.ts";
import type { Context, Refiner } from "../context.ts";
import { hull, lastStartingBy, overlaps } from "../spans.ts";
import { dayOfEvent, eventOf } from "./when/event.ts";
import { placeOf } from "./when/place.ts";

/** The saying itself lies ahead. */
const AHEAD = /\b(?:will|is to|are to|is due to|are due to|is expected to|plans to)\b/iu;
const TO_BE_OUT = /\b(?:to be|due|expected)(?: \p{L}+)?\s*$/iu;

interface Dating {
  when: When;
  why: Why;
}

export const when: Refiner = (attributions, context) => {
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const reference = referenceDay(context.doc);
  const bySentence = new Map<number, Attribution[]>();
  for (const a of attributions) {
    const at = sentenceAt(a, context);
    const list = bySentence.get(at);
    if (list) list.push(a);
    else bySentence.set(at, [a]);
  }
  const dated = attributions.map((a) => {
    // A statement inside another's words is dated by those words, never by what dates the outer saying.
    const parent = a.within ? byId.get(a.within) : undefined;
    const found = dating(a, parent?.content ?? null, bySentence.get(sentenceAt(a, context)) ?? [], reference, context);
    return found ? { ...a, when: found.when, why: { ...a.why, when: found.why } } : a;
  });
  const read = new Map(dated.map((a) => [a.id, a]));
  return dated.map((a) =>
    a.when
      ? a
      : inTheSameBreath(
          a,
          (bySentence.get(sentenceAt(a, context)) ?? []).map((b) => read.get(b.id) ?? b),
          context,
        ),
  );
};

function dating(
  a: Attribution,
  frame: readonly Span[] | null,
  neighbours: readonly Attribution[],
  reference: Reference,
  context: Context,
): Dating | null {
  const { text } = context.doc;
  const sentence = sentenceOf(a, context);
  const cue = hull(a.cue);
  if (!sentence || !cue) return null;
  const block = blockOf(sentence, context);
  const resolve = (span: Span): string | null =>
    dateOf(text.slice(...span), {
      from: reference.day,
      future:
        AHEAD.test(text.slice(...cue)) ||
        TO_BE_OUT.test(text.slice(Math.max(0, span[0] - 30), span[0]).replace(/\bpublished\s$/u, "")),
      told: datesTold(text, block, span[0], reference.day),
    });
  const place = placeOf(a, sentence, frame, neighbours, context);
  if (place) {
    const value = place.kind === "vague" ? null : resolve(place.span);
    // What goes on since a day goes on to the day of the article.
    const whole = value && place.since && reference.day ? `${value.split("/")[0]}/${reference.day}` : value;
    return accounted({ span: place.span, value: whole }, text, reference, place.kind === "vague");
  }
  const event = eventOf(a, sentence, frame, context);
  return event ? accounted({ span: event, value: dayOfEvent(text, event, resolve) }, text, reference, true) : null;
}

/** Number of the sentence in which a statement's cue stands; -1 without a cue. */
function sentenceAt(a: Attribution, { sentences }: Context): number {
  const cue = hull(a.cue);
  return cue ? lastStartingBy(sentences, cue[0]) : -1;
}

/** The sentence of the cue, without the dateline that may open it. */
function sentenceOf(a: Attribution, context: Context): Span | null {
  const sentence = context.sentences[sentenceAt(a, context)];
  if (!sentence) return null;
  const head = context.doc.text.slice(sentence[0], Math.min(sentence[1], sentence[0] + 120));
  return [sentence[0] + datelineEnd(head), sentence[1]];
}

function blockOf(sentence: Span, { doc }: Context): Span {
  return doc.blocks[lastStartingBy(doc.blocks, sentence[0])]?.span ?? sentence;
}

function accounted(when: When, text: string, reference: Reference, vague: boolean): Dating {
  const words = text.slice(...when.span);
  const dates = `“${words}” dates the saying`;
  const why = (how: Why["how"], reason: string, confidence: number): Why => ({ how, by: "when", reason, confidence });
  if (when.value === null) {
    const unknown = vague
      ? `${dates}; which day that was cannot be told from it`
      : reference.day
        ? `${dates}; which day that is cannot be told`
        : `${dates}; the day it was published is not known`;
    return { when, why: why("unknown", unknown, 0.4) };
  }
  return {
    when,
    why: why("inferred", `${dates}, counted from ${reference.day ? reference.by : "the date itself"}`, 0.85),
  };
}

/** "Roke on Friday defended the plan, promising …": what the same source says along with a dated saying is said then. */
function inTheSameBreath(a: Attribution, dated: readonly Attribution[], context: Context): Attribution {
  const cue = a.cue[0];
  const start = a.source[0]?.[0];
  if (!cue || start === undefined) return a;
  const sentence = sentenceAt(a, context);
  const main = dated.findLast(
    (b) =>
      b.when !== null &&
      b.within === a.within &&
      b.source[0]?.[0] === start &&
      (b.cue[0]?.[0] ?? cue[0]) < cue[0] &&
      sentenceAt(b, context) === sentence &&
      // A saying inside the description of the source ("who had warned in May") is another occasion.
      !b.cue.some((c) => [...a.source, ...b.source].some((s) => overlaps(s, c))),
  );
  return main?.when ? { ...a, when: main.when, why: { ...a.why, ...(main.why.when && { when: main.why.when }) } } : a;
}
