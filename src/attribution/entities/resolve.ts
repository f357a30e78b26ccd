/** Whom a source stands for: an interviewee, a pronoun, two who speak as one, a name, a description. */
import type { Attribution, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import type { Cast } from "./cast.ts";
import { jointIn } from "./joint.ts";
import { meetNoun, meetSubject } from "./meet-noun.ts";
import { describe, kindAndVeil } from "./describe.ts";
import { description } from "./description.ts";
import { officeAndName } from "./office.ts";
import { fuller } from "./fuller.ts";
import { analyse, type Phrase } from "./phrase.ts";
import type { Speaker } from "./referents.ts";
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
    meetSubject(phrase.pronoun, span, scene);
    return resolvePronoun(phrase.pronoun, span, parent, scene);
  }
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
  const meant = anonymous ? null : resolveNoun(words, phrase, kind, span, scene);
  if (meant) return meant;
  const plain = description(words, span, parent, scene);
  const bare = anonymous || /^[Tt]he \p{Lu}/u.test(words) ? null : BARE.exec(words);
  const place = { span, definite: bare?.[1] !== undefined };
  const entity = (bare && fuller((bare[2] as string).toLowerCase(), kind, place, scene)) || plain;
  return {
    speaker: describe(words, phrase, entity, span, scene.context),
    reason: anonymous ? "the article holds the name back" : "the article describes the source and does not name it",
    confidence: 0.8,
    how: "stated",
  };
}

/** The person whom the headline or the first paragraphs of an interview name. */
function interviewee(cast: Cast, { doc }: Context): Speaker | null {
  const head = doc.blocks.slice(0, 4).at(-1)?.span[1] ?? 0;
  const first = cast.mentions.find(
    ({ span, member }) => span[0] < head && member.kind === "person" && member.name.includes(" "),
  );
  return first ? fromMember(first.member) : null;
}
