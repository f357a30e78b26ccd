/** Who speaks, across articles: full name and surname, offices, spokespeople, descriptions, and namesakes. */
import type { Attribution, Naming } from "../../document.ts";
import { FUNCTION } from "./classes.ts";
import { stem } from "./stem.ts";

/** A speaker as one article knows it. */
export interface Identity {
  /** As the article names it; a description begins small. */
  name: string;
  naming: Naming;
  /** Words of the name or description, lower case, articles aside. */
  words: readonly string[];
  /** Their stems, without those that say nothing. */
  stems: readonly string[];
  /** Stems of what the article says of the office and house. */
  roles: ReadonlySet<string>;
}

/** An identity as others ask for it: its name is for people. */
export type Who = Omit<Identity, "name">;

/**
 * How two identities stand to each other. `voice`: one speaks for the other ("a spokesman for Kestrel", "Kestrel").
 * `namesake`: one name with offices that do not go together.
 */
export type Kinship = "same" | "voice" | "namesake" | "different";

/** Words of office that say no more than that somebody leads or speaks; they go with every other office. */
const LOOSE = new Set(
  "boss chief head leader chair chairman chairwoman director president manager official executive member former ex longtime veteran senior deputy new old man woman spokesperson"
    .split(" ")
    .map(stem),
);
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|the|a|an|our)$/;

/** Names fold accents and marks, so that "Müller’s" and "Muller" meet. */
export function fold(text: string): string {
  const lower = unaccented(text).toLowerCase();
  return /['’‘ʼ]/.test(lower) ? lower.replace(/[’‘ʼ]/g, "'").replace(/'s\b/g, "") : lower;
}

/** Signs that have no accents to take off. */
const BARE = /^[\0-\xbf\u2010-\u2027]*$/;

const unaccented = (text: string): string => (BARE.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, ""));

const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Speakers of one article by entity. */
export type Identities = Pick<ReadonlyMap<string, Identity>, "get">;

/** Each with all that the article's attributions say of the office; worked out when it is first asked for. */
export function identitiesOf(text: string, attributions: readonly Attribution[]): Identities {
  const known = new Map<string, Identity | undefined>();
  return {
    get(entity) {
      if (!known.has(entity)) known.set(entity, identityOf(entity, text, attributions));
      return known.get(entity);
    },
  };
}

function identityOf(entity: string, text: string, attributions: readonly Attribution[]): Identity | undefined {
  const theirs = attributions.filter((a) => a.entity === entity);
  const [first] = theirs;
  if (!first) return undefined;
  const own = new Set(tokens(entity));
  // Most of what is said of an office is said again and again.
  const said = new Set(theirs.flatMap((a) => [a.role ?? "", sourceWords(text, a)]));
  const roles = [...said]
    .flatMap(tokens)
    .filter((word) => !FUNCTION.has(word) && !own.has(word))
    .map((word) => stem(spokes(word)));
  return identity(entity, first.naming, new Set(roles));
}

/** A speaker by name alone, as a user asks for one. */
export function identity(name: string, naming: Naming, roles: ReadonlySet<string> = new Set()): Identity {
  const words = tokens(name)
    .filter((w) => !TITLE.test(w))
    .map(spokes);
  return {
    // A description begins small, unless its first word is a name of many capitals.
    name: naming === "named" ? name : name.replace(/^\p{Lu}(?=\p{Ll}* \p{Ll}|\p{Ll}*$)/u, (c) => c.toLowerCase()),
    naming,
    words,
    stems: stemsOf(words),
    roles,
  };
}

/** Stems of the words of a name or description, without those that say nothing. */
export const stemsOf = (words: readonly string[]): string[] => words.filter((w) => !FUNCTION.has(w)).map(stem);

const spokes = (word: string): string => word.replace(/^spokes(?:man|woman|people|men|women)$/, "spokesperson");

/** The words of a source up to the clause that tells what he did ("…, who flew to Skarnholt"). */
function sourceWords(text: string, a: Attribution): string {
  const words = a.source.map(([s, e]) => text.slice(s, e)).join(" ");
  return words.length > 200
    ? ""
    : (words.split(/\b(?:who|whose|which)\b(?! (?:chairs|heads|leads|runs|speaks)\b)/)[0] ?? "");
}

/** How the speakers of two tellings stand to each other. Symmetric. */
export function kinship(a: Who, b: Who): Kinship {
  if (a.naming === "named" && b.naming === "named") {
    if (sameName(a.words, b.words)) return conflict(a, b) ? "namesake" : "same";
    return speaksFor(a, b) || speaksFor(b, a) ? "voice" : "different";
  }
  if (a.naming !== "named" && b.naming !== "named") return described(a, b);
  const [name, description] = a.naming === "named" ? [a, b] : [b, a];
  const about = description.stems;
  if (about.length > 0 && about.every((w) => name.roles.has(w) || name.stems.includes(w))) return "same";
  return speaksFor(description, name) ? "voice" : "different";
}

function sameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  const last = long.at(-1);
  // A surname, the first words of a house ("Brennock"), or all words with an initial or middle name more or less.
  if (short.length === 1) return short[0] === last || (short[0] === long[0] && (short[0] as string).length > 3);
  if (short.at(-1) !== last && short.some((w, i) => w !== long[i])) return false;
  return short.every((w) =>
    long.some((v) => v === w || (w.length === 1 && v.startsWith(w)) || (v.length === 1 && w.startsWith(v))),
  );
}

/** Offices that share no word, though both tell one: two people of one name. */
function conflict(a: Who, b: Who): boolean {
  if (a.roles.size === 0 || b.roles.size === 0) return false;
  const telling = (i: Who): string[] => [...i.roles].filter((w) => !LOOSE.has(w));
  const [x, y] = [telling(a), telling(b)];
  return x.length > 0 && y.length > 0 && !x.some((w) => y.includes(w));
}

/** One speaks for the other when all words of the house stand in the office ("head of the National Coast Inspectorate"). */
function speaksFor(person: Who, house: Who): boolean {
  const known = (w: string): boolean => person.roles.has(w) || person.stems.includes(w);
  if (house.stems.length === 0 || !house.stems.every(known)) return false;
  return person.naming !== "named" || !sameName(person.words, house.words);
}

/** Two descriptions ("two people familiar with the inspection") are the same when most of their words are. */
function described(a: Who, b: Who): Kinship {
  const [x, y] = [new Set(a.stems), new Set(b.stems)];
  const both = [...x].filter((w) => y.has(w)).length;
  const all = x.size + y.size - both;
  return all > 0 && both / all >= 0.5 ? "same" : "different";
}
