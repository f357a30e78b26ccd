/** Who a source is: `kind`, `naming`, `entity`, `role`, resolved inside the article. */
import type { Attribution, Kind, Naming, Span, Why } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { type Cast, castOf, isRole, type Member, standsFor } from "../entities/cast.ts";
import { analyse, type Phrase } from "../entities/phrase.ts";
import { bestReferent, type Referent, type Speaker } from "../entities/referents.ts";
import { ANONYMOUS, FEMININE, kindOfNoun, MASCULINE } from "../entities/tables.ts";
import { lastStartingBy } from "../spans.ts";

const NOBODY: Speaker = { kind: "none", naming: "none", entity: null, role: null, gender: null, plural: false };
const RELATIVE = /^(?:who|whom|which|that)$/i;
const FIRST_PERSON = new Set(["i", "we", "me", "us"]);
/** Bodies that an article calls by a general word once it has named them. */
const GENERIC = new Set(
  "company, firm, corporation, retailer, operator, maker, manufacturer, insurer, supplier, airline, brewery, business, developer, publisher, utility, organisation, organization, charity, group".split(
    ", ",
  ),
);
interface Resolved {
  speaker: Speaker;
  reason: string;
  confidence: number;
  how: Why["how"];
}

export const speaker: Refiner = (attributions, context) => {
  const cast = castOf(context.doc);
  const referents = namedReferents(cast, context);
  const done = new Map<string, Resolved>();
  const byId = new Map(attributions.map((a) => [a.id, a]));
  const resolve = (a: Attribution, depth: number): Resolved => {
    const known = done.get(a.id);
    if (known) return known;
    const parent = a.within && depth < 4 ? byId.get(a.within) : undefined;
    const resolved = resolveSource(a, parent ? resolve(parent, depth + 1).speaker : null, cast, referents, context);
    done.set(a.id, resolved);
    const span = a.source[0];
    if (span && resolved.speaker.entity && !RELATIVE.test(context.doc.text.slice(...span)))
      insert(referents, {
        span,
        speaker: resolved.speaker,
        subject: isSubject(span, context),
        source: true,
        quoted: parent !== undefined,
      });
    return resolved;
  };
  return attributions.map((a) => {
    const { speaker: s, reason, confidence, how } = resolve(a, 0);
    const why: Why = { how, by: "speaker", reason, confidence };
    return {
      ...a,
      kind: s.kind,
      naming: s.naming,
      entity: s.entity,
      role: s.role,
      why: { ...a.why, kind: why, naming: why, entity: why, ...(s.role ? { role: why } : {}) },
    };
  });
};

function insert(referents: Referent[], referent: Referent): void {
  referents.splice(lastStartingBy(referents, referent.span[0]) + 1, 0, referent);
}

function namedReferents(cast: Cast, context: Context): Referent[] {
  return cast.mentions.map(({ span, member }) => ({
    span,
    speaker: fromMember(member),
    subject: isSubject(span, context),
    source: false,
    quoted: inQuotation(span, context),
  }));
}

const fromMember = (member: Member): Speaker => ({
  kind: member.kind,
  naming: "named",
  entity: member.kind === "government" ? standsFor(member.name) : member.name,
  role: member.role,
  gender: member.kind === "person" ? member.gender : null,
  plural: false,
});

const SUBJECT_WITHIN = 45;

function isSubject(span: Span, { sentences }: Context): boolean {
  const sentence = sentences[lastStartingBy(sentences, span[0])];
  return sentence !== undefined && span[0] - sentence[0] <= SUBJECT_WITHIN;
}

function inQuotation(span: Span, { quotations }: Context): boolean {
  for (let i = lastStartingBy(quotations, span[0]), steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const q = quotations[i];
    if (q && q.inside === null) return q.span[1] >= span[1];
  }
  return false;
}

