/** Whether an article holds the name of a source back, and the reason that it gives for it. */
import type { Span } from "../../document.ts";
import { letterPattern } from "../../letter-pattern.ts";
import type { Context } from "../context.ts";
import { BEHIND_SOURCE, IN_SOURCE, REASONS, type Withholding } from "../lexicon/anonymity.ts";
import { lastStartingBy } from "../spans.ts";

const any = (list: readonly Withholding[]): RegExp => letterPattern(list.map(({ pattern }) => pattern).join("|"), "iu");
const HELD = any(IN_SOURCE);
const BEHIND = any(BEHIND_SOURCE);
const REASON = any(REASONS);
/** How far behind the source it is told. */
const REACH = 160;
const FIRST_CLAUSE = /^[^.;“”"]*/u;
/** Opens what is told of the source behind it. */
const OPENS = /^,? (?:who|whom|both of whom|all of whom|speaking|asking|on condition)/;
/** The clause that gives the reason ends at a mark or where the saying comes. */
const END =
  /[,.;“”"–—)]|\s(?:and (?:who|said|says)|said|says|told|added|wrote|described|confirmed|claimed|warned|argued)\b/u;

/** What the article tells of a source in its phrase or right behind it, with where each starts. */
function toldOf(span: Span, { doc, sentences }: Context): { words: string; at: number }[] {
  const told = [{ words: doc.text.slice(...span), at: span[0] }];
  const end = Math.min(sentences[lastStartingBy(sentences, span[0])]?.[1] ?? span[1], span[1] + REACH);
  const behind = FIRST_CLAUSE.exec(doc.text.slice(span[1], end))?.[0] ?? "";
  if (OPENS.test(behind)) told.push({ words: behind, at: span[1] });
  return told;
}

/** Whether the name of the source at `span` is held back. */
export function isWithheld(span: Span, context: Context): boolean {
  const [phrase, behind] = toldOf(span, context);
  return HELD.test(phrase?.words ?? "") || BEHIND.test(behind?.words ?? "");
}

/** The words that say why the name is held back; `null` where the article gives no reason. */
export function reasonWithheld(span: Span, context: Context): Span | null {
  for (const { words, at } of toldOf(span, context)) {
    const hidden = BEHIND.exec(words) ?? HELD.exec(words);
    if (!hidden) continue;
    // "not authorised" is both the hiding and its reason.
    const from = hidden.index + (/not authori/i.test(hidden[0]) ? 0 : hidden[0].length);
    const reason = REASON.exec(words.slice(from));
    if (!reason) continue;
    const start = from + reason.index;
    const length = words.slice(start + reason[0].length).search(END);
    const end = length < 0 ? words.length : start + reason[0].length + length;
    return [at + start, at + end];
  }
  return null;
}
