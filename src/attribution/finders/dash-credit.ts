/** Press-release style: a quotation, a dash, then title and name, with no verb ("“We open in May.” – Director Ina Holt"). */
import type { Span } from "../../document.ts";
import type { Finder, Proposal } from "../context.ts";
import { touches } from "../spans.ts";

const AFTER = /^\s*([–—]|-{1,2})\s*(\p{Lu}[^“”"«».!?\n]{2,110})[.]?$/u;
const CONFIDENCE = 0.9;

export const dashCredit: Finder = (found, { doc, quotations }) => {
  const proposals: Proposal[] = [];
  let block = 0;
  for (const q of quotations) {
    if (q.inside !== null || !q.closed) continue;
    while (block + 1 < doc.blocks.length && (doc.blocks[block + 1]?.span[0] ?? 0) <= q.span[0]) block++;
    const end = doc.blocks[block]?.span[1] ?? 0;
    if (end <= q.span[1] || end - q.span[1] > 130) continue;
    const match = AFTER.exec(doc.text.slice(q.span[1], end));
    const [, dash = "", name = ""] = match ?? [];
    if (!match) continue;
    const at = q.span[1] + match[0].indexOf(dash);
    const from = q.span[1] + match[0].indexOf(name, match[0].indexOf(dash) + dash.length);
    const source: Span = [from, from + name.trimEnd().length];
    if (found.some((a) => touches(a.content, q.span) && touches(a.source, source))) continue;
    proposals.push({
      source: [source],
      cue: [[at, at + dash.length]],
      content: [q.span],
      confidence: CONFIDENCE,
      by: "dash-credit",
      reason: "a dash after the quotation names who said it",
    });
  }
  return proposals;
};
