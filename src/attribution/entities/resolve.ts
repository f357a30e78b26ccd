/** Whom a source stands for: an interviewee, a pronoun, two who speak as one, a name, a description. */
import type { Attribution, Span } from "../../document.ts";
import { calledBehind, namedBehind, namedPiece } from "./apposed.ts";
import { jointIn } from "./joint.ts";
import { meetNoun, meetSubject } from "./meet-noun.ts";
import { describe, kindAndVeil } from "./describe.ts";
import { description } from "./description.ts";
import { officeAndName } from "./office.ts";
import { fuller } from "./fuller.ts";
import { analyse, type Phrase } from "./phrase.ts";
import type { Speaker } from "./referents.ts";
import { addressed, clientOf, interviewee, parentOf } from "./addressed.ts";
import { quantified } from "./quantity.ts";
import { resolveNoun } from "./resolve-noun.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { fromMember, NOBODY, RELATIVE, type Resolved, type Scene } from "./scene.ts";

/** Whom the source of an attribution stands for; `parent` is whoever says the words in which it stands. */
export function resolveSource(a: Attribution, parent: Speaker | null, scene: Scene): Resolved {
  const { cast, context } = scene;
  const { text } = context.doc;
  const span = phraseOf(a.source, text);
  if (!span) return { speaker: NOBODY, reason: "nobody is named as the source", confidence: 0.9, how: "stated" };
  const words = text.slice(...span);
  if (/^(?:A|Answer)$/.test(words) && text[span[1]] === ":") {
    const guest = interviewee(cast, context);
    if (guest)
      return {
        speaker: guest,
        reason: "the one who answers in an interview is the person it is about",
        confidence: 0.7,
        how: "inferred",
      };
  }
  const phrase = analyse(text, span, cast);
  if (phrase.pronoun) {
    meetNoun(span, scene);
    meetSubject(phrase.pronoun, span, parent, scene);
    const you = phrase.pronoun === "you" ? addressed(span, scene) : null;
    if (you) return { speaker: you, reason: `“you” is ${you.entity}, who is asked`, confidence: 0.7, how: "inferred" };
    return resolvePronoun(phrase.pronoun, span, parent, scene);
  }
  const other = phrase.member ? null : namedPiece(a.source, span, scene);
  if (other)
    return { speaker: fromMember(other), reason: "named in the source itself", confidence: 0.9, how: "stated" };
  const pair = jointIn(span, scene);
  if (pair) return { speaker: pair, reason: "several speak as one", confidence: 0.8, how: "stated" };
  if (phrase.member) {
    const known = fromMember(phrase.member);
    const how = phrase.member.name === phrase.mention?.name ? "stated" : "inferred";
    return {
      speaker: known,
      reason:
        how === "stated"
          ? "named in the source itself"
          : `“${phrase.mention?.name}” is ${phrase.member.name}, whom the article names in full`,
      confidence: 0.9,
      how,
    };
  }
  // "The 47-year-old" may be somebody just told of: "Her brother-in-law disagreed."
  if (/-year-old$/.test(phrase.noun ?? "")) meetSubject("he", span, parent, scene);
  return officeAndName(words) ?? resolveDescription(words, phrase, span, parent, scene);
}

/** What of a source names or describes the speaker: its first piece that is no "who", with the piece behind a comma. */
function phraseOf(source: readonly Span[], text: string): Span | undefined {
  const [first, next] = source.filter((s) => !RELATIVE.test(text.slice(...s)));
  return first && next && text.slice(first[1], next[0]) === ", " ? [first[0], next[1]] : (first ?? source[0]);
}

/** A noun and nothing else that tells who it is. */
const BARE = /^([Tt](?:he|his|hat|hese|hose) )?(\p{L}\p{Ll}*)(?:,.*)?$/su;

/** A source without a name: whom the article names elsewhere, else the description itself. */
function resolveDescription(words: string, phrase: Phrase, span: Span, parent: Speaker | null, scene: Scene): Resolved {
  const { kind, anonymous } = kindAndVeil(words, phrase, span, scene.context);
  const theirs = parent && relatedTo(words, parent, scene);
  if (theirs) return theirs;
  const called = anonymous ? null : calledBehind(words, span, scene);
  if (called)
    return {
      speaker: { ...describe(words, phrase, called, span, scene.context), naming: "named" },
      reason: "the article tells how it is called",
      confidence: 0.8,
      how: "stated",
    };
  const apposed = anonymous ? null : namedBehind(span, kind, scene);
  if (apposed)
    return { speaker: fromMember(apposed), reason: "named right behind the source", confidence: 0.85, how: "stated" };
  const meant = anonymous ? null : resolveNoun(words, phrase, kind, span, scene);
  if (meant) return meant;
  const plain = description(words, span, parent, scene);
  const bare = anonymous || /^[Tt]he \p{Lu}/u.test(words) ? null : BARE.exec(words);
  const place = { span, definite: bare?.[1] !== undefined };
  const they = / of them$/i.test(words) ? theyAt(span, parent, scene) : null;
  const entity =
    quantified(words.replace(/,.*$/su, ""), span, they, scene) ||
    (bare && fuller((bare[2] as string).toLowerCase(), kind, place, scene)) ||
    plain;
  return {
    speaker: describe(words, phrase, entity, span, scene.context),
    reason: anonymous ? "the article holds the name back" : "the article describes the source and does not name it",
    confidence: 0.8,
    how: "stated",
  };
}

/** "My client" and "Mum", by whoever says so. */
function relatedTo(words: string, parent: Speaker, scene: Scene): Resolved | null {
  const client = /^(?:my|our) client$/i.test(words) ? clientOf(parent, scene) : null;
  const kin = client ? null : parentOf(words, parent, scene);
  const speaker = client ?? kin?.known ?? (kin && { ...NOBODY, kind: "person", naming: "role", entity: kin.entity });
  return (
    speaker && {
      speaker,
      reason: `“${words}” is ${speaker.entity}, as ${parent.entity} says`,
      confidence: 0.7,
      how: "inferred",
    }
  );
}

/** Whom "them" at the end of a source stands for. */
function theyAt([, end]: Span, parent: Speaker | null, scene: Scene): Speaker {
  const span: Span = [end - "them".length, end];
  meetNoun(span, scene);
  meetSubject("them", span, parent, scene);
  return resolvePronoun("them", span, parent, scene).speaker;
}
