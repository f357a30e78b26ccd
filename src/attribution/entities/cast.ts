/** The cast of an article: who is named in it, by which short forms, with which offices. */
import type { Document } from "../../document.ts";
import { rolesBeside } from "./roles/read.ts";
import type { Told } from "./roles/told.ts";
import { officeNoun } from "./roles/office.ts";
import { nounOf } from "./nouns.ts";
import { FEMALE_NAMES, FEMININE, kindOfNoun, MALE_NAMES, MASCULINE } from "./tables.ts";
import { METONYMS } from "../lexicon/metonyms.ts";
import { findMentions, type Mention } from "./names.ts";
import { lastStartingBy } from "../spans.ts";

export type Gender = "he" | "she" | null;

export interface Member {
  /** The fullest name the article gives. */
  name: string;
  kind: Mention["kind"];
  /** All offices and descriptions the article gives, for "the minister" and the like. */
  told: Told[];
  /** For the agreement of pronouns only; never shown. */
  gender: Gender;
  mentions: Mention[];
}

export interface Cast {
  members: readonly Member[];
  /** Mentions in order of the text, each with its member. */
  mentions: readonly { span: Mention["span"]; mention: Mention; member: Member }[];
  /** The member a name stands for, by its full or short form; `null` when nobody has it. */
  byName(name: string): Member | null;
}

const norm = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|mr|mrs|ms|dr) /, "")
    .replace(/\.$/, "");

/** What the article calls somebody is told early; a name on every line of a long list is not read over and over. */
const MOST_TOLD = 40;

/** Collects the cast of a document; linear in its length. */
export function castOf(doc: Document): Cast {
  const found = findMentions(doc);
  const members: Member[] = [];
  const byKey = new Map<string, Member>();
  const mentions: Cast["mentions"][number][] = [];
  // Longer names first, so that a surname finds the full name it belongs to, wherever that stands.
  const order = [...found].sort((a, b) => b.name.split(" ").length - a.name.split(" ").length || a.span[0] - b.span[0]);
  const memberOf = new Map<Mention, Member>();
  for (const mention of order) {
    const key = norm(mention.name);
    let member = byKey.get(key);
    if (!member) {
      member = { name: mention.name, kind: mention.kind, told: [], gender: null, mentions: [] };
      members.push(member);
      addKeys(byKey, member, key);
    }
    if (mention.titled && member.kind !== "government") member.kind = "person";
    memberOf.set(mention, member);
  }
  abbreviations(doc.text, found, memberOf, byKey);
  for (const mention of found) {
    const member = memberOf.get(mention) as Member;
    member.mentions.push(mention);
    mentions.push({ span: mention.span, mention, member });
    kindFromAround(doc.text, mention, member);
    if (member.kind !== "government" && member.told.length < MOST_TOLD)
      member.told.push(...rolesBeside(doc.text, mention, member.kind === "person"));
  }
  for (const member of members) if (isPlace(doc.text, member)) member.kind = "government";
  learnGenders(doc.text, mentions);
  return { members, mentions, byName: (name) => byKey.get(norm(name)) ?? null };
}

/** Short forms under which a member may be met: surname, first name of a person; first words of an organisation. */
function addKeys(byKey: Map<string, Member>, member: Member, key: string): void {
  byKey.set(key, member);
  const words = key.split(" ");
  if (words.length < 2) return;
  const claim = (short: string): void => {
    if (short.length > 1 && !byKey.has(short)) byKey.set(short, member);
  };
  if (member.kind === "person") {
    claim(words.at(-1) as string);
    claim(words.slice(1).join(" "));
    claim(words[0] as string);
  } else if (member.kind === "organisation" || member.kind === "outlet") {
    claim(words.slice(0, -1).join(" "));
    claim(words[0] as string);
    if (member.kind === "outlet") claim(words.at(-1) as string);
    claim(
      words
        .filter((w) => !/^(?:of|the|and|for|de)$/.test(w))
        .map((w) => w[0])
        .join(""),
    );
  }
}

/** "Korean Central News Agency (KCNA)": the bracketed letters are a short form. */
function abbreviations(
  text: string,
  found: readonly Mention[],
  memberOf: Map<Mention, Member>,
  byKey: Map<string, Member>,
): void {
  found.forEach((mention, i) => {
    const next = found[i + 1];
    if (!next || text.slice(mention.span[1], next.span[0]) !== " (" || text[next.span[1]] !== ")") return;
    if (!/^\p{Lu}[\p{Lu}\p{N}&-]{1,9}s?$/u.test(next.name)) return;
    const member = memberOf.get(mention) as Member;
    if (member.kind === "person" && !/\bof\b/.test(member.name)) member.kind = "organisation";
    byKey.set(norm(next.name), member);
    for (const m of found) if (m.name === next.name) memberOf.set(m, member);
  });
}

