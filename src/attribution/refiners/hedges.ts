/** `hedges`: the words in a content by which its source leaves it open. How the article stands to it is `framing`. */
import type { Attribution, Span } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import type { Refiner } from "../context.ts";
import { HEDGES } from "../lexicon/hedges.ts";
import { touches } from "../spans.ts";

const HEDGE = letterPattern(`(?<![\\p{L}’'-])(?:${HEDGES.map(({ pattern }) => pattern).join("|")})(?![\\p{L}])`, "giu");
/** "May 3", "in May": the month. */
const MONTH = /^May$/;

export const hedges: Refiner = (attributions, { doc }) => {
  const inner = new Map<string, Attribution[]>();
  for (const a of attributions) {
    const known = a.within ? inner.get(a.within) : undefined;
    if (known) known.push(a);
    else if (a.within) inner.set(a.within, [a]);
  }
  return attributions.map((a) => {
    // Of what somebody else says in the content, the doubt is theirs; so is that of a cue of hearsay the hearer's.
    const others = (inner.get(a.id) ?? []).flatMap((b) => [...b.content, ...b.cue]);
    const found = a.content.flatMap((span) => hedgesIn(doc.text, span)).filter((span) => !touches(others, span));
    if (found.length === 0 || a.act === "silence") return a;
    const words = [...new Set(found.map((s) => `“${doc.text.slice(...s)}”`))].join(", ");
    const reason = `the source leaves it open with ${words}`;
    return {
      ...a,
      hedges: found,
      why: { ...a.why, hedges: { how: "stated", by: "hedges", reason, confidence: 0.85 } },
    };
  });
};

function hedgesIn(text: string, [start, end]: Span): Span[] {
  return [...text.slice(start, end).matchAll(HEDGE)]
    .filter((m) => !(MONTH.test(m[0]) && m.index > 0))
    .map((m): Span => [start + m.index, start + m.index + m[0].length]);
}
