/**
 * A relative pronoun stands for the noun phrase before it: "the policy, which the UN criticised". The antecedent joins the
 * pronoun as a piece of the content; of a source ("Ms Holt, who said …") it names the speaker.
 */
import type { Attribution, Span } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { lastStartingBy, merged, touches } from "../spans.ts";
import { type Word, wordsOf } from "../words.ts";

const RELATIVE = /^(?:who|whom|which|that)$/i;
const RELATIVE_START = /^(?:which|whom|who|that)\b/i;
const DETERMINER =
  /^(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|some|any|no|one|two|three|four|several|many|both|each|every|another)$/;
/** The noun phrase goes on to the left over these when a determiner or name stands before them. */
const LINK = /^(?:of|de|van|von|and|for|in|at)$/;
const BOUNDARY =
  /^(?:[,;:.!?()“”"—–]|is|are|was|were|be|been|has|have|had|says?|said|told|tells|by|to|with|from|on|as|about|that|when|while|because|than|after|before)$/;
const LONGEST = 9;

export const antecedent: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const { text } = context.doc;
    const pronoun = a.source.find((s) => RELATIVE.test(text.slice(...s)));
    let next: Attribution = a;
    if (pronoun) {
      const phrase = phraseBefore(pronoun[0], context);
      if (phrase && !touches(a.cue, phrase)) next = { ...next, source: merged([...a.source, phrase]) };
    }
    const head = next.content[0];
    const cue = next.cue[0];
    if (
      head &&
      cue &&
      head[0] < cue[0] &&
      RELATIVE_START.test(text.slice(...head)) &&
      /[\p{L}\p{N}”’"')],?\s*$/u.test(text.slice(Math.max(0, head[0] - 3), head[0]))
    ) {
      const phrase = phraseBefore(head[0], context);
      if (phrase && !touches([...next.cue, ...next.source], phrase))
        next = { ...next, content: merged([...next.content, [phrase[0], head[1]]]) };
    }
    if (next !== a)
      context.note({
        step: "antecedent",
        did: "changed",
        attribution: a.id,
        reason: "“who” and “which” stand for the words before them",
        span: pronoun ?? head ?? null,
      });
    return next;
  });

/** The noun phrase that ends right before `at` (a comma between them aside); `null` when none is seen. */
export function phraseBefore(at: number, { doc, sentences }: Context): Span | null {
  const sentence = sentences[lastStartingBy(sentences, at)];
  if (!sentence) return null;
  const words = wordsOf(doc.text, [Math.max(sentence[0], at - 160), at]);
  while (words.length > 0 && /^[,(]$/.test(words.at(-1)?.form ?? "")) words.pop();
  const last = words.at(-1);
  if (!last || !/[\p{L}\p{N}]/u.test(last.text)) return null;
  let from = words.length - 1;
  for (let i = words.length - 2; i >= 0 && words.length - i <= LONGEST; i--) {
    const { form, text } = words[i] as Word;
    if (DETERMINER.test(form)) {
      from = i;
      break;
    }
    if (BOUNDARY.test(form)) break;
    if (LINK.test(form)) {
      if (form !== "of" && !/^\p{Lu}/u.test(words[i - 1]?.text ?? "")) break;
      continue;
    }
    if (/^\p{Ll}/u.test(text) && /^\p{Lu}/u.test(words[i + 1]?.text ?? "") && !/^\p{Ll}+$/u.test(text)) break;
    from = i;
  }
  return [(words[from] as Word).span[0], last.span[1]];
}
