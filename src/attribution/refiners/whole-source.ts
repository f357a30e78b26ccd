/**
 * A source is the whole phrase that speaks: "an email from | a junior clerk | warning", "The ship |’s log, which was read
 * out, | does not mention", "A report | commissioned by the port | estimated"; a participle behind a document is what the
 * document says: "handed over a note | demanding".
 */
import type { Attribution, Span } from "../../document.ts";
import { change } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { nounPhraseAt } from "../entities/noun-phrase.ts";
import { nounOf } from "../entities/nouns.ts";
import { kindOfNoun } from "../entities/tables.ts";
import { phraseBefore } from "./antecedent.ts";
import { contains, hull, lastStartingBy, overlaps } from "../spans.ts";

/** How a document came about, or to whom it came. */
const MADE =
  "(?:commissioned|published|issued|released|obtained|seen|written|drafted|signed|sent in|sent|leaked|conducted|compiled|prepared|filed|tabled|posted|shared|taken|made)";
/** What stands between a source and its cue and still belongs to the source. */
const OWNED =
  /^[’']s (?!(?:not|never|also|been|already|just|always|still|now)\s)((?:\p{L}[\p{L}-]* ){0,4}\p{Ll}[\p{L}-]*)(?:, (?:who|which|whose)\s[^,;:“”"\n]{2,100},)? $/u;
const MADE_BEHIND = new RegExp(`^ ${MADE} (?:by|in|on|for|to|at|last|this)\\b[^,;:.“”"\\n]{2,90} $`, "u");
const ADVERB = /(?<= )(?:also|then|later|still|now|\p{Ll}+ly) $/u;
/** A noun with the words that tie it to what follows. */
const TIED = new RegExp(`(\\p{L}[\\p{L}-]*)(?: ${MADE})? (?:from|by|in|to|of) (?:the |an? )?$`, "u");
/** Behind these a document is where something is said and does not speak. */
const ADJUNCT = /\b(?:in|with|of|through|via|on|under|by|from|to|citing|quoting) $/i;
/** A document right before a participle, with whose it is and when. */
const BEFORE_PARTICIPLE = new RegExp(
  `(\\p{L}[\\p{L}-]*)((?: ${MADE})?(?: (?:from|by|to|of) (?:(?!(?:and|or|said|that)\\b)[\\p{L}’'-]+ ?){1,5})?)(?: on \\p{Lu}\\p{Ll}+day| yesterday| last (?:week|month|night|year)| this (?:week|month|morning))? $`,
  "u",
);
/** Whoever puts it out says it: "she issued a statement saying". */
const PUT_OUT =
  /\b(?:issu|releas|publish|mak|made|post|put out|giv|gave|writ|wrote|send|sent|circulat|tweet|sign|read|shar|print|carr|deliver)\p{Ll}*\b/u;
const PRONOUN = /^(?:he|she|they|it|we|I)$/;
const CLAUSE_BEHIND = /^ [^,.;:“”"\n]{3,90}, (?:\p{Ll}+ly )?$/u;
/** The document with its article, and what it does. */
const DOCUMENT_CUE = /^((?:an?|the|another|his|her|its|their) (?:\p{L}+ ){0,2}(\p{Ll}+)) \p{Ll}+ing$/u;
const LONGEST = 120;

const isDocument = (noun: string): boolean => kindOfNoun.get(noun.toLowerCase()) === "document";

export const wholeSource: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const split = inCue(a, context);
    if (split) return change(context, "whole-source", a, split, "a document before a participle is what speaks");
    const source = aroundClause(a, context) ?? byParticiple(a, context) ?? behind(a, context) ?? before(a, context);
    // What was taken for a piece of the content may be of the source.
    const content = source ? a.content.filter((s) => !contains(source, s)) : [];
    if (!source || content.length === 0 || [...content, ...a.cue].some((s) => overlaps(s, source))) return a;
    const next = { ...a, source: [source], content };
    return change(context, "whole-source", a, next, "the source is the whole phrase that speaks");
  });

