/** `form`: direct, mixed or indirect, by how much of the content stands in quotation marks. */
import type { Attribution, Form, Span } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { lastStartingBy, overlaps } from "../spans.ts";

const LETTER = /[\p{L}\p{N}]/gu;
/** What may stand before a label in its block: nothing, a dash, a title. */
const LABEL_START = /^(?:[-–—*•\s]|(?:Mr|Mrs|Ms|Dr|Judge|Justice|Sir|Lord|Lady)\.?\s)*$/;
/** The article's own note behind a quotation: "(sic)", "(in Italian)", "((it))". */
const ASIDE = /(?<=[”"’'»]\s?)\({1,2}[^()“”"]{1,24}\){1,2}[.,;]?\s*$/u;
/** Finders whose content is the source's words without marks. */
const WORDS_THEMSELVES = new Set(["speech-block", "speaker-label"]);

export const form: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const { form: value, reason } = formOf(a, context);
    return { ...a, form: value, why: { ...a.why, form: { how: "stated", by: "form", reason, confidence: 0.95 } } };
  });

function formOf(a: Attribution, context: Context): { form: Form; reason: string } {
  if (WORDS_THEMSELVES.has(a.why.content?.by ?? ""))
    return { form: "direct", reason: "the words stand as the source's own, as a block or under a speaker label" };
  if (isLabelled(a, context)) return { form: "direct", reason: "the words stand under the speaker’s label" };
  const block = blockAt(a.content[0]?.[0] ?? 0, context);
  if (block?.kind === "quotation") return { form: "direct", reason: "it stands as a block quotation" };
  let letters = 0;
  let quoted = 0;
  for (const piece of a.content) {
    letters += count(context.doc.text.slice(...piece).replace(ASIDE, ""));
    for (const q of quotationsIn(piece, context))
      quoted += count(context.doc.text.slice(Math.max(q[0], piece[0]), Math.min(q[1], piece[1])));
  }
  if (letters > 0 && quoted >= letters) return { form: "direct", reason: "all of it stands in quotation marks" };
  if (quoted > 0) return { form: "mixed", reason: "some of it stands in quotation marks" };
  return { form: "indirect", reason: "none of it stands in quotation marks" };
}

const blockAt = (at: number, { doc }: Context): Context["doc"]["blocks"][number] | undefined =>
  doc.blocks[lastStartingBy(doc.blocks, at)];

/** "TESK: Forty million.": a name or letter that opens its block, and a colon for a cue. */
function isLabelled(a: Attribution, context: Context): boolean {
  const { text } = context.doc;
  const label = a.source[0];
  const cue = a.cue[0];
  if (!label || !cue || a.cue.length > 1 || text.slice(...cue) !== ":" || cue[0] < label[1]) return false;
  const block = blockAt(label[0], context);
  return block !== undefined && LABEL_START.test(text.slice(block.span[0], label[0]));
}

const count = (text: string): number => text.match(LETTER)?.length ?? 0;

/** Outermost quotations that begin within the piece: those around it belong to whoever quotes it. */
function quotationsIn(piece: Span, { quotations }: Context): Span[] {
  const found: Span[] = [];
  for (let i = lastStartingBy(quotations, piece[1]); i >= 0; i--) {
    const q = quotations[i];
    if (!q || q.span[0] < piece[0]) break;
    if (overlaps(q.span, piece)) found.push(q.span);
  }
  let reached = -1;
  return found.reverse().filter(([, end]) => {
    const outer = end > reached;
    reached = Math.max(reached, end);
    return outer;
  });
}
