/** Whoever is told or hears something is not its source: "jury told", "the court heard that …", "she was told that …". */
import type { Span } from "../../document.ts";
import type { Refiner } from "../context.ts";
import { hull, merged, overlaps } from "../spans.ts";

const HEARS = /^(?:(?:has|have|had|was|were|is|are|been|being|will be|later|also|once) )*(?:hears?|heard)\b/i;
const TOLD =
  /\b(?:is|are|was|were|been|being|'m|’m|am) (?:\p{L}+ )?(?:told|informed|assured|warned|advised|asked|briefed)\b|^(?:told|warned|asked|accused)$/iu;
const BY = /\bby\s$/i;
/** Up to what they say, or a comma. */
const TELLER =
  /^ by (?:the |an? |his |her |its |their |our |my )?(?:(?!(?:that|not|to)\b)[\p{L}\p{N}’'-]+)(?: (?!(?:that|not|to|not to|and|when|as)\b)[\p{L}\p{N}’'-]+){0,6}(?=,| that\b| (?:not )?to \p{Ll})/u;
/** "Asked whether it was late, the mayor", "The mayor, asked whether it was late, said": whoever is asked answers. */
const ASKED = /^asked$/i;
const OPENS = /(?:^|[.!?\n“"]\s?)$/;

export const hearer: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const cue = hull(a.cue);
    const source = hull(a.source);
    if (!cue || !source) return a;
    const { text } = context.doc;
    if (isAsked(cue, source, text)) {
      context.note({
        step: "hearer",
        did: "changed",
        attribution: a.id,
        reason: "they are asked; nobody is named who asks",
        span: source,
      });
      return { ...a, source: [] };
    }
    const teller = tellerOf(cue, text);
    if (teller && ![...a.content, ...a.cue].some((s) => overlaps(s, teller))) {
      const reason = "whoever is told hears it; who says it is named behind “by”";
      context.note({ step: "hearer", did: "changed", attribution: a.id, reason, span: teller });
      return { ...a, source: [teller] };
    }
    if (source[1] > cue[0]) return a;
    const words = text.slice(...cue);
    const headline = context.doc.blocks.some(
      (b) => b.kind === "headline" && b.span[0] <= cue[0] && cue[1] <= b.span[1],
    );
    const passive = TOLD.test(words) && (words.includes(" ") || headline);
    if (!(HEARS.test(words) || passive) || BY.test(text.slice(Math.max(0, source[0] - 4), source[0]))) return a;
    // A headline's bare "told" is passive only when nothing told follows it.
    if (passive && !words.includes(" ") && a.content.some((s) => s[0] >= cue[1])) return a;
    context.note({
      step: "hearer",
      did: "changed",
      attribution: a.id,
      reason: "they hear it; nobody is named who says it",
      span: source,
    });
    const to = a.content.find((s) => s[0] >= cue[1]);
    const directive = to !== undefined && /^(?:not )?to \p{Ll}/u.test(text.slice(...to));
    return { ...a, source: [], content: directive ? merged([...a.content, ...a.source]) : a.content };
  });

function isAsked(cue: Span, source: Span, text: string): boolean {
  if (!ASKED.test(text.slice(...cue))) return false;
  if (source[0] > cue[1])
    return OPENS.test(text.slice(Math.max(0, cue[0] - 2), cue[0])) && !BY.test(text.slice(cue[1], source[0]));
  return text.slice(source[1], cue[0]) === ", ";
}

/** "She was warned by her landlady that …": who says it, behind a passive cue; `null` of any other. */
function tellerOf(cue: Span, text: string): Span | null {
  const words = text.slice(...cue);
  if (!words.includes(" ") || !TOLD.test(words) || !/^\P{Lu}*$/u.test(words.slice(1))) return null;
  const by = TELLER.exec(text.slice(cue[1], cue[1] + 120));
  return by ? [cue[1] + " by ".length, cue[1] + by[0].length] : null;
}