/** "All they get is | a message stating | …": source and cue in one; `null` when the cue is none such. */
function inCue(a: Attribution, { doc: { text } }: Context): Attribution | null {
  const [cue] = a.cue;
  const found = a.source.length === 0 && a.cue.length === 1 && cue ? DOCUMENT_CUE.exec(text.slice(...cue)) : null;
  if (!cue || !found || !isDocument(found[2] as string)) return null;
  const end = cue[0] + (found[1] as string).length;
  return { ...a, source: [[cue[0], end]], cue: [[end + 1, cue[1]]] };
}

/** The source with what belongs to it before the cue; `null` when nothing does. */
function behind({ source, cue }: Attribution, { doc: { text } }: Context): Span | null {
  const [span] = source;
  const [verb] = cue;
  if (source.length !== 1 || !span || !verb || verb[0] <= span[1] || verb[0] - span[1] > LONGEST) return null;
  const between = text.slice(span[1], verb[0]).replace(ADVERB, "");
  const owned = OWNED.exec(between);
  const known = owned && kindOfNoun.has(nounOf(owned[1] as string).noun ?? "");
  const made = MADE_BEHIND.test(between) && isDocument(nounOf(text.slice(...span)).noun ?? "");
  return known || made ? [span[0], span[1] + between.trimEnd().replace(/,$/, "").length] : null;
}

/** "The card, which | she | keeps in the hall, reads": not whoever the clause is about; `null` where there is no such clause. */
function aroundClause({ source, cue }: Attribution, context: Context): Span | null {
  const { text } = context.doc;
  const [span] = source;
  const [verb] = cue;
  if (source.length !== 1 || !span || !verb || verb[0] < span[1] || verb[0] - span[1] > LONGEST) return null;
  if (!PRONOUN.test(text.slice(...span)) || !CLAUSE_BEHIND.test(text.slice(span[1], verb[0]))) return null;
  const comma = / ?, (?:which|whom|that) $/.exec(text.slice(Math.max(0, span[0] - 10), span[0]))?.[0];
  return comma ? phraseBefore(span[0] - comma.length, context) : null;
}

/** The document to which a source is only tied; `null` when it speaks itself. */
function before({ source, cue }: Attribution, context: Context): Span | null {
  const { text } = context.doc;
  const [span] = source;
  const [verb] = cue;
  if (!span || !verb || verb[0] < span[1]) return null;
  const last = source.at(-1) as Span;
  if (!/^\s?$/.test(text.slice(last[1], verb[0]).replace(ADVERB, ""))) return null;
  const lead = text.slice(sentenceStart(span[0], context), span[0]);
  const tied = TIED.exec(lead);
  if (!tied || !isDocument(tied[1] as string)) return null;
  const at = span[0] - lead.length + tied.index;
  const [start] = nounPhraseAt([at, at + (tied[1] as string).length], context);
  if (ADJUNCT.test(text.slice(Math.max(0, start - 10), start)) && !isParticiple(verb, text)) return null;
  return [start, last[1]];
}

const isParticiple = (span: Span, text: string): boolean => /^\p{Ll}+ing$/u.test(text.slice(...span));

/** The document that a participle right behind it speaks for; `null` when there is none, or whoever put it out is the source. */
function byParticiple({ source, cue }: Attribution, context: Context): Span | null {
  const { text } = context.doc;
  const [verb] = cue;
  if (cue.length !== 1 || !verb || !isParticiple(verb, text)) return null;
  const from = sentenceStart(verb[0], context);
  const lead = text.slice(from, verb[0]);
  const found = BEFORE_PARTICIPLE.exec(lead);
  if (!found || !isDocument(found[1] as string)) return null;
  const head = from + found.index;
  const noun: Span = [head, head + (found[1] as string).length];
  const phrase: Span = [nounPhraseAt(noun, context)[0], noun[1] + (found[2] as string).trimEnd().length];
  const speaker = hull(source);
  if (speaker && speaker[0] < phrase[0] && (speaker[1] > phrase[0] || PUT_OUT.test(text.slice(speaker[1], phrase[0]))))
    return null;
  return speaker && speaker[0] === phrase[0] ? null : phrase;
}

const sentenceStart = (at: number, { sentences }: Context): number =>
  Math.max(sentences[lastStartingBy(sentences, at)]?.[0] ?? at, at - 2 * LONGEST);
