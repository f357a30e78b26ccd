/**
 * "The Post reported, citing two officials, that …": whom an outlet cites says the same, within what the outlet says. The
 * tagger reads the people cited as what is said.
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { kindOfName } from "../entities/names.ts";
import { nounOf } from "../entities/nouns.ts";
import { kindOfNoun } from "../entities/tables.ts";
import { hull, lastStartingBy, overlaps, without } from "../spans.ts";

/** Cues by which one who speaks names whom they have it from. */
export const CITES = /^(?:(?:which|who|that|also|in turn)\s)*(?:citing|cites|cited|quoting|quotes|quoted)$/iu;
/** Beside a comma or a relative pronoun: the main verb of a sentence ("The Guardian cited examples") gives no second-hand words. */
const ASIDE = /(?:[,–—(]\s|\b(?:which|who)\s(?:also\s)?)$/iu;
const LONGEST = 160;
/** Where the words for whom is cited end. */
const END = /[,;:.–—)]\s|[,;:.–—)]$|\s(?:that|as|and (?:said|reported))\s/u;

export const citing: Refiner = (attributions, context) => {
  const changed = new Map<Attribution, Attribution>();
  for (const a of attributions) {
    const main = isAside(a, context) ? mainOf(a, attributions, context) : undefined;
    const cited = main ? citedBy(a, context) : null;
    if (!main || !cited) continue;
    // "According to the Post, quoting two officials, …" may have been read as one content.
    const cue = hull(a.cue) as Span;
    const content = without(main.content, [cue[0], behind(cited[1], context)]);
    if (content.length === 0) continue;
    if (main.content.some((c) => overlaps(c, cited))) changed.set(main, { ...main, content });
    changed.set(a, { ...a, source: [cited], content });
  }
  return attributions.map((a) => {
    const next = changed.get(a);
    return next ? change(context, "citing", a, next, "whoever is cited says what the one who cites them reports") : a;
  });
};

/** Past the comma and blanks behind a place. */
const behind = (at: number, { doc }: Context): number =>
  at + (/^[,\s]+/u.exec(doc.text.slice(at, at + 4))?.[0].length ?? 0);

function isAside(a: Attribution, { doc }: Context): boolean {
  const cue = hull(a.cue);
  if (!cue || !CITES.test(doc.text.slice(...cue))) return false;
  return (
    /^(?:which|who)\s/iu.test(doc.text.slice(...cue)) || ASIDE.test(doc.text.slice(Math.max(0, cue[0] - 12), cue[0]))
  );
}

/** The statement in which somebody is cited: the same source speaks in the same sentence. */
function mainOf(a: Attribution, all: readonly Attribution[], { doc, sentences }: Context): Attribution | undefined {
  const cue = a.cue[0] as Span;
  const sentence = lastStartingBy(sentences, cue[0]);
  const near = all.filter((b) => {
    const other = b.cue[0];
    return (
      b !== a && other && lastStartingBy(sentences, other[0]) === sentence && !CITES.test(doc.text.slice(...other))
    );
  });
  return (
    near.find((b) => b.source.some((s) => a.source.some((t) => overlaps(s, t)))) ??
    // The source of an aside is what stands right before it.
    near.find((b) => b.source.some((s) => s[1] <= cue[0] && cue[0] - s[1] <= 12))
  );
}

/** The words for whom is cited, right behind the cue; `null` when they are no speaker. */
function citedBy(a: Attribution, { doc }: Context): Span | null {
  const cue = hull(a.cue) as Span;
  const from = cue[1] + (/^\s+/u.exec(doc.text.slice(cue[1], cue[1] + 3))?.[0].length ?? 0);
  const after = doc.text.slice(from, from + LONGEST).split("\n")[0] as string;
  const end = END.exec(after);
  const words = after.slice(0, end ? end.index + (end[0].startsWith(")") ? 1 : 0) : after.length);
  if (words.length < 2 || (!end && after.length === LONGEST)) return null;
  return isSpeaker(words) ? [from, from + words.length] : null;
}

function isSpeaker(words: string): boolean {
  const { noun } = nounOf(words);
  const kind = noun ? kindOfNoun.get(noun) : undefined;
  if (kind) return kind !== "document";
  const name =
    /^(?:the |The )?((?:\p{Lu}[\p{L}\p{N}.’'&-]*)(?:\s(?:of|and|de|van|von|al|bin)?\s?\p{Lu}[\p{L}\p{N}.’'&-]*){0,5})$/u.exec(
      words,
    );
  return name !== null && !/['’]s?$/u.test(words) && kindOfName(name[1] as string, false) !== null;
}
