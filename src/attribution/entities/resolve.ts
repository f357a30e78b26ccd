/** Whom a source stands for: an interviewee, a pronoun, two who speak as one, a name, a description. */
import type { Attribution, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import type { Cast, Member } from "./cast.ts";
import { nounOf } from "./nouns.ts";
import { kindOfNoun } from "./tables.ts";
import { describe, kindAndVeil } from "./describe.ts";
import { description } from "./description.ts";
import { officeAndName } from "./office.ts";
import { analyse, type Phrase } from "./phrase.ts";
import type { Speaker } from "./referents.ts";
import { resolveNoun } from "./resolve-noun.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { fromMember, NOBODY, RELATIVE, type Resolved, type Scene } from "./scene.ts";

/** Whom the source of an attribution stands for; `parent` is whoever says the words in which it stands. */
export function resolveSource(a: Attribution, parent: Speaker | null, scene: Scene): Resolved {
  const { cast, context } = scene;
  const { text } = context.doc;
  const span = a.source.find((s) => !RELATIVE.test(text.slice(...s))) ?? a.source[0];
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
  if (phrase.pronoun) return resolvePronoun(phrase.pronoun, span, parent, scene);
  const pair = pairIn(span, cast, context) ?? bodiesIn(span, cast, context);
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

/** A source without a name: whom the article names elsewhere, else the description itself. */
function resolveDescription(words: string, phrase: Phrase, span: Span, parent: Speaker | null, scene: Scene): Resolved {
  const { kind, anonymous } = kindAndVeil(words, phrase, span, scene.context);
  const meant = anonymous ? null : resolveNoun(words, phrase, kind, span, scene);
  if (meant) return meant;
  return {
    speaker: describe(words, phrase, description(words, span, parent, scene), span, scene.context),
    reason: anonymous ? "the article holds the name back" : "the article describes the source and does not name it",
    confidence: 0.8,
    how: "stated",
  };
}

/** Between the names of a list: commas and "and", nothing else. */
const BODY = /^(?:organisation|government|outlet)$/;
const LISTED = /^(?:, (?:and )?| and )(?:the )?$/;

/** "The unions GBU, Kornbund and Free Bakers": all of them by their names, where nothing else follows; `null` for fewer than two. */
function bodiesIn(span: Span, cast: Cast, { doc }: Context): Speaker | null {
  const listed: Member[] = [];
  let bodies = false;
  let end = -1;
  for (let i = lastStartingBy(cast.mentions, span[0] - 1) + 1; i < cast.mentions.length; i++) {
    const { span: at, member } = cast.mentions[i] as Cast["mentions"][number];
    if (at[1] > span[1]) break;
    // "The unions GBU and Kornbund": what the noun says they are counts, not the form of the name.
    if (listed.length === 0)
      bodies = BODY.test(kindOfNoun.get(nounOf(doc.text.slice(span[0], at[0])).noun ?? "") ?? "");
    if (member.kind === "person" && !bodies) return null;
    if (end >= 0 && !LISTED.test(doc.text.slice(end, at[0]))) return null;
    listed.push(member);
    end = at[1];
  }
  if (listed.length < 2 || end !== span[1] || new Set(listed).size < listed.length) return null;
  if (
    !/ and (?:the )?$/.test(
      doc.text.slice(
        span[0],
        (cast.mentions[lastStartingBy(cast.mentions, end - 1)] as Cast["mentions"][number]).span[0],
      ),
    )
  )
    return null;
  const names = listed.map((m) => fromMember(m).entity ?? m.name);
  const entity = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const first = (listed[0] as Member).kind;
  const kind = first === "person" ? "organisation" : first;
  return { kind, naming: "named", entity, role: null, gender: null, plural: true };
}

/** Between two names that speak as one: "and", and at most a short description of the second. */
const JOINED = /^ and (?:(?:his|her|their|the) )?(?:(?!(?:of|for|with|from|who|at|in|to)\b)[\p{L}’'-]+ ){0,4}$/u;

/** "Ada Brack and her deputy Tom Veal": both by their full names; `null` when one alone speaks. */
function pairIn(span: Span, cast: Cast, { doc }: Context): Speaker | null {
  const at = lastStartingBy(cast.mentions, span[0] - 1) + 1;
  const [first, second] = [cast.mentions[at], cast.mentions[at + 1]];
  if (!first || !second || second.span[1] > span[1] || first.member === second.member) return null;
  if (first.member.kind !== "person" || second.member.kind !== "person") return null;
  // "The lawyers of Brack and Veal": neither of them speaks.
  if (/(?:^|\s)(?:of|for|with|by|from|to|who|whose|between|than)\s/.test(doc.text.slice(span[0], first.span[0])))
    return null;
  if (!JOINED.test(doc.text.slice(first.span[1], second.span[0]))) return null;
  const entity = `${first.member.name} and ${second.member.name}`;
  return { kind: "group", naming: "named", entity, role: null, gender: null, plural: true };
}

/** The person whom the headline or the first paragraphs of an interview name. */
function interviewee(cast: Cast, { doc }: Context): Speaker | null {
  const head = doc.blocks.slice(0, 4).at(-1)?.span[1] ?? 0;
  const first = cast.mentions.find(
    ({ span, member }) => span[0] < head && member.kind === "person" && member.name.includes(" "),
  );
  return first ? fromMember(first.member) : null;
}
