/** The trace of a whole archive, top to bottom: tellings → statements → changes → relays. Pure; order of input is no matter. */

import type { AboutIn } from "./about.ts";
import { compare } from "./compare.ts";
import { hashText } from "./hash.ts";
import { type Lexicon, newLexicon } from "./lexicon.ts";
import { type OutletAliases, type Outlets, outletsOf } from "./outlets.ts";
import { independentOf, relayOf } from "./relay.ts";
import type { Ground } from "./same.ts";
import { newRun } from "./run.ts";
import { kinship } from "./speaker.ts";
import { readerOf, tellingsOf } from "./tellings.ts";
import type { ReadArticle } from "./tied.ts";
import type { Told } from "./told.ts";
import type { Circumstance, Statement, Telling, TraceArticle } from "./types.ts";

/** A statement that is followed has been told at least so often. */
export const FEWEST = 2;

export interface TraceOptions {
  /** Fewest tellings of a statement that is given back; `FEWEST` unless said otherwise. */
  fewest?: number;
  /** Only what this lets through is told and compared; everything where it is not given. */
  about?: AboutIn;
  /** Whether to look for tellings in the writers' own voice; yes where it is not given. */
  ownVoice?: boolean;
  /** Names that are other names of an outlet. */
  aliases?: OutletAliases;
  /** Whether statements are closed (closing.ts), as in the trace of an archive; yes where it is not given. */
  closing?: boolean;
}

/** Every statement of the articles with its tellings, in order of the first telling's time. */
export function traceAll(articles: readonly TraceArticle[], options: TraceOptions = {}): Statement[] {
  return traceWith(articles, newLexicon(), options).map(({ statement }) => statement);
}

/** A statement beside the tellings it was made from, in the same order. */
export interface Traced {
  /** Made when it is first asked for: most that a search comes by are not what was looked for. */
  readonly statement: Statement;
  /** `article` is a place among the articles in order of time. */
  told: readonly Told[];
}

/** Articles in order of time with their tellings, counted in the lexicon, and the outlets that they name. */
export interface Prepared {
  articles: ReadArticle[];
  outlets: Outlets;
}

/** Reads articles for a trace. */
export function prepare(
  articles: readonly TraceArticle[],
  lexicon: Lexicon,
  { about, aliases }: Pick<TraceOptions, "about" | "aliases">,
): Prepared {
  const ordered = inTime(articles);
  const outlets = outletsOf(ordered, aliases);
  const read = ordered.map((article, i) => {
    const reader = readerOf(article, { outlets, lexicon, about });
    return { article, reader, tellings: tellingsOf(article, i, reader) };
  });
  for (const { tellings } of read) for (const told of tellings) lexicon.count(told.content.words);
  return { articles: read, outlets };
}

/** The trace with the lexicon of the caller, who can go on comparing with what was traced. */
export function traceWith(articles: readonly TraceArticle[], lexicon: Lexicon, options: TraceOptions = {}): Traced[] {
  const { articles: read, outlets } = prepare(articles, lexicon, options);
  const run = newRun({ lexicon, outlets, ownVoice: options.ownVoice ?? true, closing: options.closing ?? true });
  for (const { article, reader, tellings } of read) run.add(article, reader, tellings);
  const statements = run.statements().filter((members) => members.length >= (options.fewest ?? FEWEST));
  return tracedOf(statements, run.ground, outlets);
}

/** Statements of which each is made when it is first asked for. */
export const tracedOf = (statements: readonly Told[][], ground: Ground, outlets: Pick<Outlets, "names">): Traced[] =>
  statements.map((members) => {
    let statement: Statement | null = null;
    return {
      told: inOrder(members),
      get statement() {
        statement ??= statementOf(members, ground, outlets);
        return statement;
      },
    };
  });

const inOrder = (told: readonly Told[]): Told[] => [...told].sort((a, b) => a.article - b.article);

/** The time of articles without one: the last. */
export const UNDATED = Number.MAX_SAFE_INTEGER;

/** Where an article stands in order of time: milliseconds since 1970, undated ones last. */
export function timeOf({ published }: Pick<TraceArticle, "published">): number {
  const value = published ? Date.parse(published) : Number.NaN;
  return Number.isNaN(value) ? UNDATED : value;
}

/** Earliest first; by id where the time is the same. */
export function inTime(articles: readonly TraceArticle[]): TraceArticle[] {
  return [...articles].sort((a, b) => timeOf(a) - timeOf(b) || (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : 0));
}

/** A statement out of all its tellings, in whatever order they come. */
export function statementOf(told: readonly Told[], ground: Ground, outlets: Pick<Outlets, "names">): Statement {
  const members = inOrder(told);
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
      new Set(tellings.map((t) => t.doc)),
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
  outlets: Pick<Outlets, "names">,
): Telling {
  const { change, alterations } = compare(first.content, told.content, ground.lexicon);
  const related = !told.speaker || !first.speaker ? null : kinship(first.speaker, told.speaker);
  return {
    doc: (ground.sources[told.article] as Ground["sources"][number]).doc,
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