function resolveSource(
  a: Attribution,
  parent: Speaker | null,
  cast: Cast,
  referents: readonly Referent[],
  context: Context,
): Resolved {
  const { text } = context.doc;
  const span = a.source.find((s) => !RELATIVE.test(text.slice(...s))) ?? a.source[0];
  if (!span) return { speaker: NOBODY, reason: "nobody is named as the source", confidence: 0.9, how: "stated" };
  const words = text.slice(...span);
  if (/^(?:A|Answer)$/.test(words) && a.why.content?.by === "speaker-label") {
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
  if (phrase.pronoun) return resolvePronoun(phrase.pronoun, span, parent, referents, context);
  const pair = pairIn(span, cast, context);
  if (pair) return { speaker: pair, reason: "two people speak as one", confidence: 0.8, how: "stated" };
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
  return describe(words, phrase, span, parent, cast, referents, context);
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

/** "in his view": the owner is the source. */
const OWNERS: Readonly<Record<string, string>> = { his: "he", its: "it", their: "they", my: "i", our: "we" };

function resolvePronoun(
  word: string,
  span: Span,
  parent: Speaker | null,
  referents: readonly Referent[],
  context: Context,
): Resolved {
  const pronoun = OWNERS[word] ?? word;
  if (FIRST_PERSON.has(pronoun) || pronoun === "you") {
    if (parent?.entity && pronoun !== "you")
      return {
        speaker: parent,
        reason: `“${pronoun}” is whoever says the words around it`,
        confidence: 0.85,
        how: "inferred",
      };
    return unknown(pronoun);
  }
  const gender =
    pronoun === "he" || pronoun === "him" || pronoun === "himself"
      ? "he"
      : /^(?:she|her|herself)$/.test(pronoun)
        ? "she"
        : null;
  const fits = (s: Speaker): boolean => {
    if (gender) return s.kind === "person";
    if (/^(?:they|them|themselves|these|those)$/.test(pronoun))
      return s.kind === "group" || s.plural || s.kind === "organisation" || s.kind === "government";
    if (/^(?:it|itself|which|that|this)$/.test(pronoun))
      return s.kind === "organisation" || s.kind === "government" || s.kind === "outlet" || s.kind === "document";
    return s.kind === "person" || s.kind === "group";
  };
  const best = bestReferent(referents, context.sentences, { at: span[0], fits, gender, parent });
  if (!best) return unknown(pronoun);
  return {
    speaker: best.speaker,
    reason: `“${pronoun}” stands for ${best.speaker.entity}, met shortly before`,
    confidence: best.confidence,
    how: "inferred",
  };
}

function unknown(pronoun: string): Resolved {
  const kind: Kind = /^(?:they|we|us|them)$/.test(pronoun)
    ? "group"
    : /^(?:it|which|that|this)$/.test(pronoun)
      ? "organisation"
      : "person";
  return {
    speaker: { ...NOBODY, kind, naming: "role" },
    reason: `it cannot be told whom “${pronoun}” stands for`,
    confidence: 0.3,
    how: "unknown",
  };
}

function describe(
  words: string,
  phrase: Phrase,
  span: Span,
  parent: Speaker | null,
  cast: Cast,
  referents: readonly Referent[],
  context: Context,
): Resolved {
  const { noun } = phrase;
  const titled = officeAndName(words);
  if (titled) return titled;
  const kind = kindOf(words, noun, phrase.plural);
  const anonymous =
    (ANONYMOUS.test(words) || WITHHELD.test(beyond(span, context))) && kind !== "document" && kind !== "outlet";
  const definite = /^(?:the|this|that)\s/i.test(words);
  if (definite && /^\d+-year-old$/.test(noun ?? "")) {
    const best = bestReferent(referents, context.sentences, {
      at: span[0],
      fits: (s) => s.kind === "person",
      gender: null,
      parent: null,
    });
    if (best)
      return {
        speaker: best.speaker,
        reason: `“${phrase.head}” is ${best.speaker.entity}, met shortly before`,
        confidence: best.confidence,
        how: "inferred",
      };
  }
  const bare = !/^(?:an?|his|her|its|their|my|our|some|many|two|three|one|another|several|most)\s/i.test(words);
  const early = span[0] < (context.doc.blocks.slice(0, 3).at(-1)?.span[1] ?? 0);
  if (kind === "person" && noun && !anonymous && !definite && (bare || early)) {
    const named = laterNamed(noun, cast);
    if (named)
      return {
        speaker: named,
        reason: `“${phrase.head}” is ${named.entity}, whom the article names`,
        confidence: 0.65,
        how: "inferred",
      };
  }
  if (definite && noun && !anonymous) {
    const named = definiteReferent(noun, kind, span, cast, referents, context);
    if (named)
      return {
        speaker: named,
        reason: `“${phrase.head}” is ${named.entity}, whom the article names`,
        confidence: 0.7,
        how: "inferred",
      };
  }
  const entity = description(words, span, parent, cast, referents, context);
  // "the New Zealand government", "the Renewal party": a common noun with a proper name is a name.
  const rest = phrase.head
    .replace(/^(?:the|its|their|his|her)\s/i, "")
    .replace(/\s(?:in|at|from|near|on|across|around)\s.*$/u, "");
  const block = context.doc.blocks[lastStartingBy(context.doc.blocks, span[0])];
  const proper =
    /^(?:organisation|government|outlet)$/.test(kind) &&
    !/^an?\s/i.test(words) &&
    // "the Prime Minister’s Office": the noun itself is part of the name.
    (/\s\p{Lu}[\p{L}\d]+$/u.test(rest) ||
      // "Glimmer magazine": but for headlines, a noun for one thing has an article before it, or a name.
      (bare &&
        !definite &&
        !/s$/.test(noun ?? "s") &&
        /^\p{Lu}\S+\s\p{L}/u.test(rest) &&
        block?.kind === "paragraph") ||
      (/(?:^|\s)\p{Lu}[\p{L}\d]/u.test(definite ? rest : rest.slice(1)) && !/[’']s?\s/.test(rest)));
  const naming: Naming = anonymous
    ? "anonymous"
    : proper
      ? "named"
      : kind === "document" && hasTitle(words)
        ? "named"
        : "role";
  const role =
    kind === "person" && !anonymous && isRole(entity) && /\s(?:for|of|at|in|with)\s|[’']s\s/.test(entity)
      ? entity
      : null;
  const lower = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const gender = lower.some((w) => FEMININE.has(w)) ? "she" : lower.some((w) => MASCULINE.has(w)) ? "he" : null;
  return {
    speaker: { kind, naming, entity, role, gender: kind === "person" ? gender : null, plural: phrase.plural },
    reason: anonymous ? "the article holds the name back" : "the article describes the source and does not name it",
    confidence: 0.8,
    how: "stated",
  };
}

/** Said of a source right behind it: the name is held back. */
const WITHHELD =
  /^[^.;“”"]{0,60}\b(?:asked not|on (?:the )?condition|not (?:to )?be (?:named|identified)|wished to (?:stay|remain)|wanted to (?:stay|remain)|withheld|shall not name|declined to (?:be named|give (?:his|her|their) name)|speaking anonymously)\b/i;
const beyond = (span: Span, { doc, sentences }: Context): string => {
  const sentence = sentences[lastStartingBy(sentences, span[0])];
  return /^,? (?:who|whom|both of whom|all of whom|speaking|asking|on condition)/.test(
    doc.text.slice(span[1], span[1] + 24),
  )
    ? doc.text.slice(span[1], Math.min(sentence?.[1] ?? span[1], span[1] + 140))
    : "";
};

const hasTitle = (words: string): boolean => /[“"‘«]\p{Lu}/u.test(words);

/** "Minister of Education Ada Blom", "Undersecretary for Health Mr. Roke": the name stands behind the whole office. */
const OFFICE_AND_NAME =
  /^(?:the\s)?(\p{Lu}?[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2}\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}-]+)\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s(\p{Lu}[\p{L}’'-]+)|(\p{Lu}[\p{L}’'-]+\s\p{Lu}[\p{L}’'-]+))$/u;

function officeAndName(words: string): Resolved | null {
  const [, office, surname, whole] = OFFICE_AND_NAME.exec(words) ?? [];
  const name = whole ?? surname;
  const noun = office
    ?.split(/\s(?:of|for)\s/)[0]
    ?.split(" ")
    .at(-1)
    ?.toLowerCase();
  if (!office || !name || !noun || kindOfNoun.get(noun) !== "person") return null;
  return {
    speaker: { kind: "person", naming: "named", entity: name, role: office, gender: null, plural: false },
    reason: `“${name}” is named with an office`,
    confidence: 0.85,
    how: "stated",
  };
}

function kindOf(words: string, noun: string | null, plural: boolean): Kind {
  if (/\bgovernment$/i.test(noun ?? "")) return "government";
  if (/\bnews (?:agency|agencies|magazine|channel|station|service|organi[sz]ations?)\b/i.test(words)) return "outlet";
  const known = noun ? kindOfNoun.get(noun) : undefined;
  if (
    known === "person" &&
    (plural ||
      /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|few|both|dozens|hundreds|thousands|\d+)\s/i.test(
        words,
      ))
  )
    return "group";
  if (known) return known;
  return plural ? "group" : "person";
}

/** "The minister", "the company": whom the article named before. */
function definiteReferent(
  noun: string,
  kind: Kind,
  span: Span,
  cast: Cast,
  referents: readonly Referent[],
  { doc }: Context,
): Speaker | null {
  const word = new RegExp(`\\b${noun.replace(/[^\p{L}\s-]/gu, "")}s?\\b`, "i");
  const after = doc.text.slice(span[0], span[1]);
  // "The spokeswoman for the company" is described further and stands for nobody before.
  if (/\s(?:for|at|in|from|who|which)\s/.test(after) || (kind !== "person" && /\sof\s/.test(after))) return null;
  let generic: Speaker | null = null;
  for (let i = lastStartingBy(referents, span[0] - 1), steps = 0; i >= 0 && steps < 60; i--, steps++) {
    const r = referents[i];
    if (r?.speaker.naming !== "named") continue;
    const { speaker: s } = r;
    if (kind === "person" && s.kind === "person" && cast.byName(s.entity ?? "")?.roles.some((role) => word.test(role)))
      return s;
    if (
      kind === "organisation" &&
      (s.kind === "organisation" || s.kind === "outlet") &&
      (word.test(s.entity ?? "") || (s.role && word.test(s.role)))
    )
      return s;
    if (kind === "outlet" && s.kind === "outlet") return s;
    if (
      GENERIC.has(noun) &&
      s.kind === "organisation" &&
      !/\b(?:ministry|court|police|council|university|party|parliament|school)\b/i.test(s.entity ?? "")
    )
      generic ??= s;
  }
  if (generic) return generic;
  return kind === "person" ? laterNamed(noun, cast) : null;
}

/** The one person whom the article anywhere calls by this noun ("mediator Greta Lome"); `null` when there are more. */
function laterNamed(noun: string, cast: Cast): Speaker | null {
  const word = new RegExp(`\\b${noun.replace(/[^\p{L}\s-]/gu, "")}\\b`, "iu");
  const fitting = cast.members.filter((m) => m.kind === "person" && m.roles.some((role) => word.test(role)));
  return fitting.length === 1 ? fromMember(fitting[0] as Member) : null;
}

const OWNER = /^(?:(one|two|three|some|many|several|most|half|both|all|few) of )?(his|her|its|their|my|our)\b/i;
const CUT =
  /(?:,|\s\(|\s(?:who|which|whose|that|where|seen by|obtained by|published|released|sent to|posted|issued on|carried by|dated|shown|read out)\b|\s[–—]\s).*$/u;

/** The description as an entity: no leading article, no clause behind it, pronouns in it resolved. */
function description(
  words: string,
  span: Span,
  parent: Speaker | null,
  cast: Cast,
  referents: readonly Referent[],
  context: Context,
): string {
  let entity = words
    .replace(CUT, "")
    .replace(/^(?:only|even|just|also)\s+/i, "")
    .replace(/^(?:the|a|an)\s+/i, "")
    .trim();
  const owner = OWNER.exec(entity);
  if (owner) {
    const pronoun = (owner[2] as string).toLowerCase();
    const subject = { his: "he", her: "she", its: "it", their: "they", my: "i", our: "we" }[pronoun] ?? "he";
    const who = resolvePronoun(subject, span, parent, referents, context).speaker.entity;
    // "Our logs", says the spokeswoman for a company: the logs are the company's.
    const house = pronoun === "our" ? (/^spokes\w+ (?:for|of) (.+)$/.exec(who ?? "")?.[1] ?? who) : who;
    if (house) entity = entity.replace(owner[0], `${owner[1] ? `${owner[1]} of ` : ""}${house}’s`);
  }
  // "Brack’s lawyer": the owner by the full name.
  const possessor = /^(\p{Lu}[\p{L}-]+)(?=[’']s\s)/u.exec(entity)?.[1];
  const full = possessor ? cast.byName(possessor) : null;
  if (possessor && full?.kind === "person") entity = full.name + entity.slice(possessor.length);
  // "a spokeswoman for the company": the body it speaks for by its name.
  const body = /\b(for|of|at) the (\p{Ll}[\p{L}-]+)$/u.exec(entity);
  if (body) {
    const noun = body[2] as string;
    const kind = kindOfNoun.get(noun);
    const at = span[0] + Math.max(0, words.search(/\bthe \p{Ll}[\p{L}-]+\s*$/u));
    const named =
      kind === "organisation" ? definiteReferent(noun, kind, [at, at + noun.length], cast, referents, context) : null;
    if (named?.entity) entity = `${entity.slice(0, body.index)}${body[1]} ${named.entity}`;
  }
  return entity;
}
