/** Whether the words around a time phrase put it ahead of the article or behind it. */
import type { Span } from "../../document.ts";

/** As far back as a verb is looked for, and ahead for what follows a date as its noun ("a June 3 hearing has been scheduled"). */
const BACK = 120;
const AHEAD = 50;
const BREAK = /[.;:!?”"“]\s|\b(?:and|but|although|though|while|whereas|after|before|since|because)\s/giu;
const PROSPECT =
  "(?:set|due|scheduled|expect(?:s|ed)?|slated|planned|poised|planning|plans?|hop(?:es?|ing)|wants?|aims?|intends?|promised?|promises|vow(?:s|ed)|pledge[sd]?|agree[sd]?|going|about|ready|bound|likely|unlikely|deadline|ordered|told|asked|urged|needs?|has|have|is|are)";
/** "will be completed", "to be held", "is set to begin"; the participle is taken along, so that it does not pass for a past. */
const FUTURE = new RegExp(
  [
    "\\b(?:will|shall|won['’]t|should|would|may|might|must|can)(?: not| \\p{Ll}+ly| also| then)*(?: be(?: \\p{Ll}+)?| \\p{Ll}+)",
    "['’]ll \\p{Ll}+",
    `\\b${PROSPECT} (?:not )?to(?: be(?: \\p{Ll}+)?| \\p{Ll}+)`,
    "\\bto be \\p{Ll}+(?:ed|en|ld)\\b",
    "\\b(?:is|are) (?:due|expected|scheduled|planned|likely|\\p{Ll}+ing)\\b",
    "\\b(?:scheduled|due|planned|expected|slated|set) (?:for|on|in|by)\\b",
    "\\b(?:upcoming|forthcoming|deadline)\\b",
    // Headlines leave the verb out: "Orle to close harbour".
    "(?<=\\p{Lu}\\p{L}+ )to \\p{Ll}+",
    // What is fixed in a timetable stands in the present.
    "\\b(?:starts?|begins?|opens|launches|arrives|ends|expires|closes|goes on sale|go on sale|takes (?:effect|place|over)|comes into (?:force|effect))\\b",
  ].join("|"),
  "gu",
);
const PAST =
  /\b(?:was|were|had|did|didn['’]t|said|told|took|began|came|went|made|gave|saw|fell|rose|held|won|lost|left|met|sent|wrote|found|hit|has been|have been|[\p{Ll}]{2,}ed)\b/u;
const PAST_FORM = /\b(?:was|were|had|did|didn['’]t)\b/u;
/** "until Friday", "starting Monday": ahead, unless the verb is plainly past. */
const TERM = /\b(?:until|till|through|by|effective|starting|beginning)\s$/iu;
/** After a date that describes a noun: "the Wednesday deadline", "a June 3 hearing has been scheduled". */
const NOUN_AHEAD =
  /^(?:['’]s)? (?:\p{Ll}+ ){0,2}?(?:deadline|(?:is|are|has been|have been) (?:scheduled|set|planned|due)|will\b)/iu;
/** "The company announced Friday that it will": the day right behind a past verb is its own, whatever the clause behind says. */
const PAST_BEFORE = /\b(?:said|told|wrote|[\p{Ll}]{2,}ed)(?: (?:on|late|early|last))*\s$/u;

/** "On Monday the council will vote": the verb stands behind a date that opens its clause. */
const OPENS_AHEAD = /^,?(?: \p{L}[\p{L}'’-]*){1,5}? (?:will|is to|are to|is due|are due|is set|are set|is expected)\b/u;

/**
 * Whether the phrase at `phrase` in `sentence` lies ahead, by the verb nearest before it in its clause; `null` when no
 * verb tells.
 */
export function liesAhead(text: string, sentence: Span, phrase: Span): boolean | null {
  const before = text.slice(Math.max(sentence[0], phrase[0] - BACK), phrase[0]);
  const after = text.slice(phrase[1], Math.min(sentence[1], phrase[1] + AHEAD));
  if (PAST_BEFORE.test(before) && /^,? that\b/.test(after)) return false;
  if (NOUN_AHEAD.test(after)) return true;
  const cut = [...before.matchAll(BREAK)].at(-1);
  const clause = cut ? before.slice(cut.index + cut[0].length) : before;
  if (TERM.test(clause) && !PAST_FORM.test(clause)) return true;
  if (!/\p{L}{3}/u.test(clause) && OPENS_AHEAD.test(after)) return true;
  const ahead = [...clause.matchAll(FUTURE)].at(-1);
  const rest = ahead ? clause.slice(ahead.index + ahead[0].length) : clause;
  if (PAST.test(rest)) return false;
  return ahead ? true : null;
}
