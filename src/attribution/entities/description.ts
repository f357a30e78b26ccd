/** The name of a source that is only described. */
import type { Span } from "../../document.ts";
import { addressed } from "./addressed.ts";
import type { Speaker } from "./referents.ts";
import { definiteReferent } from "./resolve-noun.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import type { Scene } from "./scene.ts";
import { kindOfNoun } from "./tables.ts";
import { undated } from "./undated.ts";

const OWNER = /^(?:(one|two|three|some|many|several|most|half|both|all|few) of )?(his|her|its|their|my|our|your)\b/i;
const SUBJECT: Readonly<Record<string, string>> = {
  his: "he",
  her: "she",
  its: "it",
  their: "they",
  my: "i",
  our: "we",
};
/** What tells more of an owner than is needed: "the man of 34" is "the man" whose lawyer speaks. */
const FURTHER = /(?<=^\p{Ll}[\p{L} -]*) of \p{N}+$/u;
const CUT = /(?:,|\s\(|\s(?:who|which|whose|that|where)\b|\s[–—]\s).*$/u;

/** Where somebody happens to be, or the writer came upon it. */
const PASSING =
  / (?:standing|sitting|waiting|queu(?:e)?ing|walking|shown|displayed|gathered) (?:in|on|at|outside|near|by|behind|inside)\b.*$/;

/** The description as an entity: no leading article, no clause behind it, pronouns in it resolved. */
export function description(words: string, span: Span, parent: Speaker | null, scene: Scene): string {
  let entity = words
    .replace(CUT, "")
    .replace(PASSING, "")
    .replace(/^(?:only|even|just|also)\s+/i, "")
    .replace(/^(?:the|a|an)\s+/i, "")
    .trim();
  entity = undated(entity);
  const owner = OWNER.exec(entity);
  if (owner) {
    const pronoun = (owner[2] as string).toLowerCase();
    const subject = SUBJECT[pronoun] ?? "he";
    const who =
      pronoun === "your" ? addressed(span, scene)?.entity : resolvePronoun(subject, span, parent, scene).speaker.entity;
    // "Our logs", says the spokeswoman for a company: the logs are the company's.
    const house =
      pronoun === "our" ? (/^spokes\w+ (?:for|of) (.+)$/.exec(who ?? "")?.[1] ?? who) : who?.replace(FURTHER, "");
    if (house) entity = entity.replace(owner[0], `${owner[1] ? `${owner[1]} of ` : ""}${house}’s`);
  }
  // "statement issued by her lawyer": whose lawyer.
  const inner = / (?:by|of|from|for) (his|her|its|their) (?=\p{Ll})/u.exec(entity);
  if (inner && !owner) {
    const at = span[0] + words.indexOf(inner[0]);
    const who = resolvePronoun(SUBJECT[inner[1] as string] ?? "he", [at, at + 3], parent, scene).speaker;
    if (who.entity && who.naming === "named")
      entity = entity.replace(inner[0], inner[0].replace(`${inner[1]}`, `${who.entity}’s`));
  }
  // "Brack’s lawyer": the owner by the full name.
  const possessor = /^(\p{Lu}[\p{L}-]+)(?=[’']s\s)/u.exec(entity)?.[1];
  const full = possessor ? scene.cast.byName(possessor) : null;
  if (possessor && full?.kind === "person") entity = full.name + entity.slice(possessor.length);
  // "a spokeswoman for the company": the body it speaks for by its name.
  const body = /\b(for|of|at|by|from) the (\p{Ll}[\p{L}-]+)$/u.exec(entity);
  if (body) {
    const noun = body[2] as string;
    const kind = kindOfNoun.get(noun);
    const at = span[0] + Math.max(0, words.search(/\bthe \p{Ll}[\p{L}-]+\s*$/u));
    const named = kind === "organisation" ? definiteReferent(noun, kind, [at, at + noun.length], scene) : null;
    const article = scene.context.doc.text.includes(` the ${named?.entity}`) ? "the " : "";
    if (named?.entity) entity = `${entity.slice(0, body.index)}${body[1]} ${article}${named.entity}`;
  }
  return entity;
}
