/** Somebody whom the article only describes and who has not spoken yet is met when a pronoun stands for them. */
import type { Kind, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import { wordsOf } from "../words.ts";
import { describe, kindAndVeil } from "./describe.ts";
import { description } from "./description.ts";
import { metAt, unmetNoun } from "./evidence.ts";
import { nounPhraseAt } from "./noun-phrase.ts";
import { analyse } from "./phrase.ts";
import type { Speaker } from "./referents.ts";
import { resolveNoun } from "./resolve-noun.ts";
import { inQuotation, insert, isSubject, type Scene } from "./scene.ts";
import { EPITHETS, kindOfNoun } from "./tables.ts";

/** Least share of the heads with which a noun is one of those whom the pronoun may mean. */
const LEAST = 0.3;

/** Nobody in particular. */
const ANYBODY = /^(?:(?:some|any|every|no)(?:one|body))$/i;

/** Puts the noun phrase that the pronoun at `span` is likeliest to stand for among those met, if it is not there yet. */
export function meetNoun(span: Span, scene: Scene): void {
  const { context, referents } = scene;
  const verdict = context.known?.verdictAt(span[0]);
  const noun = verdict ? unmetNoun(verdict, referents) : null;
  if (
    !noun ||
    noun.share < LEAST ||
    noun.kind === "other" ||
    ANYBODY.test(context.doc.text.slice(...noun.span)) ||
    noun.span[0] > span[0] ||
    // Who is merely mentioned in a quotation does not speak outside it: "over another man's valve," he said.
    (inQuotation(noun.span, context) && !inQuotation(span, context))
  )
    return;
  meet(nounPhraseAt(noun.span, context), null, scene);
}

/** Puts the phrase among those met, as whom the article names elsewhere or as it describes them. */
function meet(phrase: Span, parent: Speaker | null, scene: Scene): void {
  const { context, cast, referents } = scene;
  const { text } = context.doc;
  const words = text.slice(...phrase);
  const analysed = analyse(text, phrase, cast);
  const { kind, anonymous } = kindAndVeil(words, analysed, phrase, context);
  const speaker =
    (anonymous ? null : resolveNoun(words, analysed, kind, phrase, scene)?.speaker) ??
    describe(words, analysed, description(words, phrase, parent, scene), phrase, context);
  insert(referents, {
    span: phrase,
    speaker,
    subject: isSubject(phrase, context),
    source: false,
    quoted: inQuotation(phrase, context),
  });
}

/** Kinds that each class of pronouns stands for. */
const FITTING: readonly [RegExp, ReadonlySet<Kind>][] = [
  [/^(?:he|she|him|her|his|hers)$/, new Set(["person"])],
  [/^(?:they|them|their)$/, new Set(["group", "organisation"])],
  [/^its?$/, new Set(["document", "organisation", "government", "outlet"])],
];
/** The subject is looked for in so much of a sentence. */
const HEAD_WITHIN = 80;
const DETERMINER =
  /^(?:the|an?|his|her|its|their|my|our|one|two|three|four|five|several|some|many|most|few|another|both)$/i;
const OUTSIDE =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|of|in|on|at|by|for|from|with|to|that|which|who|and|or|but)$/i;

/**
 * Who a pronoun stands for is most often the subject of the sentence before. Where that is only described ("One worker,
 * speaking softly, was blunt. “It was the pump,” he said"), it is met here.
 */
export function meetSubject(pronoun: string, span: Span, parent: Speaker | null, scene: Scene): void {
  const { context, referents } = scene;
  const kinds = FITTING.find(([forms]) => forms.test(pronoun))?.[1];
  if (!kinds || inQuotation(span, context)) return;
  const here = lastStartingBy(context.sentences, span[0]);
  const sentence = context.sentences[here - 1];
  const head = sentence ? subjectHead(sentence, context) : null;
  const kind = head && kindOfHead(context.doc.text.slice(...head));
  if (!head || !kind || !kinds.has(kind)) return;
  const phrase = nounPhraseAt(head, context);
  // "The carpenter" is rather somebody named before, told of once more.
  if (kind === "person" && /^the\s\p{Ll}/iu.test(context.doc.text.slice(...phrase))) return;
  if (!metAt(phrase, referents) && !inQuotation(phrase, context)) meet(phrase, parent, scene);
}

/** "The Liberal", "the 47-year-old": a person by an epithet. */
const kindOfHead = (noun: string): Kind | undefined =>
  DETERMINER.test(noun)
    ? undefined
    : /-year-old$/.test(noun) || EPITHETS.has(noun.toLowerCase())
      ? "person"
      : kindOfNoun.get(noun.toLowerCase());

/** The noun that heads the subject at the head of a sentence, where that is a description and nothing stands before it. */
function subjectHead([start, end]: Span, { doc: { text } }: Context): Span | null {
  const words = wordsOf(text, [start, Math.min(end, start + HEAD_WITHIN)]);
  if (!DETERMINER.test(words[0]?.form ?? "")) return null;
  let head: Span | null = null;
  for (const { form, span } of words.slice(1)) {
    const known = kindOfHead(form) !== undefined;
    if (OUTSIDE.test(form) || !/^[\p{L}\p{N}]/u.test(form) || (head && !known)) break;
    if (known) head = span;
  }
  return head;
}
