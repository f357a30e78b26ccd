/** The archive in one file: SQLite with its full-text index. */
import type { Reading } from "../../document.ts";
import type { Archive, Item, SaveResult, Totals } from "../archive.ts";
import { applyCorrections, correctedBy } from "../corrections/apply.ts";
import { auditSqlite } from "./audit.ts";
import { quotationsFound, searchFound } from "./found.ts";
import { articlesNear } from "./near.ts";
import { type Db, openDatabase } from "./open.ts";
import { unpackReading } from "../save/pack.ts";
import { FAILURES, headIn, headOf, type HeadRow, IN_ORDER, totalsIn } from "../sql/articles.ts";
import { makeCorrectionLog } from "./corrections.ts";
import { makeOutlets } from "./outlets.ts";
import { makeSave } from "./save.ts";
import { makeSpeakers } from "./speakers.ts";
import { makeStatements } from "./statements.ts";

const HEAD = headIn("statement_rows");

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
  const outlets = makeOutlets(db);
  const presentNames = db
    .prepare("SELECT DISTINCT outlet FROM articles WHERE current = 1 AND outlet IN (SELECT value FROM json_each(?))")
    .pluck();
  const known = db.prepare("SELECT 1 FROM items WHERE input_key = ? AND model = ? AND state = 'done'").pluck();
  const failed = db.prepare(
    `INSERT INTO items(origin, name, state, reason, at) VALUES(@origin, @name, 'failed', @reason, @at)
     ON CONFLICT(origin, name) DO UPDATE SET state = 'failed', reason = @reason, at = @at, input_key = NULL`,
  );
  const one = db.prepare("SELECT text, reading FROM articles WHERE doc = ? AND version = ?");
  const current = db.prepare("SELECT text, reading FROM articles WHERE doc = ? AND current = 1");
  const several = db.prepare(
    `SELECT a.doc, a.text, a.reading, EXISTS (SELECT 1 FROM corrections c WHERE c.doc = a.doc) AS corrected
     FROM articles a WHERE a.doc IN (SELECT value FROM json_each(?)) AND a.current = 1`,
  );
  /** All names of an outlet, as JSON; `null` where none is asked for. */
  const namesOf = (outlet: string | null | undefined): string | null =>
    outlet == null ? null : JSON.stringify(outlets.names().namesOf(outlet));
  const machineReading = (doc: string, version: number | undefined): Reading | null => {
    const row = (version === undefined ? current.get(doc) : one.get(doc, version)) as Packed | undefined;
    return row ? unpackReading(row.reading, row.text) : null;
  };
  return {
    ...makeSpeakers(db),
    ...outlets.archive,
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
      return db.prepare(FAILURES).all() as Item[];
    },
    async reading(doc, version) {
      const machine = machineReading(doc, version);
      return machine && correctedBy(log.events({ doc }), machine);
    },
    async readingsOf(docs) {
      const rows = new Map((several.all(JSON.stringify(docs)) as Several[]).map((row) => [row.doc, row]));
      return docs.flatMap((doc) => {
        const row = rows.get(doc);
        if (!row) return [];
        const machine = unpackReading(row.reading, row.text, { reasons: row.corrected === 1 });
        return [row.corrected === 1 ? correctedBy(log.events({ doc }), machine) : machine];
      });
    },
    async corrected(doc, version) {
      const machine = machineReading(doc, version);
      if (!machine) return null;
      const corrected = version === undefined ? log.corrected(doc) : applyCorrections(machine, log.events({ doc }));
      return corrected && { ...corrected, machine };
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
          `SELECT ${HEAD} FROM articles a WHERE a.current = 1 AND (@outlet IS NULL OR a.outlet IN (SELECT value FROM json_each(@outlet)))
           ORDER BY ${IN_ORDER} LIMIT @limit OFFSET @offset`,
        )
        .all({ limit, offset, outlet: namesOf(outlet) }) as HeadRow[];
      return rows.map(headOf);
    },
    async countArticles(outlet) {
      return db
        .prepare(
          "SELECT count(*) FROM articles WHERE current = 1 AND (@outlet IS NULL OR outlet IN (SELECT value FROM json_each(@outlet)))",
        )
        .pluck()
        .get({ outlet: namesOf(outlet) }) as number;
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
          `SELECT a.id FROM articles a WHERE a.current = 1 AND (@outlet IS NULL OR a.outlet IN (SELECT value FROM json_each(@outlet))) ORDER BY ${IN_ORDER}`,
        )
        .pluck()
        .all({ outlet: namesOf(outlet) }) as number[];
      const byId = db.prepare("SELECT text, reading FROM articles WHERE id = ?");
      for (const id of ids) {
        const row = byId.get(id) as Packed | undefined;
        if (!row) continue;
        const machine = unpackReading(row.reading, row.text);
        yield correctedBy(log.events({ doc: machine.doc }), machine);
      }
    },
    async totals() {
      const totals = db.prepare(totalsIn("statement_rows")).get() as Totals;
      const { joined, surplus } = outlets.names();
      const present = joined.length === 0 ? [] : presentNames.all(JSON.stringify(joined));
      return { ...totals, outlets: totals.outlets - surplus(present as string[]) };
    },
    async search(query, options) {
      return searchFound(db, query, options, outlets.names());
    },
    async quotations(quotation, limit) {
      return quotationsFound(db, quotation, limit);
    },
    async near(words) {
      return articlesNear(db, words);
    },
    async audit(filter, by) {
      return auditSqlite(db, filter, by, outlets.names());
    },
    async close() {
      db.close();
    },
  };
}

interface Packed {
  text: string;
  reading: Uint8Array;
}

interface Several extends Packed {
  doc: string;
  corrected: number;
}
