/** The name of a source that is only described. */
import type { Span } from "../../document.ts";
import type { Speaker } from "./referents.ts";
import { definiteReferent } from "./resolve-noun.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import type { Scene } from "./scene.ts";
import { kindOfNoun } from "./tables.ts";

const OWNER = /^(?:(one|two|three|some|many|several|most|half|both|all|few) of )?(his|her|its|their|my|our)\b/i;
const CUT = /(?:,|\s\(|\s(?:who|which|whose|that|where)\b|\s[–—]\s).*$/u;

/** The description as an entity: no leading article, no clause behind it, pronouns in it resolved. */
export function description(words: string, span: Span, parent: Speaker | null, scene: Scene): string {
  let entity = words
    .replace(CUT, "")
    .replace(/^(?:only|even|just|also)\s+/i, "")
    .replace(/^(?:the|a|an)\s+/i, "")
    .trim();
  const owner = OWNER.exec(entity);
  if (owner) {
    const pronoun = (owner[2] as string).toLowerCase();
    const subject = { his: "he", her: "she", its: "it", their: "they", my: "i", our: "we" }[pronoun] ?? "he";
    const who = resolvePronoun(subject, span, parent, scene).speaker.entity;
    // "Our logs", says the spokeswoman for a company: the logs are the company's.
    const house = pronoun === "our" ? (/^spokes\w+ (?:for|of) (.+)$/.exec(who ?? "")?.[1] ?? who) : who;
    if (house) entity = entity.replace(owner[0], `${owner[1] ? `${owner[1]} of ` : ""}${house}’s`);
  }
  // "Brack’s lawyer": the owner by the full name.
  const possessor = /^(\p{Lu}[\p{L}-]+)(?=[’']s\s)/u.exec(entity)?.[1];
  const full = possessor ? scene.cast.byName(possessor) : null;
  if (possessor && full?.kind === "person") entity = full.name + entity.slice(possessor.length);
  // "a spokeswoman for the company": the body it speaks for by its name.
  const body = /\b(for|of|at) the (\p{Ll}[\p{L}-]+)$/u.exec(entity);
  if (body) {
    const noun = body[2] as string;
    const kind = kindOfNoun.get(noun);
    const at = span[0] + Math.max(0, words.search(/\bthe \p{Ll}[\p{L}-]+\s*$/u));
    const named = kind === "organisation" ? definiteReferent(noun, kind, [at, at + noun.length], scene) : null;
    if (named?.entity) entity = `${entity.slice(0, body.index)}${body[1]} ${named.entity}`;
  }
  return entity;
}
