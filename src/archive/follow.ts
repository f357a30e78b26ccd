/** The trace over an archive: which articles it looks at, and the statements it finds there. */
import type { Reading } from "../document.ts";
import type { Archive } from "./archive.ts";
import { aboutWords } from "./trace/about.ts";
import { outletNames } from "./outlets/names.ts";
import { quotedWords } from "./query/align.ts";
import { articleOf } from "./trace/article.ts";
import { type OutletAliases, outletKey } from "./trace/outlets.ts";
import { type TraceAnswer, type TraceQuery, traceOne } from "./trace/query.ts";
import { traceStream } from "./trace/stream.ts";
import type { Statement, TraceArticle } from "./trace/types.ts";

export interface Followed extends TraceAnswer {
  /** The articles that were looked at, by their ids. */
  readings: ReadonlyMap<string, Reading>;
}

/** Statements that are looked at where none of the articles with the same rare words tells what is asked for. */
const QUOTED = 50;

/** Follows one quotation or claim through the articles that hold its words. */
export async function follow(archive: Archive, query: TraceQuery): Promise<Followed> {
  const options = { about: aboutWords(query.words), aliases: await aliasesIn(archive) };
  const followIn = async (docs: readonly string[]): Promise<Followed> => {
    const near = await archive.readingsOf(docs);
    const readings = new Map(near.map((reading) => [reading.doc, reading]));
    return { ...traceOne(near.map(articleOf), query, options), readings };
  };
  const near = await archive.near(query.words);
  const found = await followIn(near);
  if (found.answer !== "not found" || quotedWords(query.words).every(({ inserted }) => inserted)) return found;
  // Frequent words stand scattered in many articles, and tell none from another: those are asked that have them in one statement.
  const quoted = await archive.quotations(query.words, QUOTED);
  const others = [...new Set(quoted.map(({ doc }) => doc))].filter((doc) => !near.includes(doc));
  return others.length === 0 ? found : followIn(others);
}

/**
 * Every statement of the archive that two tellings or more have, each as soon as nobody has told it for a year; holds what was told in
 * about that time, not the archive.
 */
export async function* followAll(archive: Archive): AsyncGenerator<Statement> {
  yield* traceStream(() => articlesOf(archive), await aliasesIn(archive));
}

/** Names of outlets that humans joined, as the trace compares them. */
async function aliasesIn(archive: Archive): Promise<OutletAliases> {
  const { joined, calledBy } = outletNames(await archive.outletDecisions());
  return new Map(joined.map((name) => [outletKey(name), calledBy(name)]));
}

async function* articlesOf(archive: Archive): AsyncGenerator<TraceArticle> {
  for await (const reading of archive.readings()) yield articleOf(reading);
}
