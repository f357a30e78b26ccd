/** Whom a speaker talks to or for: the one who answers in an interview, whoever "you" is, "my client", "Mum". */
import type { Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import type { Cast, Member } from "./cast.ts";
import type { Speaker } from "./referents.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { fromMember, type Scene } from "./scene.ts";

/** What the outlet asks in an interview. */
const QUESTION = /^(?:Q|Question):\s/;
/** Who speaks in a transcript, at the head of a line. */
const LABEL = /^\p{Lu}[\p{L}.’' -]{0,40}:\s/u;
/** Behind a name in a call: "Mr Veal, how much?"; not in "Mr Veal, who asked, …". */
const CALLED = /^, (?!(?:who|whose|whom|which|an?|the|his|her|then|now|and)\s)/;
/** Before it nothing but the head of a sentence and a form of address. */
const CALLS =
  /(?:^|[.!?:“"‘'…]\s?)(?:(?:Mr|Mrs|Ms|Miss|Dr|Professor|Minister|Senator|Mayor|President|Councillor)\.?\s)?$/u;

/** The person whom the headline or the first paragraphs of an interview name. */
export function interviewee(cast: Cast, { doc }: Context): Speaker | null {
  const head = doc.blocks.slice(0, 4).at(-1)?.span[1] ?? 0;
  const first = cast.mentions.find(
    ({ span, member }) => span[0] < head && member.kind === "person" && member.name.includes(" "),
  );
  return first ? fromMember(first.member) : null;
}

/** Whom "you" at a place addresses: who is called by name in the same turn, or the one who is interviewed; `null` elsewhere. */
export function addressed([at]: Span, { cast, context }: Scene): Speaker | null {
  const { text, blocks } = context.doc;
  const turn = blocks[lastStartingBy(blocks, at)]?.span ?? [at, at];
  const words = text.slice(...turn);
  if (!QUESTION.test(words) && !LABEL.test(words)) return null;
  for (let i = lastStartingBy(cast.mentions, at); i >= 0; i--) {
    const { span, member } = cast.mentions[i] as Cast["mentions"][number];
    if (span[0] < turn[0]) break;
    if (member.kind !== "person" || !CALLED.test(text.slice(span[1], span[1] + 12))) continue;
    if (CALLS.test(text.slice(Math.max(turn[0], span[0] - 24), span[0]))) return fromMember(member);
  }
  return QUESTION.test(words) ? interviewee(cast, context) : null;
}

const LAWYER = /\b(?:lawyer|counsel|attorney|solicitor|barrister|advocate)\b/i;
const OWNER = /^(his|her|their)\s/i;
const SUBJECT: Readonly<Record<string, string>> = { his: "he", her: "she", their: "they" };
/** Whose lawyer, by name. */
const NAMED_OWNER =
  /^(\p{Lu}[\p{L}’'. -]*?)[’']s?\s|\b(?:for|of|representing|defending) (?:the )?(\p{Lu}[\p{L}’'. -]*)$/u;

/** Whom a lawyer speaks for as "my client"; `null` when the article does not tell. */
export function clientOf({ entity }: Speaker, scene: Scene): Speaker | null {
  const lawyer = scene.cast.byName(entity ?? "");
  for (const { words, at } of lawyer?.told ?? []) {
    if (!LAWYER.test(words)) continue;
    const pronoun = OWNER.exec(words)?.[1];
    if (pronoun) {
      const others = { ...scene, referents: scene.referents.filter((r) => r.speaker.entity !== entity) };
      const { speaker } = resolvePronoun(
        SUBJECT[pronoun.toLowerCase()] ?? "he",
        [at, at + pronoun.length],
        null,
        others,
      );
      if (speaker.entity) return speaker;
    }
    const named = NAMED_OWNER.exec(words);
    const member: Member | null = named ? scene.cast.byName((named[1] ?? named[2]) as string) : null;
    if (member?.kind === "person") return fromMember(member);
  }
  return null;
}

const PARENT = /^(?:Mum|Mom|Mummy|Dad|Daddy|Mother|Father|Papa|Mama)$/;
/** "Brack’s daughter" speaks: her father or mother is Brack. */
const CHILD = /^(.+)[’']s (?:(?:eldest|elder|youngest|younger|only|late) )?(?:daughter|son|child)$/u;

/** "Mum said": the speaker’s, or whoever is told to be the parent of the speaker; `null` when the words are none such. */
export function parentOf(
  words: string,
  { entity }: Speaker,
  { cast }: Scene,
): { entity: string; known: Speaker | null } | null {
  if (!PARENT.test(words) || !entity) return null;
  const name = CHILD.exec(entity)?.[1];
  const member = name ? cast.byName(name) : null;
  const gender = /^(?:Mum|Mom|Mummy|Mother|Mama)$/.test(words) ? "she" : "he";
  const fits = member?.kind === "person" && (member.gender ?? gender) === gender;
  return { entity: `${entity}’s ${words}`, known: fits ? fromMember(member) : null };
}
