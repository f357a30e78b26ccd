/**
 * Quoted sentences and paragraphs that go on with the same speaker's words, with no cue of their own, belong to the
 * content of the attribution before them.
 */
import type { Attribution, Span } from "../../document.ts";
import type { Quotation } from "../../reading/quotations.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { hull, lastStartingBy, merged, overlaps } from "../spans.ts";

/** What may stand between two stretches of one speech: blanks, stops, nothing said by anybody else. */
const GAP = /^[\s.,;:!?…–—-]*$/u;

export const continuation: Refiner = (attributions, context) => {
  const outer = context.quotations.filter((q) => q.inside === null);
  const claimed = coveredQuotations(outer, attributions);
  const result = giveBack(attributions, outer, context);
  const owner = new Map<Quotation, Attribution>();
  for (const a of result) for (const q of quotationsIn(a, outer)) if (!a.within) owner.set(q, owner.get(q) ?? a);
  for (let i = 0; i < outer.length; i++) {
    const q = outer[i] as Quotation;
    if (claimed.has(q)) {
      complete(q, owner.get(q), context);
      continue;
    }
    const previous = outer[i - 1];
    const speaker = previous && owner.get(previous);
    if (!previous || !speaker || !goesOn(context, speaker, previous, q)) continue;
    speaker.content = merged([...speaker.content, q.span]);
    owner.set(q, speaker);
    context.note({
      step: "continuation",
      did: "changed",
      attribution: speaker.id,
      reason: "the quotation goes on with the same speaker's words",
      span: q.span,
    });
  }
  return result;
};

/** How far from a quotation its own cue stands, with a source between. */
const CUE_BESIDE = 40;

/** "“It is late,” Marr said. “Will you go?” she asked.": a quotation with its own cue right behind it is not the speaker’s before. */
function giveBack(attributions: readonly Attribution[], outer: readonly Quotation[], context: Context): Attribution[] {
  const own = new Map<Quotation, Attribution>();
  for (const a of attributions) {
    const [only] = a.content;
    const cue = a.cue[0];
    if (!only || !cue || a.content.length > 1 || cue[0] < only[1] || cue[0] - only[1] > CUE_BESIDE) continue;
    for (const q of near(outer, only)) if (q.span[0] === only[0] && q.span[1] === only[1]) own.set(q, a);
  }
  return attributions.map((a) => {
    if (a.content.length < 2 || a.within) return { ...a };
    const content = a.content.filter((piece) => {
      const q = [...near(outer, piece)].find(({ span }) => span[0] === piece[0] && span[1] === piece[1]);
      const other = q && own.get(q);
      return !other || other === a || (hull(a.cue)?.[0] ?? 0) > piece[0];
    });
    if (content.length === a.content.length || content.length === 0) return { ...a };
    return change(
      context,
      "continuation",
      a,
      { ...a, content },
      "a quotation with a cue of its own is another statement",
    );
  });
}

/** Quotations in which an attribution's content, source or cue already stands. */
function coveredQuotations(outer: readonly Quotation[], attributions: readonly Attribution[]): Set<Quotation> {
  const covered = new Set<Quotation>();
  for (const a of attributions)
    for (const span of [...a.content, ...a.cue]) for (const q of near(outer, span)) covered.add(q);
  return covered;
}

function* near(outer: readonly Quotation[], span: Span): Generator<Quotation> {
  for (let i = lastStartingBy(outer, span[1]); i >= 0; i--) {
    const q = outer[i] as Quotation;
    if (q.span[1] <= span[0]) return;
    if (overlaps(q.span, span)) yield q;
  }
}

function* quotationsIn(a: Attribution, outer: readonly Quotation[]): Generator<Quotation> {
  for (const span of a.content) for (const q of near(outer, span)) yield q;
}

/** A quotation of which a part is the content is the content as a whole, unless a cue or source stands inside it. */
function complete(q: Quotation, owner: Attribution | undefined, context: Context): void {
  if (!owner || owner.within || [...owner.cue, ...owner.source].some((s) => overlaps(s, q.span))) return;
  const taken = owner.content.reduce(
    (n, s) => n + Math.max(0, Math.min(s[1], q.span[1]) - Math.max(s[0], q.span[0])),
    0,
  );
  if (taken < 0.3 * (q.span[1] - q.span[0]) || context.doc.text.slice(...q.inner).trim() === "") return;
  const before = { ...owner };
  owner.content = merged([...owner.content, q.span]);
  change(context, "continuation", before, owner, "a quotation of which a part was taken is taken as a whole");
}

function goesOn(context: Context, speaker: Attribution, previous: Quotation, q: Quotation): boolean {
  const { text } = context.doc;
  if (q.continues !== null && context.quotations[q.continues] === previous) return true;
  const whole = /^["“‘«„'][\p{Lu}\p{N}[(…‘"“]/u.test(text.slice(q.span[0], q.span[0] + 2));
  if (!whole) return false;
  const reach = hull([...speaker.content, ...speaker.cue, ...speaker.source]) as Span;
  const from = Math.max(reach[1], previous.span[1]);
  const between = text.slice(from, q.span[0]);
  if (GAP.test(between)) {
    // The next words after the quotation must not bring in a speaker of their own: the tagger would have claimed it.
    return true;
  }
  return false;
}
