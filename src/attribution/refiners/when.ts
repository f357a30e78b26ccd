/** `when`: the words that date the saying itself, and their value counted from the publication date. */
import type { Attribution, Span } from "../../document.ts";
import { dateOf } from "../calendar.ts";
import type { Context, Refiner } from "../context.ts";
import { contains, hull, lastStartingBy, overlaps } from "../spans.ts";

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const TIME = new RegExp(
  `\\b(?:(?:[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this|[Tt]he previous) (?:week|month|year|weekend|${DAY}|${MONTH})|${DAY},? (?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|${MONTH}(?:,? \\d{4})?|${DAY}(?: (?:morning|afternoon|evening|night))?|(?:[Ee]arly |[Ll]ate )?[Tt]his (?:morning|afternoon|evening)|[Ee]arlier today|[Ll]ater today|[Tt]hat (?:same )?(?:night|day|evening|morning|month|year)|[Tt]he same (?:day|evening|night|morning)|[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast night|[Tt]he (?:day before|previous day)|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Aa]|\\d{1,2}) (?:day|week|month|year)s? (?:ago|earlier)|(?<=\\bin )(?:19|20)\\d{2})\\b`,
  "gu",
);
/** Words between the time and the cue that keep them together. */
const NEAR = 45;
const LEADING = 90;
/** An event that dates a saying, at the head of its sentence or right behind the cue; its day cannot be told. */
const EVENT =
  /(?<=^[“"‘']?)(?:[Aa]fter|[Bb]efore|[Ff]ollowing|[Dd]uring|[Aa]t the (?:end|start) of) (?:the|a|an|his|her|their|its) [^,.;:“”"]{3,70}(?=,)|(?:[Aa]fter|[Bb]efore|[Dd]uring) (?:the|his|her|their) (?:\p{Ll}[\p{L}-]* ){0,3}(?:match|game|meeting|talks|vote|hearing|trial|verdict|ruling|whistle|race|summit|debate|discussion|break|session|ceremony|funeral|election|sitting|crash|fire|concert|match)\b/gu;
const FUTURE = /\b(?:will|is to|are to|next)\b/i;

export const when: Refiner = (attributions, context) => {
  const published = context.doc.article.published;
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const dated = attributions.map((a): Attribution => {
    // A statement inside another's words is dated by those words, never by what dates the outer saying.
    const parent = a.within ? byId.get(a.within) : undefined;
    const span = publicationIn(a, context) ?? timeOf(a, parent?.content ?? null, context);
    if (!span) return a;
    const words = context.doc.text.slice(...span);
    const cue = a.cue.map((s) => context.doc.text.slice(...s)).join(" ");
    const value = dateOf(words, published, FUTURE.test(cue));
    const reason = value
      ? `“${words}” dates the saying, counted from ${published ?? "the date itself"}`
      : published
        ? `“${words}” dates the saying; which day that is cannot be told`
        : `“${words}” dates the saying; the day it was published is not known`;
    return {
      ...a,
      when: { span, value },
      why: {
        ...a.why,
        when: { how: value ? "inferred" : "unknown", by: "when", reason, confidence: value ? 0.8 : 0.4 },
      },
    };
  });
  return dated.map((a) => (a.when ? a : inTheSameBreath(a, dated, context)));
};

/** "Roke on Friday defended the plan, promising …": what is said along with a dated saying is said then. */
function inTheSameBreath(a: Attribution, dated: readonly Attribution[], { doc, sentences }: Context): Attribution {
  const cue = a.cue[0];
  if (!cue || !/^\p{L}+ing\b/u.test(doc.text.slice(...cue))) return a;
  const sentence = lastStartingBy(sentences, cue[0]);
  const main = dated.findLast(
    (b) =>
      b.when !== null &&
      b.within === a.within &&
      (b.cue[0]?.[0] ?? cue[0]) < cue[0] &&
      lastStartingBy(sentences, b.cue[0]?.[0] ?? 0) === sentence &&
      b.source.length > 0 &&
      b.source[0]?.[0] === a.source[0]?.[0],
  );
  return main?.when ? { ...a, when: main.when, why: { ...a.why, ...(main.why.when && { when: main.why.when }) } } : a;
}

/** A time phrase outside the content, in the cue's sentence: next to the cue, or at the head of the sentence. */
/** "A report published on Monday": what dates a document stands in its description. */
function publicationIn(a: Attribution, { doc }: Context): Span | null {
  for (const [start, end] of a.source) {
    const words = doc.text.slice(start, end);
    for (const match of words.matchAll(TIME))
      if (
        /\b(?:published|released|issued|dated|posted|commissioned|sent|written)(?: by [^,]{1,30}?)?(?: (?:on|in|late|early))*\s$|\b(?:from|of)\s$/.test(
          words.slice(0, match.index),
        )
      )
        return [start + match.index, start + match.index + match[0].length];
  }
  return null;
}

function timeOf(a: Attribution, frame: readonly Span[] | null, context: Context): Span | null {
  const { doc, sentences } = context;
  const cue = hull(a.cue);
  if (!cue) return null;
  const sentence = sentences[lastStartingBy(sentences, cue[0])];
  if (!sentence) return null;
  let best: { span: Span; distance: number } | null = null;
  const body = doc.text.slice(sentence[0], Math.min(sentence[1], cue[1] + 160));
  for (const match of body.matchAll(TIME)) {
    const span: Span = [sentence[0] + match.index, sentence[0] + match.index + match[0].length];
    if ([...a.content, ...a.source, ...a.cue].some((s) => overlaps(s, span))) continue;
    if (frame && !frame.some((f) => contains(f, span))) continue;
    // "to Tuesday", "until March": the thing said lies then, not the saying.
    if (
      /\b(?:until|till|by|from|before|after|since|between|of)\s$/i.test(
        doc.text.slice(Math.max(0, span[0] - 9), span[0]),
      )
    )
      continue;
    const distance = span[0] >= cue[1] ? span[0] - cue[1] : cue[0] - span[1];
    const leads =
      span[0] - sentence[0] <= 12 &&
      distance <= LEADING + (hull(a.source)?.[1] ?? cue[0]) - (hull(a.source)?.[0] ?? cue[0]);
    if (distance > NEAR && !leads) continue;
    if (!best || distance < best.distance) best = { span, distance };
  }
  return best?.span ?? (frame ? null : eventOf(a, sentence, cue, context));
}

function eventOf(a: Attribution, sentence: Span, cue: Span, { doc }: Context): Span | null {
  const body = doc.text.slice(sentence[0], Math.min(sentence[1], cue[1] + 100));
  for (const match of body.matchAll(EVENT)) {
    const span: Span = [sentence[0] + match.index, sentence[0] + match.index + match[0].length];
    if ([...a.content, ...a.source, ...a.cue].some((s) => overlaps(s, span))) continue;
    const leads = span[0] - sentence[0] <= 2 && cue[0] - span[1] <= LEADING && cue[0] > span[1];
    if (leads || (span[0] >= cue[1] && span[0] - cue[1] <= NEAR)) return span;
  }
  return null;
}
