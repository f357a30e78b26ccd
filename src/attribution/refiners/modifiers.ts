/** The words near a cue by which the article tells how it stands to the statement: "falsely", "without evidence", "if, as". */
import type { Attribution, Framing } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import type { Context } from "../context.ts";
import { MODIFIERS, type Modifier } from "../lexicon/firmness.ts";
import { hull, lastStartingBy } from "../spans.ts";

/** How far from the cue a modifier of it stands, in UTF-16 units. */
const REACH = 60;

const compiled = MODIFIERS.map((m) => {
  const body = `(?<![\\p{L}-])(?:${m.pattern})(?![\\p{L}])`;
  return { ...m, is: letterPattern(m.place === "before" ? `${body}[\\s,]*$` : body, "iu") };
});
/** A head in marks: “experts”, 'healer'. The article passes the word on and does not use it. */
const SCARE =
  /^(?:(?:the|a|an|some|these|those|his|her|its|their|two|three)\s)?(?:\p{L}+\s){0,2}["“‘'](?!\p{Lu})[^"”’']{3,30}["”’'](?:\s|$)/u;

export interface Modified {
  framing: Framing;
  reason: string;
}

/** How a modifier lets the article stand to `a`; `null` when there is none. */
export function modifierOf(a: Attribution, context: Context): Modified | null {
  const source = hull(a.source);
  const words: Record<Modifier["place"], string> = {
    before: source ? context.doc.text.slice(Math.max(0, source[0] - 12), source[0]) : "",
    cue: around(a, context),
    verb: a.cue.map((s) => context.doc.text.slice(...s)).join(" "),
    source: a.source.map((s) => context.doc.text.slice(...s)).join(" "),
  };
  for (const { is, place, framing } of compiled) {
    const found = is.exec(words[place]);
    if (found) return { framing, reason: `“${found[0].trim().replace(/[\s,]+$/, "")}” ${TELLS[framing]}` };
  }
  const scare = SCARE.exec(words.source);
  return scare ? { framing: "distancing", reason: "the source stands in quotation marks of doubt" } : null;
}

const TELLS: Readonly<Record<Modifier["framing"], string>> = {
  distancing: "keeps a distance",
  endorsing: "treats it as true",
  hearsay: "tells it as hearsay",
};

/** The cue with the words of its sentence beside it that belong to neither source nor content. */
function around(a: Attribution, { doc, sentences }: Context): string {
  const cue = hull(a.cue);
  if (!cue) return "";
  const sentence = sentences[lastStartingBy(sentences, cue[0])] ?? cue;
  const others = [...a.source, ...a.content];
  const start = Math.max(sentence[0], cue[0] - REACH, ...others.map((s) => (s[1] <= cue[0] ? s[1] : 0)));
  const nextAt = others.map((s) => (s[0] >= cue[1] ? s[0] : Number.POSITIVE_INFINITY));
  const end = Math.min(sentence[1], cue[1] + REACH, ...nextAt);
  // Before the cue only the verb group and its adverbs are its own.
  const before = /[\p{L}\s’'-]*$/u.exec(doc.text.slice(start, cue[0]))?.[0] ?? "";
  const after = /^[^.;:!?“”"]*/u.exec(doc.text.slice(cue[1], end))?.[0] ?? "";
  return `${before}${doc.text.slice(...cue)}${after}`;
}
