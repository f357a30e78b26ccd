/**
 * What is no attribution by the guide, though the training data marks it at times: acts and decisions without words
 * ("took action", "retaliated by"), names given to things, knowing, what a law forces.
 */
import type { Attribution, Span } from "../../document.ts";
import { drop } from "../account.ts";
import type { Refiner } from "../context.ts";
import { matchWords } from "../lexicon/lemma.ts";
import { wordsOf } from "../words.ts";

/** Verbs that do something, or name it, and say nothing, in all their forms. */
const ACT =
  /\b(?:support|back|resist|persuad|convinc|honou?r|award|found|retaliat|promot|choos|chose|elect|appoint|know|knew|understand|understood|nam|attend|visit|sign|vot|refus|allow|forc|creat|launch|develop|begin|began|start|end|react|prevent|help|lead|led|bring|brought|win|won|lose|lost|fight|fought|wait|sell|sold|buy|bought|build|built|open|clos|mov|join|leav|left|deploy|invade|strike|struck|kill|arrest|charg|convict|sentenc|fin|su|conferr?|consult)(?:e|es|ed|ing|s|n|ned|ning)?\b/i;
/** "was denied visas": something was withheld, nothing was said. */
const WITHHELD = /\b(?:been|was|were|is|are|be|being)\b.{0,20}\bdenied\b/i;
/** A surer reading than this is left to the tagger. */
const SURE = 0.97;

export const veto: Refiner = (attributions, context) =>
  attributions.filter((a) => {
    const reason = reasonAgainst(a, context.doc.text);
    if (reason) drop(context, "veto", a, reason);
    return reason === null;
  });

/** "An insider, who asked not to be named, said": an aside tells why a name is held back. */
const HIDING = /^(?:not )?to (?:be|stay|remain|go) (?:named|identified|quoted|anonymous|unnamed|nameless)\b/iu;
const ASIDE = /\bwhom?\s$/iu;
/** A name is given, nobody is judged. */
const NAMED =
  /^(?:\p{L}+ )?(?:named|titled|entitled|nicknamed|christened|(?:(?:is|was|are|were) )?known(?: \p{Ll}+){0,3} as)$/iu;
const CALLED = /^(?:\p{Ll}+ )?called$/iu;
/** "called ‘Slow Brannick’": a few words in capitals. */
const TITLE = /^[“"‘'«]\p{Lu}[^.!?”"’'»]{0,40}[”"’'»]$/u;

/** "a driver might well say": nobody has said it. */
const IMAGINED =
  /^(?:might|could|may|would) (?:(?!not |never )\p{Ll}+ )?(?:say|claim|argue|ask|object|reply|answer|think)$/iu;
const ANYBODY =
  /^(?:an?|some|somebody|someone|anyone|anybody|one|you|people|sceptics|skeptics|critics|cynics|many|most)\b/i;

function reasonAgainst(a: Attribution, text: string): string | null {
  const words = (list: Attribution["cue"]): string => list.map((s) => text.slice(...s)).join(" ");
  if (IMAGINED.test(words(a.cue)) && ANYBODY.test(words(a.source)))
    return "it is what somebody might say, and nobody has said it";
  if (a.why.content?.by !== "tagger" || a.cue.length === 0) return null;
  if (HIDING.test(words(a.content)) && ASIDE.test(text.slice(Math.max(0, (a.cue[0] as Span)[0] - 6), a.cue[0]?.[0])))
    return "it tells why a name is held back";
  if (NAMED.test(words(a.cue)) || (CALLED.test(words(a.cue)) && a.content.length === 1 && TITLE.test(words(a.content))))
    return "it gives a name, and judges nobody";
  const cue = a.cue.map((s) => text.slice(...s)).join(" ");
  const content = a.content.map((s) => text.slice(...s)).join(" ");
  if (/["“”‘«]/.test(content) && a.confidence > 0.8) return null;
  const forms = a.cue.flatMap((s) => wordsOf(text, s).map((w) => w.form));
  const after = a.content.find((s) => s[0] >= (a.cue.at(-1)?.[1] ?? 0));
  // "was denied by the ministry" is a denial: only a thing behind the cue is what was withheld.
  if (after && WITHHELD.test(cue) && !/^(?:that|having|any)\b/.test(text.slice(...after)))
    return "something was withheld, nothing was said";
  if (a.confidence >= SURE) return null;
  const known = matchWords(forms, (entry) => entry.part !== "adverb").some(
    ({ entry }) => !/^(?:charge|name|back)$/.test(entry.lemma),
  );
  return !known && ACT.test(cue) ? "it tells an act, not words" : null;
}
