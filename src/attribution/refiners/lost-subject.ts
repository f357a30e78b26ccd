/**
 * The subject of a saying that the tagger left without a source, where it stands plainly beside the cue: “…,” grumbled a
 * trader; “…,” one of them, who had waited since dawn, sobbed; The keeper, as she calls herself, has refused.
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { verbLemma } from "../lexicon/lemma.ts";
import { hull, lastStartingBy, overlaps } from "../spans.ts";
import { wordsOf } from "../words.ts";

const MOST_WORDS = 7;
const LONGEST = 160;
/** The phrase of a subject begins so. */
const BEGINS =
  /^(?:the|an?|his|her|its|their|our|one|another|some|many|several|most|both|two|three|four|various|this|these|those|nobody|somebody|someone|everyone)$/i;
/** No part of it. */
const NOT_IN =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|that|which|who|whom|when|while|where|if|because|after|before|as|than|to|by|with|from|on|about|into|over|under|it|there|what|how|why|not|no|and|or|but|so|then)$/i;
/** What stands between a subject and its verb in commas. */
const ASIDE =
  /,\s(?:(?:who|whose|which|as|now|then|an?|the|himself|herself)\b[^,;:“”"]{2,100}|\p{Ll}+ing(?: [^,;:“”"]{2,60})?),\s$/u;
const ADVERB = /\s(?:also|then|later|still|\p{Ll}+ly)\s$/u;
/** What ends a subject behind its verb. */
const ENDS = /[,.;:?!“”"\n]|\s(?:in|at|on|as|from|to|who|which|when|while|during|after|before|about|and)\s|$/u;
/** Whoever hears says nothing. */
const HEARS = new Set(["hear", "learn", "read", "know"]);
const BE = /^(?:be|been|being|is|are|was|were|am)$/;
const OPENING = /^[\s,“"‘']*/u;
/** A verb in these forms alone may be a passive or belong to no subject. */
const UNFINISHED = /(?:ing)$/;

export const lostSubject: Refiner = (attributions, context) =>
  attributions.map((a) => {
    if (a.source.length > 0 || a.why.cue?.by !== "tagger" || !isActive(a, context)) return a;
    const found = subjectOf(a, context);
    if (!found || [...a.content, ...a.cue].some((s) => overlaps(s, found))) return a;
    return change(
      context,
      "lost-subject",
      a,
      { ...a, source: [found] },
      "the subject of the saying stands right beside it",
    );
  });

/** Whether the cue is a verb of the lexicon that somebody does; “said” alone only beside words in quotation marks or "that". */
function isActive({ cue, content }: Attribution, { doc: { text } }: Context): boolean {
  const span = cue.length === 1 ? cue[0] : undefined;
  const words = span ? wordsOf(text, span).map((w) => w.form) : [];
  const verb = words.find((w) => verbLemma(w) !== null);
  if (
    !span ||
    !verb ||
    HEARS.has(verbLemma(verb) ?? "") ||
    words.some((w) => BE.test(w)) ||
    UNFINISHED.test(words[0] as string)
  )
    return false;
  return (
    words.length > 1 || content.some((s) => /["“”‘’]/u.test(text.slice(...s)) || /^that\s/u.test(text.slice(...s)))
  );
}

function subjectOf({ cue, content }: Attribution, { doc: { text }, sentences }: Context): Span | null {
  const [start, end] = cue[0] as Span;
  const sentence = sentences[lastStartingBy(sentences, start)];
  if (!sentence) return null;
  const before = hull(content.filter((s) => s[1] <= start && s[1] >= sentence[0]));
  // "Kestria says the boat crossed; Orvane calls it …": a clause of its own.
  const clause = text.lastIndexOf("; ", start) + 1;
  const head = Math.max(clause, sentence[0]);
  const from = Math.max(head, before?.[1] ?? 0, start - LONGEST);
  const lead = text.slice(from, start);
  if (before && /^[\s,”"’]*$/u.test(lead)) {
    const behind = text.slice(end, Math.min(sentence[1], end + LONGEST));
    if (!/^\s/.test(behind)) return null;
    const rest = behind.slice(1);
    return phraseAt(end + 1, rest.slice(0, rest.search(ENDS)), text);
  }
  // Other words of the same statement between: it is not plain whose it is.
  if (!before && from > head) return null;
  const bare = lead.replace(ADVERB, " ").replace(ASIDE, " ");
  const opening = OPENING.exec(bare)?.[0].length ?? 0;
  return /\s$/.test(bare) ? phraseAt(from + opening, bare.slice(opening).trimEnd(), text) : null;
}

/** The words as a subject; `null` when they are none. */
function phraseAt(at: number, phrase: string, text: string): Span | null {
  const words = wordsOf(phrase, [0, phrase.length]);
  const [first] = words;
  if (!first || words.length > MOST_WORDS || text.slice(at, at + phrase.length) !== phrase) return null;
  const begins = BEGINS.test(first.form) || (/^\p{Lu}/u.test(first.text) && !NOT_IN.test(first.form));
  if (!begins || words.some((w) => NOT_IN.test(w.form) || /^[^\p{L}\p{N}’']$/u.test(w.text))) return null;
  // An adverb or a time is nobody.
  return /(?:ly|day|week|month|year)$/u.test((words.at(-1) as { form: string }).form) ? null : [at, at + phrase.length];
}
