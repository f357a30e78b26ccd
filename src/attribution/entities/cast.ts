/** The cast of an article: who is named in it, by which short forms, with which offices. */
import type { Document } from "../../document.ts";
import { rolesBeside } from "./roles/read.ts";
import { RANK, type Told } from "./roles/told.ts";
import type { Known, NameKinds } from "./learned/known.ts";
import { officeNoun } from "./roles/office.ts";
import { type Gender, learnGenders } from "./genders.ts";
import { nounOf } from "./nouns.ts";
import { GOVERNMENTS, kindOfNoun } from "./tables.ts";
import { METONYMS } from "../lexicon/metonyms.ts";
import { findMentions, kindOfName, type Mention } from "./names.ts";

export interface Member {
  /** The fullest name the article gives. */
  name: string;
  kind: Mention["kind"];
  /** All offices and descriptions the article gives, for "the minister" and the like. */
  told: Told[];
  /** For the agreement of pronouns only; never shown. */
  gender: Gender;
  mentions: Mention[];
  /** A place, a thing, or no name after all: nobody that a pronoun of a speaker stands for. */
  thing?: true;
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

/** Without a given name the rank belongs to the name. */
const PEER = /\b(?:Lord|Lady|Baroness|Baron|King|Queen|Prince|Princess|Pope|Duke|Duchess)$/;
/** Below this probability of being a person, nobody is whom only the form of the name takes for one; above the other, who is. */
const NO_PERSON = 0.15;
const A_PERSON = 0.6;
/** No name at all, above this. */
const NO_NAME = 0.85;

/** Where nothing but the form of a name or a word beside it told its kind, the model's heads are heard. */
function kindByHeads(member: Member, known: Known): void {
  const { kind, mentions, told, name } = member;
  if (mentions.some((m) => m.titled)) return;
  const seen = mentions.slice(0, MOST_TOLD).flatMap(({ span }) => known.nameAt(span) ?? []);
  if (seen.length === 0) return;
  const mean = (of: keyof NameKinds): number => seen.reduce((n, kinds) => n + kinds[of], 0) / seen.length;
  const person = mean("person");
  if (kind === "person" && person < NO_PERSON && !told.some(({ rank }) => rank >= RANK.office)) {
    if (mean("nothing") > NO_NAME || mean("thing") > mean("body")) member.thing = true;
    else if (mean("body") > mean("nothing")) member.kind = "organisation";
  }
  const byForm = kindOfName(name, false) === "person";
  if (kind === "outlet" && byForm && name.includes(" ") && person > A_PERSON) member.kind = "person";
}

/** Collects the cast of a document; linear in its length. */
export function castOf(doc: Document, known?: Known): Cast {
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
  // Asked once: it is the same for all names of a text, and most texts say no.
  const states = STATES.test(doc.text);
  for (const member of members) {
    if (isPlatform(doc.text, member)) member.thing = true;
    if (states && isPlace(doc.text, member)) member.kind = "government";
    const rank = PEER.exec(member.mentions[0]?.title ?? "")?.[0];
    if (rank && !member.name.includes(" ")) member.name = `${rank} ${member.name}`;
    if (known) kindByHeads(member, known);
  }
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
    // "United Kingdom Home Office": its state is left out.
    const state = [2, 1].find((n) => words.length > n + 1 && GOVERNMENTS.has(words.slice(0, n).join(" ")));
    if (state) claim(words.slice(state).join(" "));
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
    for (const m of found) if (m.name === next.name || m.name === `${next.name} party`) memberOf.set(m, member);
  });
}

/** So much before a name and a comma may tell who it is. */
const APPOSED = 80;
const PLACED = /\s(?:of|for|at|from)\s/;
const NEWS_MEDIUM =
  /\b(?:news agency|newspaper|broadcaster|magazine|television|radio|news site|website|daily|weekly|outlet|tabloid)\b/i;

