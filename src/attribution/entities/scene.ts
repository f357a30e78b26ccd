/** What resolving a source looks at: the article, who is named in it, and who was met so far. */
import type { Span, Why } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import { type Cast, castOf, type Member, standsFor } from "./cast.ts";
import type { Referent, Speaker } from "./referents.ts";
import { best } from "./roles/read.ts";

export interface Scene {
  cast: Cast;
  /** Everybody met, in order of the text; grows as sources are resolved. */
  referents: Referent[];
  context: Context;
  /** How much each person is talked of, by entity. */
  topics: ReadonlyMap<string, number>;
  /** Whom the article means by a noun that it used before it gave the name ("the captain"). */
  called: Map<string, Speaker>;
  /** Where the article describes what it calls by a bare noun elsewhere. */
  described: Map<string, FullerPhrase[]>;
}

/** A description of somebody or something, with more than the noun. */
export interface FullerPhrase {
  span: Span;
  words: string;
}

/** Whom a source stands for, and how that is known. */
export interface Resolved {
  speaker: Speaker;
  reason: string;
  confidence: number;
  how: Why["how"];
}

export const NOBODY: Speaker = { kind: "none", naming: "none", entity: null, role: null, gender: null, plural: false };

/** Eight times named is enough to be what an article is about. */
const MOST_TOPIC = 3;

/** The scene of an article before any source is resolved: its names. */
export function setScene(context: Context): Scene {
  const cast = castOf(context.doc, context.known);
  const topics = new Map(
    cast.members
      .filter(({ kind }) => kind === "person")
      .map(({ name, mentions }) => [name, Math.min(MOST_TOPIC, Math.log2(Math.max(1, mentions.length)))]),
  );
  return { cast, referents: namedReferents(cast, context), context, topics, called: new Map(), described: new Map() };
}

function namedReferents(cast: Cast, context: Context): Referent[] {
  const { furniture } = context.doc;
  const aside = (span: Span): boolean => furniture.some((f) => f.span[0] <= span[0] && f.span[1] >= span[1]);
  // Whoever wrote it or took the picture is nobody of the story.
  const met = cast.mentions.filter(({ span, member }) => !member.thing && !aside(span));
  const { text } = context.doc;
  const referents: Referent[] = [];
  for (const { span, member } of met) {
    const joined = referents
      .slice(-JOINED_WITHIN)
      .some(
        (before) =>
          before.subject && JOINED.test(text.slice(before.span[1], span[0])) && headsSentence(before.span, context),
      );
    referents.push({
      span,
      speaker: fromMember(member),
      subject: joined || isSubject(span, context),
      source: false,
      quoted: inQuotation(span, context),
    });
  }
  return referents;
}

/** Whether nothing but what describes a name stands before it in its sentence. */
const headsSentence = ([start]: Span, { doc: { text }, sentences }: Context): boolean =>
  !/[,;:]|\s(?:with|to|of|by|for|at|in|from|on|as)\s/.test(
    text.slice(sentences[lastStartingBy(sentences, start)]?.[0] ?? start, start),
  );

/** The description between two names may hold another. */
const JOINED_WITHIN = 2;

/** Between two names that do something as one: "and", and at most a short description of the second. */
export const JOINED =
  /^ (?:and|nor) (?:(?:his|her|its|their|the) )?(?:(?!(?:of|for|with|from|who|at|in|to)\b)[\p{L}’'-]+ ){0,4}$/u;

/** A member of the cast as a speaker. */
export const fromMember = (member: Member): Speaker => ({
  kind: member.kind,
  naming: "named",
  entity: member.kind === "government" ? standsFor(member.name) : member.name,
  role: best(member.told)?.words ?? null,
  gender: member.kind === "person" ? member.gender : null,
  plural: false,
});

/** Puts a referent in its place in the order of the text. */
export function insert(referents: Referent[], referent: Referent): void {
  referents.splice(lastStartingBy(referents, referent.span[0]) + 1, 0, referent);
}

/** Where the paragraph begins in which `at` stands. */
export const paragraphAt = (at: number, { doc: { blocks } }: Context): number =>
  blocks[lastStartingBy(blocks, at)]?.span[0] ?? 0;

const SUBJECT_WITHIN = 45;

/** Whether a phrase stands where a subject stands: near the head of its sentence. */
export function isSubject(span: Span, { sentences }: Context): boolean {
  const sentence = sentences[lastStartingBy(sentences, span[0])];
  return sentence !== undefined && span[0] - sentence[0] <= SUBJECT_WITHIN;
}

/** Whether a span stands in quotation marks. */
export function inQuotation(span: Span, { quotations }: Context): boolean {
  for (let i = lastStartingBy(quotations, span[0]), steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const q = quotations[i];
    if (q && q.inside === null) return q.span[1] >= span[1];
  }
  return false;
}

/** A relative pronoun stands for what it follows and names nobody itself. */
export const RELATIVE = /^(?:who|whom|which|that)$/i;
