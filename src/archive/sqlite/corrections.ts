/** The log of corrections in an archive file, and the statements that follow it. */
import type { CorrectionFilter, Corrections } from "../archive.ts";
import { applyCorrections } from "../corrections/apply.ts";
import { type CorrectionEvent, EventSchema } from "../corrections/events.ts";
import { replay } from "../corrections/exchange.ts";
import { canonicalUrl } from "../identity.ts";
import type { Db } from "./open.ts";
import { unpackReading } from "./pack.ts";
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

  const parse = (event: unknown): CorrectionEvent => EventSchema.parse(JSON.parse(event as string));
  const events = (filter: CorrectionFilter = {}): CorrectionEvent[] =>
    (filter.doc === undefined ? all.all() : ofArticle.all(filter.doc)).map(parse);

  /** The article's id here: by its address where both have one, since another archive may use the same id for another article. */
  const docOf = ({ doc, url }: CorrectionEvent): string | null => {
    const address = canonicalUrl(url ?? null);
    const there = address === null ? undefined : (docAt.get(address) as string | undefined);
    if (there !== undefined) return there;
    const known = canonicalOf.get(doc) as string | null | undefined;
    return known === undefined || (address !== null && known !== null) ? null : doc;
  };

  const append = (incoming: readonly CorrectionEvent[]): Corrections => {
    const wanted = new Set(incoming.flatMap((e) => (e.type === "undo" ? [e.id, e.event] : [e.id])));
    const own = [...wanted].map((id) => byId.get(id)).filter((event) => event !== undefined);
    const { append: fresh, known, refused } = replay(own.map(parse), incoming, docOf);
    for (const event of fresh) insert.run({ ...pick(event), event: JSON.stringify(event) });
    for (const doc of new Set(fresh.map((event) => event.doc))) rewrite(doc);
    return {
      appended: fresh.map((event) => event.id),
      known,
      refused: refused.map(({ event, reason }) => ({ id: event.id, reason })),
    };
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

const pick = ({ id, doc, url, author, time, type, note }: CorrectionEvent): Record<string, string | null> => ({
  id,
  doc,
  url: url ?? null,
  author,
  time,
  type,
  note: note ?? null,
});