/** "The operator, Northline", "NK News, an independent outlet": a noun beside a name tells its kind. */
function kindFromAround(text: string, mention: Mention, member: Member): void {
  if (mention.titled || member.kind === "government") return;
  const lead = text.slice(Math.max(0, mention.span[0] - 30), mention.span[0]);
  if (member.kind === "person" && hasArticle(text, lead, mention)) member.kind = "organisation";
  const behind = text.slice(mention.span[1], mention.span[1] + 60);
  if (
    member.kind === "person" &&
    !member.name.includes(" ") &&
    (RUN.test(behind) || beforeOffice(behind) || ITS_OWNER.test(lead))
  )
    member.kind = "organisation";
  // "Her colleague at the union, Ada Storm": the noun right before is only where the colleague works.
  const told = text.slice(Math.max(0, mention.span[0] - APPOSED), mention.span[0]);
  // Most names have no comma before them, and the pattern would be tried at every letter.
  const office = told.endsWith(", ") ? /([^,;.:“”"]+), $/u.exec(told)?.[1] : undefined;
  if (office && PLACED.test(office) && kindOfNoun.get(nounOf(office).noun ?? "") === "person") return;
  const before = /(\p{L}[\p{L}-]+),? $/u.exec(lead)?.[1]?.toLowerCase();
  const after = /^, (?:an?|the) ([^,.;“”"]{3,80})/u.exec(text.slice(mention.span[1], mention.span[1] + 90))?.[1] ?? "";
  if (officeNoun(after)) return;
  if (NEWS_MEDIUM.test(after) || NEWS_MEDIUM.test(lead.slice(-16))) {
    member.kind = "outlet";
    return;
  }
  const kinds = [kindOfNoun.get(before ?? ""), kindOfNoun.get(nounOf(after).noun ?? "")];
  const kind = kinds.find((k) => k === "organisation" || k === "outlet");
  if (kind && member.kind === "person") member.kind = kind;
}

/** "Lumo’s chief executive": what a body has and no person. */
const RUN =
  /^[’']s (?:(?:new|former|then|own) )?(?:chief executive|ceo|chair(?:man|woman|person)?|managing director|director-general|secretary[- ]general|board|shareholders|shares|headquarters|staff|employees|customers|members|workforce|newsroom)\b/iu;
/** "According to its owner, Lumo": what has another in one word is a body. */
const ITS_OWNER = /\bits (?:owner|operator|maker|parent|backer|sponsor), $/;
/** "Environment minister Abel Trost", "Lumo chief executive Ada Brack": the field or house of whoever is named behind. */
const OFFICE_BEHIND = /^ ((?:\p{Ll}[\p{L}-]* ){1,3})\p{Lu}/u;
const beforeOffice = (behind: string): boolean =>
  kindOfNoun.get(OFFICE_BEHIND.exec(behind)?.[1]?.trim().split(" ").at(-1) ?? "") === "person";

/** "The Sea Order requires": a person’s name has no article before it, unless it describes a noun or several. */
const hasArticle = (text: string, lead: string, { name, span }: Mention): boolean =>
  name.includes(" ") &&
  /(?:^|[\s“"(])[Tt]he $/.test(lead) &&
  !/(?:s|[a-z]i|ese|ish|man|men|woman|women)$/.test(name) &&
  /^(?:[,.;:]| (?:has|had|is|was|will|would|said|says|requires?|told|wrote|plans?|wants?|called|and|which|in|on|at|to|by|for|with|of)\b)/.test(
    text.slice(span[1], span[1] + 12),
  );

/** "in a post on Quill", "posted on Chirper that": whatever one posts on is nobody. */
const POSTS =
  /\b(?:post|posts|posted|posting|tweeted|commented|streamed|(?:wrote|writing|video|photo|message|account|page))(?: [\p{Ll}’'“”"-]+){0,6}? on $/u;
const isPlatform = (text: string, { name, kind, mentions }: Member): boolean =>
  kind === "person" &&
  !name.includes(" ") &&
  mentions.some(({ titled, span }) => !titled && POSTS.test(text.slice(Math.max(0, span[0] - 60), span[0])));

/** Words that a state, and no person, has. */
const OF_STATE =
  "(?:president|prime minister|government|foreign ministry|foreign minister|defence minister|defense minister|army|parliament|ambassador|capital|border|state)";

/** A one-word name that people are "in", or that has a government, is a state and not a person. */
function isPlace(text: string, { name, kind, mentions }: Member): boolean {
  if (kind !== "person" || name.split(" ").length > 2 || mentions.some((m) => m.titled)) return false;
  const plain = name.replace(/[^\p{L} ’'-]/gu, "");
  return new RegExp(`\\b${plain}[’']s ${OF_STATE}\\b|\\b(?:in|into|across|throughout) ${plain}\\b(?!’|')`, "u").test(
    text,
  );
}
const STATES = /\b(?:president|prime minister|foreign minister|treaty|border|troops|ambassador|embassy|presidency)\b/i;

/** The state a seat of power stands for; the name itself otherwise. */
export const standsFor = (name: string): string => METONYMS.get(name.toLowerCase())?.state ?? name;
