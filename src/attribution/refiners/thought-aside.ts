/**
 * "Prompted, I think, by the film, …" and "Had it rained, we believe the wall would be gone": what is thought stands on both sides
 * of the words that say so. The tagger, which was taught on reports about others, takes only what follows.
 */
import type { Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { overlaps } from "../spans.ts";

const FIRST = /^(?:I|we)$/i;
const THINKS = /^(?:think|thought|believe|believed|guess|suppose|suspect|reckon|imagine|fear|assume)$/i;
/** What follows is no clause of its own, so it goes on with what stands before. */
const GOES_ON = /^(?:by|from|in|on|at|with|because|since|for|under|through|during)\s/i;
const CONDITION = /^(?:if|unless|had|were|should)\s/i;
/** Somebody speaks in the words before: they are not the thinker's alone. */
const SAYS = /\b(?:says?|said|tells?|told|asks?|asked)\b/i;
/** "If you ask me, I think …" */
const NO_CONDITION = /^if (?:you|anybody|anyone|someone) (?:ask|asks|asked)\b/i;

export const thoughtAside: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const { text } = context.doc;
    const [source, cue] = [a.source[0], a.cue[0]];
    if (!source || !cue || a.source.length + a.cue.length !== 2 || source[1] > cue[0]) return a;
    if (!FIRST.test(text.slice(...source)) || !THINKS.test(text.slice(...cue))) return a;
    if (a.content.some((s) => s[0] < source[0])) return a;
    const front = before(source[0], context);
    const own = a.content.find((s) => s[0] >= cue[1]);
    if (
      !front ||
      !own ||
      !belongs(text.slice(...front), text.slice(front[1], source[0]), text.slice(cue[1], own[0] + 20))
    )
      return a;
    if (SAYS.test(text.slice(...front)) || attributions.some((b) => b !== a && b.cue.some((s) => overlaps(s, front))))
      return a;
    const next = { ...a, content: [front, ...a.content] };
    return change(context, "thought-aside", a, next, "what is thought stands before the words that say so, too");
  });

/** Whether the words before go on behind the aside; `gap` is what stands between them and the one who thinks. */
function belongs(front: string, gap: string, after: string): boolean {
  if (CONDITION.test(front)) return !NO_CONDITION.test(front);
  if (gap.includes(",") && /^\s*,/.test(after)) return true;
  return GOES_ON.test(after.trimStart());
}

/** From the beginning of the sentence, or of the quotation inside it, to the words before `end`, without a comma there. */
function before(end: number, { doc, sentences, quotations }: Context): Span | null {
  const sentence = sentences.find((s) => s[0] < end && end < s[1]);
  if (!sentence) return null;
  const opened = quotations.filter(({ inner: s }) => s[0] < end && end < s[1] && s[0] >= sentence[0]);
  const from = Math.max(sentence[0], ...opened.map(({ inner }) => inner[0]));
  const words = doc.text.slice(from, end);
  const start = from + (/^[\s“"‘']*/u.exec(words)?.[0].length ?? 0);
  const stop = end - (/[\s,–—-]*$/u.exec(words)?.[0].length ?? 0);
  return start < stop ? [start, stop] : null;
}
