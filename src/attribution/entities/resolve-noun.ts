/** Whom a description stands for, where the article names them elsewhere. */
import type { Kind, Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Cast, Member } from "./cast.ts";
import { metAt } from "./evidence.ts";
import { ownedNoun } from "./owned-noun.ts";
import type { Phrase } from "./phrase.ts";
import { RANK } from "./roles/told.ts";
import { bestReferent, type Speaker } from "./referents.ts";
import { EPITHETS } from "./tables.ts";
import { fromMember, isSubject, paragraphAt, type Resolved, type Scene } from "./scene.ts";

/** Bodies that an article calls by a general word once it has named them. */
const GENERIC = new Set(
  "company, firm, corporation, retailer, operator, maker, manufacturer, insurer, supplier, airline, brewery, business, developer, publisher, utility, organisation, organization, charity, group".split(
    ", ",
  ),
);

/** Whom the description at `span` stands for; `null` when nobody whom the article names. */
export function resolveNoun(words: string, phrase: Phrase, kind: Kind, span: Span, scene: Scene): Resolved | null {
  const { noun } = phrase;
  const { cast, referents, context } = scene;
  const is = (speaker: Speaker, told: string, confidence: number): Resolved => ({
    speaker,
    reason: `“${phrase.head}” is ${speaker.entity}, ${told}`,
    confidence,
    how: "inferred",
  });
  const definite = /^(?:the|this|that)\s/i.test(words);
  const years = /^(\d+)-year-old$/.exec(noun ?? "")?.[1];
  if (definite && (years || EPITHETS.has(noun ?? ""))) {
    const aged = years ? ofAge(Number(years), scene) : laterNamed(noun as string, cast);
    if (aged) return is(aged, years ? "whose age the article tells" : "whom the article calls so", 0.85);
    const best = bestReferent(referents, context.sentences, {
      at: span[0],
      paragraph: paragraphAt(span[0], context),
      topics: scene.topics,
      fits: (s) => s.kind === "person",
      gender: null,
      parent: null,
    });
    if (best) return is(best.speaker, "met shortly before", best.confidence);
  }
  if (!noun) return null;
  const bare = !/^(?:an?|his|her|its|their|my|our|some|many|two|three|one|another|several|most)\s/i.test(words);
  const early = span[0] < (context.doc.blocks.slice(0, 3).at(-1)?.span[1] ?? 0);
  if (kind === "person" && !definite && !OWNED.test(words) && (bare || early)) {
    const named = (bare && early && scene.called.get(noun)) || laterNamed(noun, cast);
    if (named) return is(named, "whom the article names", 0.65);
  }
  if (kind === "person" && early && !phrase.plural && !OWNED.test(words)) {
    const named = namedNext(noun, span, scene);
    if (named) {
      scene.called.set(noun, named);
      return is(named, "whom the article names next", 0.55);
    }
  }
  const theirs = kind === "person" && !phrase.plural ? ownedNoun(words, noun, span, scene) : null;
  if (theirs) return is(theirs, "of whom the article tells it beside the name", 0.65);
  const tried = definite && TRIED.test(noun) ? onTrial(scene) : null;
  if (tried) return is(tried, "who is on trial", 0.7);
  const state = /^(?:the )?government$/i.test(words) ? onlyGovernment(scene) : null;
  if (state) return is(state, "as the article calls it in full", 0.7);
  const named = definite ? definiteReferent(noun, kind, span, scene) : null;
  if (named) return is(named, "whom the article names", 0.7);
  const meant = definite ? meantByHeads(words, noun, kind, span, scene) : null;
  return meant && is(meant.speaker, "whom the article names", meant.confidence);
}

const TRIED = /^(?:defendant|accused)$/;
/** Behind the name of whoever is tried, an aside left out. */
const CHARGED =
  /^(?:, [^,.;]{1,50},)? (?:(?:is|was|has been|who is|who was|stands|has) )?(?:accused of|charged with|on trial|pleaded|pleads|denies (?:\p{N}+ |all |the |any )?(?:counts?|charges?|murder|fraud|theft|negligence|wrongdoing))/u;

/** The one person of whom the article tells charges; `null` for none or several. */
function onTrial({ cast, context: { doc } }: Scene): Speaker | null {
  const fitting = cast.members.filter(
    ({ kind, mentions }) =>
      kind === "person" && mentions.some(({ span: [, end] }) => CHARGED.test(doc.text.slice(end, end + 110))),
  );
  return fitting.length === 1 ? fromMember(fitting[0] as Member) : null;
}