const NEWS_MEDIUM =
  /\b(?:news agency|newspaper|broadcaster|magazine|television|radio|news site|website|daily|weekly|outlet|tabloid)\b/i;

/** "The operator, Northline", "NK News, an independent outlet": a noun beside a name tells its kind. */
function kindFromAround(text: string, mention: Mention, member: Member): void {
  if (mention.titled || member.kind === "government") return;
  const lead = text.slice(Math.max(0, mention.span[0] - 30), mention.span[0]);
  if (member.kind === "person" && hasArticle(text, lead, mention)) member.kind = "organisation";
  const before = /(\p{L}[\p{L}-]+),? $/u.exec(lead)?.[1]?.toLowerCase();
  const after = /^, (?:an?|the) ([^,.;“”"]{3,80})/u.exec(text.slice(mention.span[1], mention.span[1] + 90))?.[1] ?? "";
  if (officeNoun(after)) return;
  if (NEWS_MEDIUM.test(after) || NEWS_MEDIUM.test(lead.slice(-16))) {
    member.kind = "outlet";
    return;
  }
  const kinds = [kindOfNoun.get(before ?? ""), kindOfNoun.get(nounOf(after).noun ?? "")];
  const told = kinds.find((k) => k === "organisation" || k === "outlet");
  if (told && member.kind === "person") member.kind = told;
}

/** "The Sea Order requires": a person’s name has no article before it, unless it describes a noun or several. */
const hasArticle = (text: string, lead: string, { name, span }: Mention): boolean =>
  name.includes(" ") &&
  /(?:^|[\s“"(])[Tt]he $/.test(lead) &&
  !/(?:s|[a-z]i|ese|ish|man|men|woman|women)$/.test(name) &&
  /^(?:[,.;:]| (?:has|had|is|was|will|would|said|says|requires?|told|wrote|plans?|wants?|called|and|which|in|on|at|to|by|for|with|of)\b)/.test(
    text.slice(span[1], span[1] + 12),
  );

/** Words that a state, and no person, has. */
const OF_STATE =
  "(?:president|prime minister|government|foreign ministry|foreign minister|defence minister|defense minister|army|parliament|ambassador|capital|border|state)";

/** A one-word name that people are "in", or that has a government, is a state and not a person. */
function isPlace(text: string, { name, kind, mentions }: Member): boolean {
  if (kind !== "person" || name.split(" ").length > 2 || mentions.some((m) => m.titled)) return false;
  const plain = name.replace(/[^\p{L} ’'-]/gu, "");
  return (
    new RegExp(`\\b${plain}[’']s ${OF_STATE}\\b|\\b(?:in|into|across|throughout) ${plain}\\b(?!’|')`, "u").test(text) &&
    STATES.test(text)
  );
}
const STATES = /\b(?:president|prime minister|foreign minister|treaty|border|troops|ambassador|embassy|presidency)\b/i;

/** Titles, nouns beside a name ("spokeswoman"), given names, and "his" or "her" in the same clause tell which pronouns fit whom. */
function learnGenders(text: string, mentions: Cast["mentions"]): void {
  for (const { mention, member } of mentions) {
    if (member.kind !== "person" || member.gender) continue;
    const before =
      text
        .slice(Math.max(0, mention.span[0] - 24), mention.span[0])
        .split(/[,;.]/)
        .at(-1) ?? "";
    const after = /^, ([^,.;]{2,40})/u.exec(text.slice(mention.span[1], mention.span[1] + 44))?.[1] ?? "";
    const words = `${before} ${mention.title} ${after}`.toLowerCase().match(/\p{L}+/gu) ?? [];
    const he = words.some((w) => MASCULINE.has(w));
    const she = words.some((w) => FEMININE.has(w));
    if (he !== she) member.gender = he ? "he" : "she";
    else member.gender = genderOfName(member.name);
  }
  for (const { mention, member } of mentions) {
    if (member.kind !== "person" || member.gender) continue;
    const clause = /^[^.!?;“”"]{0,90}?\b(his|her)\b/.exec(text.slice(mention.span[1], mention.span[1] + 100));
    if (!clause) continue;
    const next = mentions[lastStartingBy(mentions, mention.span[1] + clause[0].length)];
    if (next?.member === member) member.gender = clause[1] === "his" ? "he" : "she";
  }
}

function genderOfName(name: string): Gender {
  const given = name.split(" ").length > 1 ? (name.split(" ")[0] as string).toLowerCase() : "";
  return MALE_NAMES.has(given) ? "he" : FEMALE_NAMES.has(given) ? "she" : null;
}

/** The state a seat of power stands for; the name itself otherwise. */
export const standsFor = (name: string): string => METONYMS.get(name.toLowerCase())?.state ?? name;
