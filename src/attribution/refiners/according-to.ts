/**
 * "According to the Courier, the mayor said that …": the source ends at the comma; who speaks behind it is of the content, in
 * which the statement of theirs is found when it is read again.
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { verbLemma } from "../lexicon/lemma.ts";
import { lastStartingBy } from "../spans.ts";

const CUE = /^according to$/iu;
/** The verb right behind what was taken for the source. */
const VERB = /^,? (?:(?:has|have|had|also|both|then|later) ){0,2}(\p{Ll}+)/u;

export const accordingTo: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const next = split(a, context);
    return next
      ? change(context, "according-to", a, next, "who speaks behind the comma is part of what the source tells")
      : a;
  });

function split(a: Attribution, { doc: { text }, sentences }: Context): Attribution | null {
  const [cue, source] = [a.cue[0], a.source[0]];
  if (!cue || !source || a.cue.length > 1 || a.source.length > 1 || !CUE.test(text.slice(...cue))) return null;
  const comma = text.slice(...source).indexOf(", ");
  if (source[0] - cue[1] > 1 || comma < 0) return null;
  const verb = VERB.exec(text.slice(source[1], source[1] + 40))?.[1];
  if (!verb || verbLemma(verb) === null) return null;
  const rest = source[0] + comma + 2;
  // Sentences behind it go on with what the other says.
  const sentence = sentences[lastStartingBy(sentences, cue[0])]?.[1] ?? source[1];
  const most = text[sentence - 1] === "." ? sentence - 1 : sentence;
  const end = Math.min(most, Math.max(...a.content.map(([, e]) => e)));
  if (end <= source[1]) return null;
  const content: Span[] = [...a.content.filter(([, e]) => e <= cue[0]), [rest, end]];
  return { ...a, source: [[source[0], source[0] + comma]], content };
}
