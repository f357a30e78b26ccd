/** The role of a speaker, with whoever owns it by their name: "the firm's chairman" is "chairman of Brennock Chemicals". */
import { definiteReferent } from "../resolve-noun.ts";
import { resolvePronoun } from "../resolve-pronoun.ts";
import type { Scene } from "../scene.ts";
import { lastStartingBy } from "../../spans.ts";
import { kindOfNoun } from "../tables.ts";
import { officeNoun } from "./office.ts";
import { RANK, type Told } from "./told.ts";

const PRONOUN = /^(his|her|its|their) /i;
const SUBJECT: Readonly<Record<string, string>> = { his: "he", her: "she", its: "it", their: "they" };
const OWNED = /^((?:\p{Ll}[\p{L}-]* ){0,3}(\p{Ll}[\p{L}-]*))[’']s? /u;
/** Below this it is not told whose it is: a wrong owner is worse than none. */
const SURE = 0.6;
/** So many of those met before the words may be the owner. */
const REACH = 120;
const PERSONS = new Set(["person", "group"]);

/** The words of a told role as they are shown. */
export function shownRole({ words, at, rank }: Told, self: string, scene: Scene): string {
  const { text } = scene.context.doc;
  const last = lastStartingBy(scene.referents, at) + 1;
  const near = scene.referents.slice(Math.max(0, last - REACH), last);
  const others = { ...scene, referents: near.filter((r) => r.speaker.entity !== self) };
  const pronoun = PRONOUN.exec(words);
  if (pronoun) {
    const rest = words.slice(pronoun[0].length);
    const subject = SUBJECT[(pronoun[1] as string).toLowerCase()] ?? "he";
    const { speaker, confidence } = resolvePronoun(subject, [at, at + 3], null, others);
    return speaker.entity && speaker.naming === "named" && confidence >= SURE
      ? owned(rest, speaker.entity, PERSONS.has(speaker.kind) || rank === RANK.relation, text)
      : rest;
  }
  const common = OWNED.exec(words);
  if (!common || !/\bthe $/i.test(text.slice(Math.max(0, at - 4), at))) return words;
  const kind = kindOfNoun.get(common[2] as string);
  if (kind !== "organisation" && kind !== "person" && kind !== "outlet") return words;
  const owner = definiteReferent(common[2] as string, kind, [at, at + (common[1] as string).length], others);
  return owner?.entity && owner.naming === "named" && owner.entity !== self
    ? owned(words.slice(common[0].length), owner.entity, kind === "person", text)
    : words;
}

function owned(office: string, owner: string, person: boolean, text: string): string {
  if (person || officeNoun(office) === null) return `${owner}’s ${office}`;
  // A body keeps the article that the article gives it; one known by its letters has none.
  const article = !/^\p{Lu}+$/u.test(owner) && (text.includes(`the ${owner}`) || text.includes(`The ${owner}`));
  return `${office} of ${article ? "the " : ""}${owner}`;
}
