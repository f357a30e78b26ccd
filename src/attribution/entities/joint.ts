/** Several who speak as one: a list of bodies, two persons, those whom "both" counts. */
import type { Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Cast, Member } from "./cast.ts";
import { nounOf } from "./nouns.ts";
import type { Referent, Speaker } from "./referents.ts";
import { fromMember, JOINED, type Scene } from "./scene.ts";
import { kindOfNoun } from "./tables.ts";

/** All who speak at `span`, by their names; `null` when one alone does. */
export const jointIn = (span: Span, scene: Scene): Speaker | null =>
  pairIn(span, scene) ?? bodiesIn(span, scene) ?? counted(span, scene);

/** Between the names of a list: commas and "and", nothing else. */
const BODY = /^(?:organisation|government|outlet)$/;
const LISTED = /^(?:, (?:and )?| and )(?:the )?$/;

/** "The unions GBU, Kornbund and Free Bakers": all of them by their names, where nothing else follows; `null` for fewer than two. */
function bodiesIn(span: Span, { cast, context: { doc } }: Scene): Speaker | null {
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
  const first = (listed[0] as Member).kind;
  return { ...joint(listed.map(fromMember)), kind: first === "person" ? "organisation" : first };
}

/** "Ada Brack and her deputy Tom Veal": both by their full names; `null` when one alone speaks. */
function pairIn(span: Span, { cast, context }: Scene): Speaker | null {
  const { text } = context.doc;
  const at = lastStartingBy(cast.mentions, span[0] - 1) + 1;
  const first = cast.mentions[at];
  if (!first || first.span[1] > span[1] || first.member.kind !== "person") return null;
  // "The lawyers of Brack and Veal": neither of them speaks; "two men by the door, Brack and Veal": both do.
  const before = text.slice(span[0], first.span[0]);
  if (/(?:^|\s)(?:of|for|with|by|from|to|who|whose|between|than)\s/.test(before.slice(before.lastIndexOf(", ") + 1)))
    return null;
  for (let i = lastStartingBy(cast.mentions, span[1] - 1); i > at; i--) {
    const second = cast.mentions[i] as Cast["mentions"][number];
    if (second.span[1] > span[1] || second.member.kind !== "person" || second.member === first.member) continue;
    if (JOINED.test(text.slice(first.span[1], second.span[0])))
      return joint([fromMember(first.member), fromMember(second.member)]);
  }
  return null;
}

/** "Both", "the two women", "the three unions". */
const COUNTED = /^(?:both|(?:the|all) (two|three|four))(?: (?:of them|(\p{L}+)))?$/iu;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
/** So many of those met before are looked at for those who are counted. */
const REACH = 30;

/** Those counted, where as many were met as one, or the last two persons (or states) named; `null` when it cannot be told. */
function counted(span: Span, { cast, referents, context }: Scene): Speaker | null {
  const words = COUNTED.exec(context.doc.text.slice(...span));
  if (!words) return null;
  const count = COUNTS[words[1]?.toLowerCase() ?? "two"] as number;
  const noun = words[2]?.toLowerCase() ?? null;
  const wanted = noun === null || kindOfNoun.get(noun) === "group" ? "person" : kindOfNoun.get(noun);
  const not = noun === "women" ? "he" : noun === "men" ? "she" : null;
  const fits = ({ kind, gender }: Speaker | Member): boolean => kind === wanted && (not === null || gender !== not);
  const last = lastStartingBy(referents, span[0] - 1);
  for (let i = last; i >= 0; i--) {
    const { speaker } = referents[i] as Referent;
    if (speaker.naming !== "named" || !speaker.plural) continue;
    const names = speaker.entity?.split(/, | and /) ?? [];
    if (
      names.length === count &&
      (wanted !== "person" ? speaker.kind === wanted : names.every((name) => fits(cast.byName(name) ?? speaker)))
    )
      return speaker;
  }
  if (count !== 2) return null;
  const met = new Map<string, Speaker>();
  for (let i = last; i >= Math.max(0, last - REACH); i--) {
    const { speaker } = referents[i] as Referent;
    if (speaker.naming === "named" && speaker.entity && fits(speaker)) met.set(speaker.entity, speaker);
    if (met.size === 2) return joint([...met.values()].sort((a, b) => firstMet(a, referents) - firstMet(b, referents)));
  }
  return null;
}

const firstMet = ({ entity }: Speaker, referents: readonly Referent[]): number =>
  referents.findIndex((r) => r.speaker.entity === entity);

function joint(speakers: readonly Speaker[]): Speaker {
  const names = speakers.map(({ entity }) => entity);
  const entity = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return { kind: "group", naming: "named", entity, role: null, gender: null, plural: true };
}
