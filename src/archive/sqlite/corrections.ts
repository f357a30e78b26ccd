/** The log of corrections in an archive file, and the statements that follow it. */
import type { CorrectionFilter, Corrections } from "../archive.ts";
import { applyCorrections } from "../corrections/apply.ts";
import type { CorrectionEvent } from "../corrections/events.ts";
import { concerned, logRow, parseLogged, placeOf, replayOn } from "../corrections/log.ts";
import { canonicalUrl } from "../identity.ts";
import type { Db } from "./open.ts";
import { unpackReading } from "../save/pack.ts";
import type { StatementTable } from "./statements.ts";

export interface CorrectionLog {
  /** Events on an article, or all, in the order of the log. */
  events(filter?: CorrectionFilter): CorrectionEvent[];
  /** Appends what is new and rewrites the statements of the articles concerned, all or nothing. */
  append(events: readonly CorrectionEvent[]): Corrections;
}

interface Current {
  id: number;
  text: string;
  reading: Uint8Array;
}

export function makeCorrectionLog(db: Db, statements: StatementTable): CorrectionLog {
  const ofArticle = db.prepare("SELECT event FROM corrections WHERE doc = ? ORDER BY seq").pluck();
  const all = db.prepare("SELECT event FROM corrections ORDER BY seq").pluck();
  const byId = db.prepare("SELECT event FROM corrections WHERE id = ?").pluck();
  const insert = db.prepare(
    `INSERT INTO corrections(id, doc, url, author, time, type, note, event)
     VALUES(@id, @doc, @url, @author, @time, @type, @note, @event)`,
  );
  const current = db.prepare("SELECT id, text, reading FROM articles WHERE doc = ? AND current = 1");
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

  const rewrite = (doc: string): void => {
    const row = current.get(doc) as Current | undefined;
    if (!row) return;
    const { reading, rejected } = applyCorrections(unpackReading(row.reading, row.text), events({ doc }));
    statements.write(row.id, reading);
    setRejected.run(rejected.length, row.id);
  };

  const transaction = db.transaction(append);
  return { events, append: (incoming) => transaction.immediate(incoming) };
}
