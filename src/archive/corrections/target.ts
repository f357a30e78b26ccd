/** From spans of a text to what an event keeps of them. */
import type { Attribution, Span } from "../../document.ts";
import { quoteAt } from "../quote.ts";
import type { Anchor, Place, Target } from "./events.ts";

/** A span (UTF-16 units) as place: its words, their surroundings, its start. */
export const placeAt = (text: string, span: Span): Place => ({ ...quoteAt(text, span), start: span[0] });

/** Several spans as places; empty ones are left out, since they have no words to be found by. */
export const placesAt = (text: string, spans: readonly Span[]): Place[] =>
  spans.filter(([start, end]) => end > start).map((span) => placeAt(text, span));

/** Where an attribution stands, in words. */
export const anchorOf = (text: string, a: Attribution): Anchor => ({
  id: a.id,
  source: placesAt(text, a.source),
  cue: placesAt(text, a.cue),
  content: placesAt(text, a.content),
});

/**
 * An attribution as target of an event. For an attribution that may have been corrected before use `targetFor` of apply.ts, which
 * gives it as it was before: otherwise an undone correction would live on in the targets of later ones.
 */
export const targetOf = (text: string, a: Attribution): Target => ({
  ...anchorOf(text, a),
  labels: {
    form: a.form,
    act: a.act,
    negated: a.negated,
    framing: a.framing,
    entity: a.entity,
    role: a.role,
    kind: a.kind,
    naming: a.naming,
    channel: placesAt(text, a.channel),
    when: a.when && a.when.span[1] > a.when.span[0] ? { place: placeAt(text, a.when.span), value: a.when.value } : null,
  },
});
