/** Somebody whom the article only describes and who has not spoken yet is met when a pronoun stands for them. */
import type { Span } from "../../document.ts";
import { describe, kindAndVeil } from "./describe.ts";
import { description } from "./description.ts";
import { unmetNoun } from "./evidence.ts";
import { nounPhraseAt } from "./noun-phrase.ts";
import { analyse } from "./phrase.ts";
import { resolveNoun } from "./resolve-noun.ts";
import { inQuotation, insert, isSubject, type Scene } from "./scene.ts";

/** Least share of the heads with which a noun is one of those whom the pronoun may mean. */
const LEAST = 0.3;

/** Nobody in particular. */
const ANYBODY = /^(?:(?:some|any|every|no)(?:one|body))$/i;

/** Puts the noun phrase that the pronoun at `span` is likeliest to stand for among those met, if it is not there yet. */
export function meetNoun(span: Span, scene: Scene): void {
  const { context, cast, referents } = scene;
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
  const phrase = nounPhraseAt(noun.span, context);
  const words = context.doc.text.slice(...phrase);
  const analysed = analyse(context.doc.text, phrase, cast);
  const { kind, anonymous } = kindAndVeil(words, analysed, phrase, context);
  const speaker =
    (anonymous ? null : resolveNoun(words, analysed, kind, phrase, scene)?.speaker) ??
    describe(words, analysed, description(words, phrase, null, scene), phrase, context);
  insert(referents, {
    span: phrase,
    speaker,
    subject: isSubject(phrase, context),
    source: false,
    quoted: inQuotation(phrase, context),
  });
}
