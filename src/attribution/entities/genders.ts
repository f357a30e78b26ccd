/** Which pronouns fit whom, for the agreement of pronouns inside an article; never shown. */
import type { Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Mention } from "./names.ts";
import { nounOf } from "./nouns.ts";
import { officeNoun } from "./roles/office.ts";
import type { Told } from "./roles/told.ts";
import { FEMALE_NAMES, FEMININE, MALE_NAMES, MASCULINE } from "./tables.ts";

export type Gender = "he" | "she" | null;

/** Who is given one. */
interface Named {
  name: string;
  kind: string;
  told: readonly Told[];
  gender: Gender;
}

/** The word right before a name ("actress"). */
const BESIDE = /(\p{L}+)\s$/u;
/** What a name goes on with behind a comma, up to the next mark. */
const APPOSITION = /^, ([^,.;:“”"]{2,40})/u;
/** A phrase that tells who it is, not what happens next: "the actress", "widow of", "a former spokeswoman". */
const DESCRIBES =
  /^(?:the|an?|his|her|its|their|our|former|then|now)\s|^\p{L}+(?:$|\s(?:of|at|for|in|from|to)\s)|[’']s\s/iu;
/** Looked for behind a name for a "his" or "her" that is theirs. */
const CLAUSE = /^[^.!?;“”"]{0,90}?\b(his|her)\b/;
/** "Falk, then his deputy": whose she is, is another. */
const ANOTHERS = /^, (?:\p{L}+ ){0,2}(?:his|her)\b/u;

function genderOf(word: string | null | undefined): Gender {
  const lower = (word ?? "").toLowerCase();
  return MASCULINE.has(lower) ? "he" : FEMININE.has(lower) ? "she" : null;
}

/** What a title or a noun beside one mention tells; the noun that heads what is told, no other word in it. */
function told(text: string, { span, title }: Mention): Gender {
  const titled = title.split(" ").map((word) => genderOf(word.replace(/\.$/, "")));
  const known = titled.find((gender) => gender !== null);
  if (known) return known;
  const before = genderOf(BESIDE.exec(text.slice(Math.max(0, span[0] - 24), span[0]))?.[1]);
  if (before) return before;
  const after = APPOSITION.exec(text.slice(span[1], span[1] + 44))?.[1] ?? "";
  return DESCRIBES.test(after) ? genderOf(nounOf(after).noun) : null;
}

function byName(name: string): Gender {
  const given = name.split(" ").length > 1 ? (name.split(" ")[0] as string).toLowerCase() : "";
  return MALE_NAMES.has(given) ? "he" : FEMALE_NAMES.has(given) ? "she" : null;
}

/** What the offices of a person tell ("its chairwoman"). */
function byOffice({ told: offices }: Named): Gender {
  for (const { words } of offices) {
    const gender = genderOf(officeNoun(words));
    if (gender) return gender;
  }
  return null;
}

/** Sets the gender of each person of a cast: by titles and nouns beside the name, given names, then "his" or "her" in the same clause. */
export function learnGenders(text: string, mentions: readonly { span: Span; mention: Mention; member: Named }[]): void {
  const people = mentions.filter(({ member }) => member.kind === "person");
  for (const { mention, member } of people) member.gender ??= told(text, mention);
  for (const { member } of people) member.gender ??= byOffice(member) ?? byName(member.name);
  for (const { mention, member } of people) {
    if (member.gender) continue;
    const behind = text.slice(mention.span[1], mention.span[1] + 100);
    const clause = ANOTHERS.test(behind) ? null : CLAUSE.exec(behind);
    if (!clause) continue;
    const next = mentions[lastStartingBy(mentions, mention.span[1] + clause[0].length)];
    if (next?.member === member) member.gender = clause[1] === "his" ? "he" : "she";
  }
}
