/**
 * The cue is the verb group alone: no hearer ("told | reporters"), no adverb before it ("also | reported"), no preposition
 * behind it unless verb and preposition are one expression ("called for"), no phrase of place or time.
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Refiner } from "../context.ts";
import { matchWords } from "../lexicon/lemma.ts";
import { hull, merged } from "../spans.ts";
import { type Word, wordsOf } from "../words.ts";

const LEADING =
  /^(?:also|later|then|further|meanwhile|now|still|even|just|often|soon|once|again|who|which|and|but|to)$/;
const PREPOSITION =
  /^(?:of|for|to|on|in|at|with|about|as|by|against|over|from|into|that|during|through|via|among|upon)$/;
const TELLING = /^(?:told|tells|tell|telling|informed|briefed)$/;
/** What a source declines to do belongs to the cue ("declined to comment | on it"). */
const UNDONE =
  /^to (?:publicly |immediately |further )?(?:comment|say|discuss|confirm|answer|respond|elaborate|explain|speak|talk|disclose|give|name|address|reply)\b/;
const DECLINING = /^(?:declin|refus)/;

export const cueEdges: Refiner = (attributions, context) =>
  attributions.map((given) => {
    const a = withName(given, context.doc.text);
    const [cue] = a.cue;
    if (!cue || a.cue.length > 1) return a;
    const words = wordsOf(context.doc.text, cue);
    const cut = verbGroup(words);
    let next = a;
    if (cut && (cut[0] !== cue[0] || cut[1] !== cue[1])) {
      next = { ...a, cue: [cut], content: handOver(a, cut, cue, context.doc.text) };
      change(context, "cue-edges", a, next, "the cue is the words of saying alone, without what stands around them");
    }
    return change(
      context,
      "cue-edges",
      next,
      withUndone(next, context.doc.text),
      "what the source declines to do belongs to the cue",
    );
  });

/** "Ada | Brack for saying": a name that the cue begins with belongs to the source right before it. */
function withName(a: Attribution, text: string): Attribution {
  const [cue] = a.cue;
  const last = a.source.at(-1);
  if (!cue || !last || a.cue.length > 1 || text.slice(last[1], cue[0]) !== " ") return a;
  const name = /^(?:\p{Lu}[\p{L}’'-]+\s)+(?=\p{Ll})/u.exec(text.slice(...cue))?.[0];
  if (!name || name.length >= cue[1] - cue[0]) return a;
  const end = cue[0] + name.trimEnd().length;
  return {
    ...a,
    cue: [[cue[0] + name.length, cue[1]]],
    source: a.source.map((s) => (s === last ? [s[0], end] : s)),
  };
}

/** Span of the verb group in the words of a cue; `null` to leave the cue as it is. */
function verbGroup(words: readonly Word[]): Span | null {
  if (words.length < 2) return null;
  let from = 0;
  // "There is speculation": the noun alone.
  if (/^there$/.test(words[0]?.form ?? "") && words.length > 2) return (words.at(-1) as Word).span;
  // "for saying", "after claiming": the participle alone.
  if (/^(?:for|by|after|before|of|in|with|while|when)$/.test(words[0]?.form ?? "") && /ing$/.test(words[1]?.form ?? ""))
    from++;
  while (
    from < words.length - 1 &&
    (LEADING.test(words[from]?.form ?? "") || /ly$/.test(words[from]?.form ?? "")) &&
    !/^(?:reportedly|allegedly|supposedly|purportedly|apparently)$/.test(words[from]?.form ?? "")
  )
    from++;
  let to = words.length;
  const telling = words.findIndex((w) => TELLING.test(w.form));
  if (telling >= 0) to = telling + 1;
  const forms = words.map((w) => w.form);
  const entries = matchWords(forms);
  // Behind the last word of saying, a preposition opens what is said or where.
  const last = entries.filter((m) => m.from >= from && m.to <= to && m.entry.part !== "adverb").at(-1);
  const preposition = forms.findIndex(
    (form, i) => i > from && i >= (entries[0]?.to ?? 1) && i < to && PREPOSITION.test(form) && !(last && i < last.to),
  );
  if (preposition > 0 && entries.some((m) => m.from < preposition)) {
    // "expressed concern about": a noun of saying before the preposition stays in the cue.
    to = preposition;
  }
  if (to <= from) return null;
  return [(words[from] as Word).span[0], (words[to - 1] as Word).span[1]];
}

/** A bare preposition cut off the end goes to the content behind it; a phrase of place or time goes nowhere. */
function handOver(a: Attribution, cut: Span, cue: Span, text: string): Span[] {
  const tail: Span = [cut[1], cue[1]];
  const words = wordsOf(text, tail);
  const [word] = words;
  const after = a.content.find((s) => s[0] >= cue[1]);
  if (
    words.length !== 1 ||
    !word ||
    !after ||
    !PREPOSITION.test(word.form) ||
    text.slice(cue[1], after[0]).trim() !== ""
  )
    return a.content;
  return merged(a.content.map((s) => (s === after ? [word.span[0], s[1]] : s)));
}

function withUndone(a: Attribution, text: string): Attribution {
  const cue = hull(a.cue);
  if (!cue) return a;
  const after = a.content.find((s) => s[0] >= cue[1]);
  const last = wordsOf(text, cue).at(-1)?.form ?? "";
  if (!after || !DECLINING.test(last)) return a;
  const undone = UNDONE.exec(text.slice(...after));
  if (!undone || text.slice(cue[1], after[0]).trim() !== "" || undone[0].length >= after[1] - after[0] - 2) return a;
  const end = after[0] + undone[0].length;
  const rest = text.slice(end, after[1]);
  const start = end + (rest.length - rest.trimStart().length);
  return { ...a, cue: [[cue[0], end]], content: merged(a.content.map((s) => (s === after ? [start, s[1]] : s))) };
}
