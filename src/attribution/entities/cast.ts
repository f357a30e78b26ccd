/** The cast of an article: who is named in it, by which short forms, with which offices. */
import type { Document } from "../../document.ts";
import { nounOf } from "./nouns.ts";
import { FEMALE_NAMES, FEMININE, kindOfNoun, MALE_NAMES, MASCULINE, METONYMS } from "./tables.ts";
import { findMentions, type Mention } from "./names.ts";
import { lastStartingBy } from "../spans.ts";

export type Gender = "he" | "she" | null;

export interface Member {
  /** The fullest name the article gives. */
  name: string;
  kind: Mention["kind"];
  /** Office or affiliation as the article tells it, the fullest; `null` when it tells none. */
  role: string | null;
  /** All offices and descriptions the article gives, for "the minister" and the like. */
  roles: string[];
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

const APPOSITION =
  /^,? ?(?:\d{1,3}, )?(?:,\s*)?((?:(?:the|a|an|his|her|its|their|our|who is|who was)\s)?[\p{L}’'-]+(?:\s[^\s,;:.()“”"–—]+){0,16})/u;
const OF_PLACE =
  /^ (?:of|from|at) ((?:the )?\p{Lu}[^,;:.()“”"–—]{1,60}?)(?=,| (?:said|says|told|wrote|who|which|is|was|has|had|and|in|on)\b|[.;:]|$)/u;

const norm = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|mr|mrs|ms|dr) /, "")
    .replace(/\.$/, "");

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
      member = { name: mention.name, kind: mention.kind, role: null, roles: [], gender: null, mentions: [] };
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
    readAround(doc.text, mention, member);
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
  const before = /(\p{L}[\p{L}-]+),? $/u.exec(lead)?.[1]?.toLowerCase();
  const after = /^, (?:an?|the) ([^,.;“”"]{3,80})/u.exec(text.slice(mention.span[1], mention.span[1] + 90))?.[1] ?? "";
  if (isRole(after)) return;
  if (NEWS_MEDIUM.test(after) || NEWS_MEDIUM.test(lead.slice(-16))) {
    member.kind = "outlet";
    return;
  }
  const kinds = [kindOfNoun.get(before ?? ""), kindOfNoun.get(nounOf(after).noun ?? "")];
  const told = kinds.find((k) => k === "organisation" || k === "outlet");
  if (told && member.kind === "person") member.kind = told;
}

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

const FIRST_WORD_OF_ROLE = /^(?:the|a|an|his|her|its|their|our|who is|who was)\s/;

/** Title before and apposition after a mention give its member's role. */
function readAround(text: string, mention: Mention, member: Member): void {
  const after = text.slice(mention.span[1], mention.span[1] + 180);
  const before = text.slice(Math.max(0, mention.span[0] - 90), mention.span[0]);
  const offer = (role: string | null | undefined): void => {
    const clean = role
      ?.trim()
      .replace(FIRST_WORD_OF_ROLE, "")
      .replace(/[,\s]+$/, "");
    // "Professor" gives way to "chair of the harbour trust": the office with its place tells more.
    if (
      clean &&
      clean.length > 2 &&
      clean.length < 120 &&
      (!member.role || (!PLACED.test(member.role) && PLACED.test(clean)))
    )
      member.role = clean;
    if (clean) member.roles.push(clean);
  };
  if (member.kind === "person") {
    const lead = /(?:^|[\s,(“"])((?:(?:\p{Lu}[\p{L}.-]*(?:[’']s)?|\p{Ll}[\p{L}-]*(?:[’']s)?) ){1,6})$/u
      .exec(before)?.[1]
      ?.trim();
    const office = lead ? officeBefore(lead) : null;
    const apposed =
      /\b(?:its|his|her|their|the|whose) ((?:\p{Ll}[\p{L}-]* ){0,4}\p{Ll}[\p{L}-]*), (?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev)\.? )?$/u.exec(
        before,
      )?.[1];
    if (apposed && ROLE_HEAD.test(apposed)) offer(apposed);
    const described = DESCRIBED_BEFORE.exec(before)?.[1];
    if (described && ROLE_HEAD.test(described)) offer(described);
    const bracket = /^ \((\p{L}[^()“”"\d]{3,70})\)/u.exec(after)?.[1];
    if (bracket && (isRole(bracket) || /\s/.test(bracket))) offer(bracket);
    if (office) offer(office);
    else if (mention.title && !/^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof)\.?$/i.test(mention.title))
      offer(mention.title);
    if (/^, (?!\d)/.test(after) || /^, \d{1,3}, /.test(after)) {
      const apposition = APPOSITION.exec(after)?.[1];
      if (apposition && (isRole(apposition) || DESCRIPTION.test(apposition))) offer(cutRole(apposition));
    }
    offer(OF_PLACE.exec(after)?.[1]);
  } else if (member.kind === "organisation" || member.kind === "outlet") {
    // "The operator, Northline": what the body is.
    const described = DESCRIBED_BEFORE.exec(before)?.[1];
    const beside = /(?:^|[\s“"])(?:the |a |an )?((?:\p{L}[\p{Ll}-]* ){1,2})$/iu.exec(before)?.[1]?.trim();
    for (const what of [described, beside]) {
      const kind =
        kindOfNoun.get(what?.toLowerCase() ?? "") ?? kindOfNoun.get(what?.split(" ").at(-1)?.toLowerCase() ?? "");
      if (what && (kind === "organisation" || kind === "outlet")) offer(what.replace(NOT_OF_DESCRIPTION, ""));
    }
    const apposition = /^, (?:an?|the) ((?:[\p{L}’'-]+ ){0,8}[\p{L}’'-]+)(?=,)/u.exec(after)?.[1];
    if (apposition && kindOfNoun.has(nounOf(apposition).noun ?? "")) offer(apposition);
  }
}

/** An office with the body or place it belongs to. */
const PLACED = /\s(?:of|for|at|in)\s|[’']s?\s/;
/** "The operator, ", "The harbour board's secretary, ": a description right before the name it belongs to. */
const DESCRIBED_BEFORE =
  /(?:^|[\s(“"])(?:(?:the|its|his|her|their|our|whose) )?((?:(?!(?:was|is|were|are|has|had|by|that|it|he|she|they|who|which|said|told)\b)\p{L}[\p{L}-]*(?:[’']s?)? ){0,5}\p{Ll}[\p{L}-]*), (?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev)\.? )?$/iu;
/** "a retired clockmaker": an indefinite apposition describes the person, whatever its noun; a time or an act does not. */
const DESCRIPTION =
  /^(?:an?|former) (?!(?:day|week|month|year|hour|move|decision|claim|charge|step|few|lot|bit|statement|spokes\w+ (?:said|for))\b)/i;
/** Small words that stand before a description without being of it. */
const NOT_OF_DESCRIPTION = /^(?:and|but|with|by|of|from|to|at|in|on|that|for|when|as|while|said|says) /i;

const ROLE_HEAD =
  /\b(?:minister|secretary|president|premier|chancellor|mayor|governor|senator|lawmaker|mp|councillor|ambassador|envoy|official|officer|commander|general|colonel|captain|chief|director|chairman|chairwoman|chair|head|leader|boss|executive|manager|owner|founder|prosecutor|lawyer|attorney|judge|witness|doctor|nurse|professor|lecturer|teacher|student|researcher|scientist|expert|analyst|economist|historian|author|writer|critic|columnist|editor|journalist|reporter|correspondent|presenter|actor|actress|singer|musician|artist|model|star|player|midfielder|striker|goalkeeper|coach|trainer|referee|driver|pilot|skipper|engineer|architect|farmer|fisherman|worker|employee|clerk|accountant|baker|butler|gardener|foreman|trader|banker|businessman|businesswoman|entrepreneur|billionaire|tycoon|inspector|detective|constable|sheriff|spokesman|spokeswoman|spokesperson|fellow|member|activist|campaigner|organiser|volunteer|priest|bishop|archbishop|pope|imam|rabbi|vicar|king|queen|prince|princess|duke|duchess|resident|neighbour|neighbor|mother|father|brother|sister|son|daughter|wife|husband|widow|friend|colleague|aide|adviser|advisor|assistant|deputy|mediator|negotiator|moderator|coordinator|meteorologist|forecaster|hydrologist|geologist|butcher|tuner|dancer|dealer|collector|curator|librarian|technician|mechanic|counsel|candidate|rival|successor|partner|manager|ceo|cfo|treasurer|politician|diplomat|soldier|sailor|veteran|survivor|victim|passenger|user|blogger|barrister|solicitor|backbencher|undersecretary|commissioner|superintendent|conductor|composer|pensioner|caretaker|shopkeeper|landlady|landlord|heir|heiress)\b/i;

/** Whether a phrase holds an office, profession or relation of a person. */
export const isRole = (phrase: string): boolean =>
  ROLE_HEAD.test(phrase.slice(0, 90)) && !/^(?:said|says|told|and|but|who\s(?!is|was)|which)\b/.test(phrase);
/** A role ends where the sentence goes on. */
const cutRole = (phrase: string): string =>
  phrase.replace(
    /\s(?:said|says|told|who|which|has|had|was|were|is|are|added|wrote|argued|warned|claimed|denied|insisted|called|asked|announced|described|accused|admitted|replied)\b.*$/u,
    "",
  );

/** Words of office right before a name: from the last determiner or small word on, when they hold an office. */
function officeBefore(lead: string): string | null {
  const words = lead.split(" ");
  let from = words.length;
  while (
    from > 0 &&
    !/^(?:the|a|an|and|of|by|to|from|with|for|in|on|as|that|said|says|told|but|when|while|meanwhile|his|her|their|our)$/i.test(
      words[from - 1] as string,
    )
  )
    from--;
  const office = words
    .slice(from)
    .join(" ")
    .replace(/^[^\p{L}]+/u, "");
  return office && ROLE_HEAD.test(office) ? office : null;
}

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
export const standsFor = (name: string): string => METONYMS.get(name.toLowerCase()) ?? name;
