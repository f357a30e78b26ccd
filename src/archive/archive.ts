/**
 * The contract of an archive: articles with their statements, what became of each item that was brought in, and the
 * versions and near-copies of an article. Everything is asynchronous, so that a shared database can keep it too.
 */
import type { Reading } from "../document.ts";
import type { Corrected } from "./corrections/apply.ts";
import type { CorrectionEvent } from "./corrections/events.ts";
import type { AuditCounts, AuditFilter, Period } from "./audit.ts";
import type { FoundQuotation, SearchOptions, SearchResult } from "./found.ts";
import type { Query } from "./query/query.ts";
import type { OutletArchive } from "./outlets/outlet.ts";
import type { SpeakerArchive } from "./speakers/found.ts";

/** What is handed over to be kept: an article as read, and what it was made from. */
export interface Brought {
  reading: Reading;
  /** Name and version of the model that read it. */
  model: string;
  /** What a user named to bring it in (file, address), for the list of items. */
  origin: string;
  /** SHA-256 of what was read, in hex: the same input need not be read again. */
  inputKey: string;
  /** ISO 8601 time of keeping. */
  at: string;
}

/** `new`: not seen before; `version`: a changed article at a known address; `same`: nothing new. */
export type Kept = "new" | "version" | "same";

export interface SaveResult {
  kept: Kept;
  /** Id of the article in the archive: `Reading.doc`, or that with a number where the name was taken. */
  doc: string;
}

export type ItemState = "done" | "failed";

/** What became of one item. */
export interface Item {
  origin: string;
  /** The item inside its origin (a line of a file, a record of a crawl); the origin itself where there is one only. */
  name: string;
  state: ItemState;
  /** Why it failed, with what to do; `null` when it did not. */
  reason: string | null;
  /** The article it became. */
  doc: string | null;
  at: string;
}

/** An article in a list. */
export interface ArticleHead {
  doc: string;
  version: number;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  statements: number;
  /** Articles of one group are copies of each other, whole or nearly so; the number means nothing else. */
  copies: number;
  /** What humans decided about its statements; the others are suggestions that nobody has looked at. */
  review: ReviewCounts;
}

/** Statements by what humans did to them. Those rejected are counted nowhere else. */
export interface ReviewCounts {
  accepted: number;
  edited: number;
  added: number;
  rejected: number;
}

export interface CorrectionFilter {
  /** Of this article only. */
  doc?: string;
}

/** What became of corrections that were handed over. */
export interface Corrections {
  /** Ids of those that the log holds now. */
  appended: string[];
  /** Ids of those that it held already. */
  known: string[];
  /** Those left out: the article is not here, the id is another correction's, what it undoes is missing. */
  refused: { id: string; reason: string }[];
}

export interface Totals {
  articles: number;
  /** Earlier versions that are kept beside the current ones. */
  earlier: number;
  statements: number;
  /** Statements that a human accepted, edited or added. */
  confirmed: number;
  /** Statements that a human rejected; they are counted nowhere else. */
  rejected: number;
  outlets: number;
  failed: number;
}

export interface Archive extends SpeakerArchive, OutletArchive {
  /** Where it is, as a user would name it. */
  readonly location: string;
  /** Keeps one article and all that belongs to it, whole or not at all. */
  save(brought: Brought): Promise<SaveResult>;
  /** Whether an input was read already by this model. */
  knows(inputKey: string, model: string): Promise<boolean>;
  /** Notes that an item could not be read. */
  fail(item: { origin: string; name: string; reason: string; at: string }): Promise<void>;
  /** Failed items, newest first. */
  failures(): Promise<Item[]>;
  /** One article as humans left it, the current version unless one is asked for; `null` when there is none. */
  reading(doc: string, version?: number): Promise<Reading | null>;
  /** Current articles as humans left them, in that order, to be compared: what each label rests on (`why`) may be missing. Those that are not here are left out. */
  readingsOf(docs: readonly string[]): Promise<Reading[]>;
  /** One article with what humans rejected and what cannot be put anywhere; `corrected.machine` is as it was read. */
  corrected(doc: string, version?: number): Promise<(Corrected & { machine: Reading }) | null>;
  /** Appends decisions to the log, all or nothing but for those refused; each is kept once, by its id. */
  correct(events: readonly CorrectionEvent[]): Promise<Corrections>;
  /** The log of decisions, in order. */
  corrections(filter?: CorrectionFilter): Promise<CorrectionEvent[]>;
  /** Versions of an article, oldest first. */
  versions(doc: string): Promise<ArticleHead[]>;
  /** Current articles, in order of publication, those without a date last. Of an outlet: under all names that humans joined. */
  articles(page?: { limit: number; offset: number; outlet?: string | null }): Promise<ArticleHead[]>;
  /** Number of current articles, of one outlet where one is named. */
  countArticles(outlet?: string | null): Promise<number>;
  /** The other current articles that an article is a copy of, whole or nearly so, in order of publication. */
  copies(doc: string): Promise<ArticleHead[]>;
  /** All current readings one by one, in order of publication; memory stays that of one. */
  readings(filter?: { outlet?: string }): AsyncGenerator<Reading>;
  totals(): Promise<Totals>;
  /** Statements or articles that a query finds, given as text or as a tree. @throws QueryError on a wrong query. */
  search(query: string | Query, options?: SearchOptions): Promise<SearchResult>;
  /** Statements in which a quotation stands, in spite of marks, ellipses and small edits; the most similar first. */
  quotations(quotation: string, limit: number): Promise<FoundQuotation[]>;
  /** Current articles that may tell some words, the most alike first. */
  near(words: string): Promise<string[]>;
  /** Counts over the statements of current articles. */
  audit(filter: AuditFilter, by: Period): Promise<AuditCounts>;
  close(): Promise<void>;
}
