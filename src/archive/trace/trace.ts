/** The trace of a whole archive, top to bottom: tellings → statements → changes → relays. Pure; order of input is no matter. */

import { compare } from "./compare.ts";
import { newGrouping } from "./group.ts";
import { hashText } from "./hash.ts";
import { type Lexicon, newLexicon } from "./lexicon.ts";
import { type Outlets, outletsOf } from "./outlets.ts";
import { independentOf, relayOf } from "./relay.ts";
import type { Ground } from "./same.ts";
import { sourceOf } from "./source.ts";
import { kinship } from "./speaker.ts";
import { tellingsOf } from "./tellings.ts";
import type { Told } from "./told.ts";
import type { Circumstance, Statement, Telling, TraceArticle } from "./types.ts";
import { ownVoice } from "./voice.ts";

export interface TraceOptions {
  /** Fewest tellings of a statement that is given back; 2 unless said otherwise. */
  fewest?: number;
}

/** Every statement of the articles with its tellings, in order of the first telling's time. */
export function traceAll(articles: readonly TraceArticle[], options: TraceOptions = {}): Statement[] {
  return traceWith(articles, newLexicon(), options).map(({ statement }) => statement);
}

/** A statement beside the tellings it was made from, in the same order. */
export interface Traced {
  statement: Statement;
  told: readonly Told[];
}

/** The trace with the lexicon of the caller, who can go on comparing with what was traced. */
export function traceWith(articles: readonly TraceArticle[], lexicon: Lexicon, options: TraceOptions = {}): Traced[] {
  const ordered = inTime(articles);
  const outlets = outletsOf(ordered);
  const ground: Ground = {
    lexicon,
    sources: ordered.map((article) => sourceOf(article, outlets)),
  };
  const found = ground.sources.map((source, i) => tellingsOf(source, i, outlets, lexicon));
  for (const tellings of found) for (const told of tellings) lexicon.count(told.content.words);
  const grouping = newGrouping(ground);
  const lost = new Map<number, Told[]>();
  for (const [i, tellings] of found.entries()) {
    for (const told of tellings) grouping.add(told);
    for (const [g, told] of ownVoice(i, grouping, ground)) lost.set(g, [...(lost.get(g) ?? []), told]);
  }
  const docs = new Set(articles.map((a) => a.doc));
  return grouping.groups
    .map((members, g) => [...members.map((m) => grouping.tellings[m] as Told), ...(lost.get(g) ?? [])])
    .filter((members) => members.length >= (options.fewest ?? 2))
    .map((members) => {
      const told = members.sort((a, b) => a.article - b.article);
      return { statement: statementOf(told, ground, outlets, docs), told };
    });
}

/** Earliest first; undated last; by id where the time is the same. */
function inTime(articles: readonly TraceArticle[]): TraceArticle[] {
  const time = (a: TraceArticle): number => {
    const value = a.published ? Date.parse(a.published) : Number.NaN;
    return Number.isNaN(value) ? Number.MAX_SAFE_INTEGER : value;
  };
  return [...articles].sort((a, b) => time(a) - time(b) || (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : 0));
}

function statementOf(members: readonly Told[], ground: Ground, outlets: Outlets, docs: ReadonlySet<string>): Statement {
  const first = members[0] as Told;
  const name = speakerName(members, first);
  const tellings = members.map((told, i) => tellingOf(told, first, name, members.slice(0, i), ground, outlets));
  const doc = tellings[0]?.doc ?? "";
  return {
    id: `s${hashText(`${doc}:${first.span.join("-")}`).toString(36)}`,
    kind: first.content.direct ? "quotation" : "claim",
    speaker: name,
    first: doc,
    independent: independentOf(
      tellings.map((t) => t.relay),
      docs,
    ),
    tellings,
  };
}

function tellingOf(
  told: Told,
  first: Told,
  name: string | null,
  earlier: readonly Told[],
  ground: Ground,
  outlets: Outlets,
): Telling {
  const { change, alterations } = compare(first.content, told.content, ground.lexicon);
  const related = !told.speaker || !first.speaker ? null : kinship(first.speaker, told.speaker);
  return {
    doc: (ground.sources[told.article] as Ground["sources"][number]).article.doc,
    span: told.span,
    speaker: told.speaker ? (related === "same" ? name : told.speaker.name) : null,
    change,
    changes: [...alterations, ...circumstances(told, first, related === "different")],
    ...relayOf(told, earlier, ground, outlets),
  };
}

function circumstances(told: Told, first: Told, another: boolean): Circumstance[] {
  const found: Circumstance[] = [];
  if (!told.speaker && first.speaker) found.push("attribution-lost");
  if (another) found.push("speaker-changed");
  if (first.hedged && !told.hedged) found.push("hedge-dropped");
  if (!first.hedged && told.hedged) found.push("hedge-added");
  if (!first.content.direct && told.content.direct) found.push("marks-moved");
  return found;
}

/** The first one's name for the speaker; where it has a surname only, the fullest that the other tellings give. */
function speakerName(members: readonly Told[], first: Told): string | null {
  if (!first.speaker) return null;
  let best = first.speaker;
  if (best.naming !== "named" || best.words.length > 1) return best.name;
  for (const { speaker } of members)
    if (
      speaker?.naming === "named" &&
      speaker.words.length > best.words.length &&
      kinship(first.speaker, speaker) === "same"
    )
      best = speaker;
  return best.name;
}
