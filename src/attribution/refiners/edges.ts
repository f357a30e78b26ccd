/**
 * Edges as the guide wants them: no comma before "he said", no final full stop outside quotation marks, quotation marks
 * with the words they hold, no possessive 's on a source.
 */
import type { Attribution, Span } from "../../document.ts";
import { change, drop } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { merged, without } from "../spans.ts";

const TRIM_START = /^[\s,;:.)\]–—…-]+/u;
const TRIM_END = /[\s,;:.([–—-]+$/u;
const POSSESSIVE = /[’']s$|(?<=s)[’']$/u;
/** A stop that belongs to an abbreviation stays. */
const ABBREVIATED = /(?:\b(?:\p{L}\.)+|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|No|Mr|Dr))\.$|\.\.\.$|…$|\[\.\.\.\]$/u;
export const edges: Refiner = (attributions, context) =>
  attributions.flatMap((a) => {
    const source = trimAll(a.source, context, (text, span) => wholeClause(text, trimSource(text, span), a.cue));
    const content = trimAll(
      [...a.cue, ...source].reduce<Span[]>((list, cut) => without(list, cut), a.content),
      context,
      trimContent,
    );
    const cue = trimAll(a.cue, context, (text, span) => trimCue(text, span));
    if (content.length === 0 || (source.length === 0 && cue.length === 0)) {
      drop(context, "edges", a, "nothing that is said was left of it");
      return [];
    }
    const next: Attribution = { ...a, source, cue, content };
    return [change(context, "edges", a, next, reasonFor(a, next, context.doc.text))];
  });

function reasonFor(before: Attribution, after: Attribution, text: string): string {
  const length = (list: readonly Span[]): number => list.reduce((n, [s, e]) => n + e - s, 0);
  const lost = before.source.at(-1)?.[1] ?? 0;
  const kept = after.source.at(-1)?.[1] ?? lost;
  if (kept < lost && /[’']/.test(text.slice(kept, lost))) return "the “’s” behind a name is no part of the source";
  if (length(after.content) > length(before.content))
    return "quotation marks and brackets stay with the words they hold";
  return "blanks, commas and stops at its edges are left out";
}

function trimAll(list: readonly Span[], { doc }: Context, trim: (text: string, span: Span) => Span): Span[] {
  return merged(
    list
      .map((span) => trim(doc.text, span))
      .filter(([s, e]) => e > s && /[\p{L}\p{N}:–—-]/u.test(doc.text.slice(s, e))),
  );
}

function trimSource(text: string, [start, end]: Span): Span {
  const [plain, e] = trimPlain(text, [start, end]);
  // "⋙ Kirra Vale's former dancer": the mark of a teaser is no part of the name.
  const s = plain + (/^[\p{So}\p{Sm}•*\s]+/u.exec(text.slice(plain, e))?.[0].length ?? 0);
  const possessive = POSSESSIVE.exec(text.slice(s, e));
  return [s, possessive ? s + possessive.index : e];
}

const DANGLING = /,?\s(?:(?:both|all|some|most|one|two) of )?(?:whom?|which)$/i;
/** A relative clause on a source is no longer than this, in UTF-16 units. */
const LONGEST_CLAUSE = 160;

/**
 * "A friend of the family, who | wished to stay anonymous, | revealed": the clause belongs to the description as a whole;
 * "Ana Holt, who | said": the pronoun is the subject of the cue, and the name alone is the source.
 */
function wholeClause(text: string, [start, end]: Span, cues: readonly Span[]): Span {
  const open = openClause(text, [start, end], cues);
  if (open) return open;
  const pronoun = DANGLING.exec(text.slice(start, end));
  const cue = cues.find(([s]) => s >= end);
  if (!pronoun || !cue || pronoun.index === 0) return [start, end];
  const between = text.slice(end, cue[0]);
  const comma = between.lastIndexOf(",");
  if (comma > 0 && comma <= LONGEST_CLAUSE && !/[.;“”"\n]/.test(between)) return [start, end + comma];
  return pronoun[0].startsWith(",") && between.trim() === "" ? [start, start + pronoun.index] : [start, end];
}

/** "Ada Brack, who took over from Tom | Veal in March, said": a clause on the source reaches to its comma before the cue. */
function openClause(text: string, [start, end]: Span, cues: readonly Span[]): Span | null {
  const cue = cues.find(([s]) => s >= end);
  const clause = /,\s(?:who|which|whose)\s[^,]*$/u.exec(text.slice(start, end));
  if (!cue || !clause || cue[0] - start > LONGEST_CLAUSE + 60) return null;
  const rest = /^([^,.;:“”"\n]{1,120}),\s$/u.exec(text.slice(end, cue[0]));
  return rest?.[1] ? [start, end + rest[1].length] : null;
}

function trimPlain(text: string, [start, end]: Span): Span {
  const body = text.slice(start, end);
  const from = start + (TRIM_START.exec(body)?.[0].length ?? 0);
  const tail = ABBREVIATED.test(body) ? 0 : (TRIM_END.exec(body)?.[0].length ?? 0);
  return [from, Math.max(from, end - tail)];
}

function trimCue(text: string, span: Span): Span {
  const [s, e] = span;
  if (/^[\s:–—-]+$/.test(text.slice(s, e))) {
    const at = text.slice(s, e).search(/\S/);
    return [s + Math.max(0, at), s + Math.max(0, at) + 1];
  }
  return trimPlain(text, span);
}

const OPENERS = "“‘\"'«„‹([";
const CLOSERS = "”’\"'»“›)]";

/** Blanks, commas and stops at the edges go; a quotation or bracket that begins or ends inside is completed or left out. */
export function trimContent(text: string, [start, end]: Span): Span {
  let [s, e] = trimPlain(text, [start, end]);
  if (s >= e) return [s, s];
  // An opening mark right before belongs to it when its closing mark is inside, and the other way round.
  const before = text[s - 1] ?? " ";
  if (OPENERS.includes(before) && closes(text, before, s, e)) s--;
  const after = text[e] ?? " ";
  const stop = /[.,!?…]/.test(after) ? 1 : 0;
  const mark = text[e + stop] ?? " ";
  if (CLOSERS.includes(mark) && opens(text, mark, s, e)) e += stop + 1;
  return [s, e];
}

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "«": "»",
  "„": "“",
  "‹": "›",
  "(": ")",
  "[": "]",
  '"': '"',
  "'": "'",
};

const count = (text: string, mark: string, s: number, e: number): number => {
  let n = 0;
  for (let at = text.indexOf(mark, s); at >= 0 && at < e; at = text.indexOf(mark, at + 1)) {
    // An apostrophe inside a word is no mark.
    if (/[’']/.test(mark) && /\p{L}/u.test(text[at - 1] ?? "") && /\p{L}/u.test(text[at + 1] ?? "")) continue;
    n++;
  }
  return n;
};

/** The mark before `s` finds its closing mark in `[s, e)`. */
function closes(text: string, opening: string, s: number, e: number): boolean {
  const closing = PAIRS[opening] as string;
  if (opening === closing) return count(text, opening, s, e) % 2 === 1;
  return count(text, closing, s, e) > count(text, opening, s, e);
}

/** The mark after `e` finds its opening mark in `[s, e)`. */
function opens(text: string, closing: string, s: number, e: number): boolean {
  const opening = Object.keys(PAIRS).find((o) => PAIRS[o] === closing) as string;
  if (opening === closing) return count(text, opening, s, e) % 2 === 1;
  return count(text, opening, s, e) > count(text, closing, s, e);
}