/** "The Lowen government", "UK Government". */
const GOVERNMENT =
  /(?<![\p{L}’'])(?!(?:The|A|An|This|That|Its|His|Her|Their|Our|Central|Local|Federal|Every) )(\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*)?) [Gg]overnment(?![\p{L}-])/gu;

/** The one government that the article names as such; `null` for none or several. */
function onlyGovernment({ context: { doc } }: Scene): Speaker | null {
  const named = new Map([...doc.text.matchAll(GOVERNMENT)].map(([words]) => [words.toLowerCase(), words]));
  const [entity] = named.values();
  return entity && named.size === 1
    ? { kind: "government", naming: "named", entity, role: null, gender: null, plural: false }
    : null;
}

/** The one person beside whose name the article tells this age: "Ruben Okke, 52,", "52-year-old Ruben Okke"; `null` for none or several. */
function ofAge(age: number, { cast, context: { doc } }: Scene): Speaker | null {
  const behind = new RegExp(`^(?:, (?:aged )?| \\()${age}(?=[,.;)\\s]|$)`, "u");
  const before = new RegExp(`\\b${age}-year-old (?:(?!(?:from|of|in|at|who|with|and|said)\\b)[\\p{L}-]+ ){0,3}$`, "u");
  const fitting = cast.members.filter(
    ({ kind, mentions }) =>
      kind === "person" &&
      mentions.some(
        ({ span }) =>
          behind.test(doc.text.slice(span[1], span[1] + 12)) ||
          before.test(doc.text.slice(Math.max(0, span[0] - 60), span[0])),
      ),
  );
  return fitting.length === 1 ? fromMember(fitting[0] as Member) : null;
}

/** Least probability with which the heads' answer to a noun is taken where the rules have none. */
const SURE = 0.6;

function meantByHeads(
  words: string,
  noun: string,
  kind: Kind,
  span: Span,
  { context, referents }: Scene,
): { speaker: Speaker; confidence: number } | null {
  const head = words.toLowerCase().indexOf(noun);
  const verdict = head < 0 ? null : context.known?.verdictAt(span[0] + head);
  const answer = verdict?.answer;
  if (!verdict || answer?.form !== "name" || verdict.probability < SURE) return null;
  const met = metAt(answer.span, referents)?.speaker;
  return met?.kind === kind && met.naming === "named" ? { speaker: met, confidence: verdict.probability } : null;
}

/** "The minister", "the company": whom the article named before. */
export function definiteReferent(noun: string, kind: Kind, span: Span, scene: Scene): Speaker | null {
  const { cast, referents } = scene;
  const { doc } = scene.context;
  const word = wordFor(noun, "s?");
  const after = doc.text.slice(span[0], span[1]);
  // "The spokeswoman for the company" is described further and stands for nobody before.
  if (/\s(?:for|at|in|from|who|which)\s/.test(after) || (kind !== "person" && /\sof\s/.test(after))) return null;
  const called = kind === "person" ? scene.called.get(noun) : undefined;
  if (called) return called;
  let generic: Speaker | null = null;
  for (let i = lastStartingBy(referents, span[0] - 1), steps = 0; i >= 0 && steps < 60; i--, steps++) {
    const r = referents[i];
    if (r?.speaker.naming !== "named") continue;
    const { speaker: s } = r;
    if (
      kind === "person" &&
      s.kind === "person" &&
      cast.byName(s.entity ?? "")?.told.some(({ words }) => word.test(words))
    )
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
      !/\b(?:ministry|court|police|council|university|party|parliament|school|team|army|navy|force|forces|guard)\b/i.test(
        s.entity ?? "",
      )
    )
      generic ??= s;
  }
  if (generic) return generic;
  return kind === "person" ? laterNamed(noun, cast) : null;
}

/** Offices that articles call by several names. */
const SAME_OFFICE = [
  "captain, master, skipper",
  "lawyer, attorney, counsel, barrister, solicitor",
  "boss, chief executive, ceo",
  "doctor, physician",
  "journalist, reporter, correspondent",
  "author, writer, novelist",
  "lawmaker, mp, deputy, parliamentarian",
  "head teacher, headteacher, headmaster, headmistress, principal",
].map((words) => words.split(", "));

/** Finds a noun, or another word for the same office, in what is told of somebody. */
function wordFor(noun: string, ending = ""): RegExp {
  const words = SAME_OFFICE.find((same) => same.includes(noun)) ?? [noun.replace(/[^\p{L}\s-]/gu, "")];
  return new RegExp(`\\b(?:${words.join("|")})${ending}\\b`, "iu");
}

/** "His captain", "a captain’s wife": not whom the opening is about, and whose it is must fit. */
const OWNED = /^(?:his|her|its|their|my|our|another|one)\s|[’']s\s/i;
/** Units of text after an opening in which the name it holds back is given. */
const NAMED_WITHIN = 900;

/**
 * An opening that holds the name back for a sentence or two ("A ferry captain told the court … Ruben Okkerse, 52, …"): the person who
 * is named next, in full, at the head of a sentence, if nothing else is said of them.
 */
function namedNext(noun: string, [, end]: Span, { cast, context, referents }: Scene): Speaker | null {
  for (let i = lastStartingBy(cast.mentions, end) + 1; i < cast.mentions.length; i++) {
    const { span, member } = cast.mentions[i] as Cast["mentions"][number];
    if (span[0] - end > NAMED_WITHIN) return null;
    if (member.kind !== "person") continue;
    const referent = referents[lastStartingBy(referents, span[0])];
    // A byline or a picture's credit is no referent.
    if (referent?.span[0] !== span[0]) continue;
    const first = member.mentions[0]?.span[0] === span[0] && member.name.includes(" ");
    const word = wordFor(noun);
    const other = member.told.some(({ words, rank }) => rank >= RANK.office && !word.test(words));
    return first && !other && !referent.quoted && isSubject(span, context) ? fromMember(member) : null;
  }
  return null;
}

/** The one person whom the article anywhere calls by this noun ("mediator Greta Lome"); `null` when there are more. */
function laterNamed(noun: string, cast: Cast): Speaker | null {
  const word = wordFor(noun);
  const fitting = cast.members.filter((m) => m.kind === "person" && m.told.some(({ words }) => word.test(words)));
  return fitting.length === 1 ? fromMember(fitting[0] as Member) : null;
}
