/** The archive in one file: SQLite with its full-text index. */
import type { Reading } from "../../document.ts";
import type { Archive, ArticleHead, Item, ReviewCounts, SaveResult, Totals } from "../archive.ts";
import { applyCorrections } from "../corrections/apply.ts";
import type { CorrectionEvent } from "../corrections/events.ts";
import { auditSqlite } from "./audit.ts";
import { quotationsFound, searchFound } from "./found.ts";
import { articlesNear } from "./near.ts";
import { type Db, openDatabase } from "./open.ts";
import { unpackReading } from "./pack.ts";
import { makeCorrectionLog } from "./corrections.ts";
import { makeSave } from "./save.ts";
import { makeSpeakers } from "./speakers.ts";
import { makeStatements } from "./statements.ts";

const HEAD = `a.doc, a.version, a.title, a.byline, a.outlet, a.published, a.url,
  (SELECT count(*) FROM statements s WHERE s.article = a.id) AS statements,
  CASE WHEN a.copy_group IS NULL THEN 1 ELSE (SELECT count(*) FROM articles c WHERE c.copy_group = a.copy_group AND c.current = 1) END AS copies,
  a.rejected, ${["accepted", "edited", "added"].map((state) => `(SELECT count(*) FROM statements s WHERE s.article = a.id AND s.review = '${state}') AS ${state}`).join(", ")}`;
const IN_ORDER = "a.published IS NULL, a.published, a.id";

/** An archive in a file, and the database behind it for tests and tools. */
export interface SqliteArchive extends Archive {
  readonly db: Db;
}

/** Opens the archive at `path` (":memory:" for one that is gone afterwards). */
export function openSqlite(path: string, options: { create?: boolean } = {}): SqliteArchive {
  const db = openDatabase(path, { create: options.create ?? true });
  const statements = makeStatements(db);
  const log = makeCorrectionLog(db, statements);
  const save = makeSave(db, { statements, log });
  const known = db.prepare("SELECT 1 FROM items WHERE input_key = ? AND model = ? AND state = 'done'").pluck();
  const failed = db.prepare(
    `INSERT INTO items(origin, name, state, reason, at) VALUES(@origin, @name, 'failed', @reason, @at)
     ON CONFLICT(origin, name) DO UPDATE SET state = 'failed', reason = @reason, at = @at, input_key = NULL`,
  );
  const one = db.prepare("SELECT text, reading FROM articles WHERE doc = ? AND version = ?");
  const current = db.prepare("SELECT text, reading FROM articles WHERE doc = ? AND current = 1");
  const machineReading = (doc: string, version: number | undefined): Reading | null => {
    const row = (version === undefined ? current.get(doc) : one.get(doc, version)) as Packed | undefined;
    return row ? unpackReading(row.reading, row.text) : null;
  };
  return {
    ...makeSpeakers(db),
    db,
    location: path,
    async save(brought): Promise<SaveResult> {
      return save(brought);
    },
    async knows(inputKey, model) {
      return known.get(inputKey, model) !== undefined;
    },
    async fail(item) {
      failed.run(item);
    },
    async failures() {
      return db
        .prepare(
          "SELECT origin, name, state, reason, doc, at FROM items WHERE state = 'failed' ORDER BY at DESC, origin, name",
        )
        .all() as Item[];
    },
    async reading(doc, version) {
      const machine = machineReading(doc, version);
      return machine && correctedBy(log.events({ doc }), machine);
    },
    async corrected(doc, version) {
      const machine = machineReading(doc, version);
      return machine && { ...applyCorrections(machine, log.events({ doc })), machine };
    },
    async correct(events) {
      return log.append(events);
    },
    async corrections(filter) {
      return log.events(filter);
    },
    async versions(doc) {
      return (
        db.prepare(`SELECT ${HEAD} FROM articles a WHERE a.doc = ? ORDER BY a.version`).all(doc) as HeadRow[]
      ).map(headOf);
    },
    async articles({ limit, offset, outlet } = { limit: -1, offset: 0 }) {
      const rows = db
        .prepare(
          `SELECT ${HEAD} FROM articles a WHERE a.current = 1 AND (@outlet IS NULL OR a.outlet = @outlet)
           ORDER BY ${IN_ORDER} LIMIT @limit OFFSET @offset`,
        )
        .all({ limit, offset, outlet: outlet ?? null }) as HeadRow[];
      return rows.map(headOf);
    },
    async countArticles(outlet) {
      return db
        .prepare("SELECT count(*) FROM articles WHERE current = 1 AND (@outlet IS NULL OR outlet = @outlet)")
        .pluck()
        .get({ outlet: outlet ?? null }) as number;
    },
    async copies(doc) {
      const rows = db
        .prepare(
          `SELECT ${HEAD} FROM articles a WHERE a.current = 1 AND a.doc <> @doc
             AND a.copy_group = (SELECT copy_group FROM articles WHERE doc = @doc AND current = 1) ORDER BY ${IN_ORDER}`,
        )
        .all({ doc }) as HeadRow[];
      return rows.map(headOf);
    },
    async *readings({ outlet } = {}): AsyncGenerator<Reading> {
      // Ids first: a cursor held open over the whole run would block whoever writes.
      const ids = db
        .prepare(
          `SELECT a.id FROM articles a WHERE a.current = 1 AND (@outlet IS NULL OR a.outlet = @outlet) ORDER BY ${IN_ORDER}`,
        )
        .pluck()
        .all({ outlet: outlet ?? null }) as number[];
      const byId = db.prepare("SELECT text, reading FROM articles WHERE id = ?");
      for (const id of ids) {
        const row = byId.get(id) as Packed | undefined;
        if (!row) continue;
        const machine = unpackReading(row.reading, row.text);
        yield correctedBy(log.events({ doc: machine.doc }), machine);
      }
    },
    async totals() {
      return db
        .prepare(
          `SELECT (SELECT count(*) FROM articles WHERE current = 1) AS articles,
             (SELECT count(*) FROM articles WHERE current = 0) AS earlier,
             (SELECT count(*) FROM statements) AS statements,
             (SELECT count(*) FROM statements WHERE review <> 'suggested') AS confirmed,
             (SELECT count(DISTINCT outlet) FROM articles WHERE current = 1) AS outlets,
             (SELECT count(*) FROM items WHERE state = 'failed') AS failed`,
        )
        .get() as Totals;
    },
    async search(query, options) {
      return searchFound(db, query, options);
    },
    async quotations(quotation, limit) {
      return quotationsFound(db, quotation, limit);
    },
    async near(words) {
      return articlesNear(db, words);
    },
    async audit(filter, by) {
      return auditSqlite(db, filter, by);
    },
    async close() {
      db.close();
    },
  };
}

type HeadRow = Omit<ArticleHead, "review"> & ReviewCounts;

const headOf = ({ accepted, edited, added, rejected, ...head }: HeadRow): ArticleHead => ({
  ...head,
  review: { accepted, edited, added, rejected },
});

/** A reading that nobody corrected is given as it is, without marks of review. */
const correctedBy = (events: CorrectionEvent[], machine: Reading): Reading =>
  events.length === 0 ? machine : applyCorrections(machine, events).reading;

interface Packed {
  text: string;
  reading: Uint8Array;
}
