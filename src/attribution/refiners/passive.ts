/**
 * Passives and hearsay adverbs as the guide wants them: "No injuries were reported" is a negated cue in two pieces, and an
 * adverb such as "reportedly" beside a verb of doing tells the whole clause as hearsay.
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { clauseAround } from "../finders/hearsay.ts";
import { matchWords } from "../lexicon/lemma.ts";
import { hull, lastStartingBy, merged, without } from "../spans.ts";
import { wordsOf } from "../words.ts";

const NO = /^No\s/;
const BE = /\b(?:is|are|was|were|been|be)\b/;
const ADVERB = /\b(?:reportedly|allegedly|supposedly|purportedly)\b/i;
const TAIL = /^ (?:in|at|on|from|among|after|during|for|by)\b[^.,;:“”"]{2,80}/;
/** Verbs of the lexicon that are acts as often as words. */
const DOING = new Set([
  "show",
  "put",
  "place",
  "read",
  "post",
  "publish",
  "carry",
  "cite",
  "reject",
  "attack",
  "offer",
  "call",
  "order",
  "list",
  "name",
  "find",
  "establish",
  "see",
  "hold",
  "seek",
]);

export const passive: Refiner = (attributions, context) =>
  attributions.map((a) => hearsayAct(noPassive(a, context), context));

function noPassive(a: Attribution, context: Context): Attribution {
  const { doc, sentences } = context;
  const [head] = a.content;
  const [cue] = a.cue;
  if (!head || !cue || a.source.length > 0 || a.cue.length > 1 || head[0] > cue[0]) return a;
  const { text } = doc;
  if (!NO.test(text.slice(...head)) || !BE.test(text.slice(...cue))) return a;
  const end = sentences[lastStartingBy(sentences, cue[0])]?.[1] ?? cue[1];
  const tail = TAIL.exec(text.slice(cue[1], end))?.[0];
  const rest: Span[] = tail ? [[cue[1] + 1, cue[1] + tail.length]] : [];
  const next: Attribution = {
    ...a,
    cue: [[head[0], head[0] + 2], cue],
    content: merged([[head[0] + 3, head[1]], ...a.content.slice(1), ...rest]),
  };
  return change(context, "passive", a, next, "“No” belongs to the cue: it tells that this was not said");
}

function hearsayAct(a: Attribution, context: Context): Attribution {
  const { doc, sentences } = context;
  const { text } = doc;
  const whole = hull(a.cue);
  const adverb = whole && ADVERB.exec(text.slice(...whole));
  if (!whole || !adverb) return a;
  const forms = wordsOf(text, whole).map((w) => w.form);
  const says = matchWords(forms, (e) => e.part !== "adverb" && !DOING.has(e.lemma)).some(
    ({ entry }) => entry.part === "verb",
  );
  if (says || forms.length === 1) return a;
  const cue: Span = [whole[0] + adverb.index, whole[0] + adverb.index + adverb[0].length];
  const sentence = sentences[lastStartingBy(sentences, cue[0])];
  if (!sentence || sentence[1] < cue[1]) return a;
  const next: Attribution = {
    ...a,
    source: [],
    cue: [cue],
    content: without([clauseAround(text, sentence, cue)], cue),
  };
  const reason = `the verb beside “${adverb[0]}” is an act: the whole clause is told as hearsay, and nobody is named`;
  return change(context, "passive", a, next, reason);
}
