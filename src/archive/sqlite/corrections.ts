/** The log of corrections in an archive file, and the statements that follow it. */
import type { CorrectionFilter, Corrections } from "../archive.ts";
import type { Reading } from "../../document.ts";
import type { Application, Corrected } from "../corrections/apply.ts";
import type { CorrectionEvent } from "../corrections/events.ts";
import { type LoggedAt, newFollowed } from "../corrections/followed.ts";
import { concerned, logRow, parseLogged, placeOf, replayOn } from "../corrections/log.ts";
import { canonicalUrl } from "../identity.ts";
import type { Db } from "./open.ts";
import { unpackReading } from "../save/pack.ts";
import type { StatementTable } from "./statements.ts";

export interface CorrectionLog {
  /** Events on an article, or all, in the order of the log. */
  events(filter?: CorrectionFilter): CorrectionEvent[];
  /** The current version of an article as its log leaves it; `null` when there is no such article. */
  corrected(doc: string): Corrected | null;
  /** Appends what is new and rewrites the statements of the articles concerned, all or nothing. */
  append(events: readonly CorrectionEvent[]): Corrections;
}

export function makeCorrectionLog(db: Db, statements: StatementTable): CorrectionLog {
  const ofArticle = db.prepare("SELECT event FROM corrections WHERE doc = ? ORDER BY seq").pluck();
  const all = db.prepare("SELECT event FROM corrections ORDER BY seq").pluck();
  const byId = db.prepare("SELECT event FROM corrections WHERE id = ?").pluck();
  const insert = db.prepare(
    `INSERT INTO corrections(id, doc, url, author, time, type, note, event)
     VALUES(@id, @doc, @url, @author, @time, @type, @note, @event)`,
  );
  const since = db.prepare("SELECT seq, event FROM corrections WHERE doc = ? AND seq > ? ORDER BY seq");
  // Another reading of the article may get the row's id again, but not at the same time by the same model.
  const head = db.prepare(
    "SELECT id, id || ' ' || version || ' ' || kept_at || ' ' || model AS key FROM articles WHERE doc = ? AND current = 1",
  );
  const packed = db.prepare("SELECT text, reading FROM articles WHERE id = ?");
  const canonicalOf = db.prepare("SELECT canonical FROM articles WHERE doc = ? AND current = 1").pluck();
  const docAt = db.prepare("SELECT doc FROM articles WHERE canonical = ? AND current = 1").pluck();
  const setRejected = db.prepare("UPDATE articles SET rejected = ? WHERE id = ?");

  const events = (filter: CorrectionFilter = {}): CorrectionEvent[] =>
    (filter.doc === undefined ? all.all() : ofArticle.all(filter.doc)).map((event) => parseLogged(event as string));

  const docOf = ({ doc, url }: CorrectionEvent): string | null => {
    const address = canonicalUrl(url ?? null);
    return placeOf(doc, address, {
      docAt: address === null ? undefined : (docAt.get(address) as string | undefined),
      canonical: canonicalOf.get(doc) as string | null | undefined,
    });
  };

  const append = (incoming: readonly CorrectionEvent[]): Corrections => {
    const own = concerned(incoming).flatMap((id) => (byId.get(id) as string | undefined) ?? []);
    const { fresh, answer } = replayOn(own, incoming, docOf);
    for (const event of fresh) insert.run(logRow(event));
    for (const doc of new Set(fresh.map((event) => event.doc))) rewrite(doc);
    return answer;
  };

  const followed = newFollowed();
  const application = (doc: string): { id: number; application: Application } | null => {
    const row = head.get(doc) as { id: number; key: string } | undefined;
    if (!row) return null;
    const read = (): Reading => {
      const { text, reading } = packed.get(row.id) as { text: string; reading: Uint8Array };
      return unpackReading(reading, text);
    };
    const after = (seq: number): LoggedAt[] =>
      (since.all(doc, seq) as { seq: number; event: string }[]).map((e) => ({ ...e, event: parseLogged(e.event) }));
    return { id: row.id, application: followed.of(doc, row.key, read, after) };
  };

  const rewrite = (doc: string): void => {
    const found = application(doc);
    if (!found) return;
    const { reading, rejected } = found.application.outcome();
    statements.rewrite(found.id, reading);
    setRejected.run(rejected, found.id);
  };

  const transaction = db.transaction(append);
  return {
    events,
    corrected: (doc) => application(doc)?.application.corrected() ?? null,
    append(incoming) {
      try {
        return transaction.immediate(incoming);
      } catch (error) {
        followed.forget();
        throw error;
      }
    },
  };
}
