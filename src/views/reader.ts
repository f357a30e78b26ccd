/** What the page of one article shows: its reading, its versions, its copies, and links to each statement. */
import type { Archive, ArticleHead } from "../archive/archive.ts";
import { contentKey } from "../archive/identity.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading, Review } from "../document.ts";
import { hull } from "../attribution/spans.ts";
import { permalink } from "./permalink.ts";
import { type Summary, summarise } from "./summary.ts";

/** Links to one statement. */
export interface StatementLinks {
  /** Path of the app's page; made of the statement's words, so that it outlives another reading of the article. */
  page: string;
  /** The article where it was published, at these words (a URL text fragment); `null` without an address. */
  source: string | null;
}

export interface ReaderView {
  /** As humans left it. */
  reading: Reading;
  /** Statements that humans rejected. */
  rejected: Attribution[];
  head: ArticleHead;
  /** All versions of the article, oldest first. */
  versions: ArticleHead[];
  /** Other articles that are the same text, whole or nearly so. */
  copies: ArticleHead[];
  summary: Summary;
  /** Where a human's review of each statement stands, by its id. */
  reviews: Record<string, Review>;
  permalinks: Record<string, StatementLinks>;
}

/**
 * An article for its page, the current version unless one is asked for; `null` when there is none. @param machine as Hearsay read
 * it: nobody has reviewed its statements then
 */
export async function readerView(
  archive: Archive,
  doc: string,
  version?: number,
  machine = false,
): Promise<ReaderView | null> {
  const corrected = await archive.corrected(doc, version);
  if (!corrected) return null;
  const { reading, rejected } = machine ? { reading: corrected.machine, rejected: [] } : corrected;
  const versions = await archive.versions(doc);
  const head = versions.find((v) => v.version === version) ?? versions.at(-1);
  if (!head) return null;
  return {
    reading,
    rejected,
    head,
    versions,
    copies: await archive.copies(doc),
    summary: summarise(reading),
    reviews: Object.fromEntries(reading.attributions.map((a) => [a.id, a.review ?? "suggested"])),
    permalinks: permalinksOf(reading, doc),
  };
}

/** Units of a hash in a link: two statements of an article with the same are told apart by a number. */
const KEY = 12;

/** Links to every statement; the fragment is `s-` and the beginning of a hash of its words. */
export function permalinksOf(reading: Reading, doc: string): Record<string, StatementLinks> {
  const seen = new Map<string, number>();
  const links: Record<string, StatementLinks> = {};
  for (const a of ownStatements(reading)) {
    const key = contentKey(wordsAt(reading.text, a.content)).slice(0, KEY);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const span = hull(a.content);
    links[a.id] = {
      page: `/articles/${encodeURIComponent(doc)}#s-${key}${nth > 1 ? `-${nth}` : ""}`,
      source: span && permalink(reading.article.url, reading.text, span),
    };
  }
  return links;
}
