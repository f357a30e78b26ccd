/** The trace over an archive: which articles it looks at, and the statements it finds there. */
import type { Archive } from "./archive.ts";
import { articleOf } from "./trace/article.ts";
import { type TraceAnswer, type TraceQuery, traceOne } from "./trace/query.ts";
import { traceAll } from "./trace/trace.ts";
import type { Statement, TraceArticle } from "./trace/types.ts";

/** Follows one quotation or claim through the articles that hold its words. */
export async function follow(archive: Archive, query: TraceQuery): Promise<TraceAnswer> {
  const articles: TraceArticle[] = [];
  for (const doc of await archive.near(query.words)) {
    const reading = await archive.reading(doc);
    if (reading) articles.push(articleOf(reading));
  }
  return traceOne(articles, query);
}

/** Every statement of the archive that two tellings or more have. Holds the text of all articles in memory. */
export async function followAll(archive: Archive): Promise<Statement[]> {
  const articles: TraceArticle[] = [];
  for await (const reading of archive.readings()) articles.push(articleOf(reading));
  return traceAll(articles);
}
