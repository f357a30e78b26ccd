/** The archive that several share: PostgreSQL. */
import type { Reading } from "../../document.ts";
import type { Archive, Item, Totals } from "../archive.ts";
import { applyCorrections, correctedBy } from "../corrections/apply.ts";
import { unpackReading } from "../save/pack.ts";
import { FAILURES, headIn, headOf, type HeadRow, IN_ORDER, totalsIn } from "../sql/articles.ts";
import { auditPostgres } from "./audit.ts";
import { connect } from "./connect.ts";
import { appendCorrections, correctionEvents, eventsOf } from "./corrections.ts";
import { articlesNear } from "./near.ts";
import { makeOutlets, outletNamesIn } from "./outlets.ts";
import { save } from "./save.ts";
import { quotationsPostgres } from "./search/quotation.ts";
import { searchPostgres } from "./search/search.ts";
import { makeSpeakers } from "./speakers.ts";
import type { Database } from "./sql.ts";

interface Packed {
  text: string;
  reading: Uint8Array;
}

/** An archive in a database, and the connection to it for tests and tools. */
export interface PostgresArchive extends Archive {
  readonly db: Database;
}

/** Opens the archive at an address, `postgres://…`. @throws UnreadableError when there is none (and `create` is false) or it cannot be reached */
export async function openPostgres(
  place: string,
  options: { create?: boolean; program?: string } = {},
): Promise<PostgresArchive> {
  const { create = true, program } = options;
  const db = await connect(place, { create, ...(program === undefined ? {} : { program }) });
  const heads = async (rest: string, values: readonly unknown[]) =>
    (await db.rows<HeadRow>(`SELECT ${headIn("statements")} FROM articles a WHERE ${rest}`, values)).map(headOf);
  /** All names of an outlet; `null` where none is asked for. */
  const namesOf = async (outlet: string | null | undefined): Promise<string[] | null> =>
    outlet == null ? null : (await outletNamesIn(db)).namesOf(outlet);
  const machineReading = async (doc: string, version: number | undefined): Promise<Reading | null> => {
    const [row] = await db.rows<Packed>(
      `SELECT text, reading FROM articles WHERE md5(doc) = md5($1) AND doc = $1 AND ${version === undefined ? "current = 1" : "version = $2"}`,
      version === undefined ? [doc] : [doc, version],
    );
    return row ? unpackReading(row.reading, row.text) : null;
  };
  return {
    ...makeSpeakers(db),
    ...makeOutlets(db),
    db,
    location: db.shown,
    save: (brought) => save(db, brought),
    async knows(inputKey, model) {
      const rows = await db.rows(
        "SELECT 1 FROM items WHERE md5(input_key) = md5($1) AND input_key = $1 AND model = $2 AND state = 'done' LIMIT 1",
        [inputKey, model],
      );
      return rows.length > 0;
    },
    fail: ({ origin, name, reason, at }) =>
      db.transaction(async (sql) => {
        await sql.rows(
          `INSERT INTO items(origin, name, state, reason, at) VALUES($1, $2, 'failed', $3, $4)
           ON CONFLICT (md5(origin), md5(name)) DO UPDATE SET state = 'failed', reason = $3, at = $4, input_key = NULL`,
          [origin, name, reason, at],
        );
      }),
    failures: () => db.rows<Item>(FAILURES),
    async reading(doc, version) {
      const machine = await machineReading(doc, version);
      return machine && correctedBy(await eventsOf(db, doc), machine);
    },
    async readingsOf(docs) {
      const found = await db.rows<Packed & { doc: string; corrected: boolean }>(
        `SELECT a.doc, a.text, a.reading,
           EXISTS (SELECT 1 FROM corrections c WHERE md5(c.doc) = md5(a.doc) AND c.doc = a.doc) AS corrected
         FROM unnest($1::text[]) AS d(doc) JOIN articles a ON md5(a.doc) = md5(d.doc) AND a.doc = d.doc WHERE a.current = 1`,
        [docs],
      );
      const rows = new Map(found.map((row) => [row.doc, row]));
      const readings: Reading[] = [];
      for (const doc of docs) {
        const row = rows.get(doc);
        if (!row) continue;
        const machine = unpackReading(row.reading, row.text, { reasons: row.corrected });
        readings.push(row.corrected ? correctedBy(await eventsOf(db, doc), machine) : machine);
      }
      return readings;
    },
    async corrected(doc, version) {
      const machine = await machineReading(doc, version);
      return machine && { ...applyCorrections(machine, await eventsOf(db, doc)), machine };
    },
    correct: (events) => appendCorrections(db, events),
    corrections: (filter) => correctionEvents(db, filter),
    versions: (doc) => heads("md5(a.doc) = md5($1) AND a.doc = $1 ORDER BY a.version", [doc]),
    async articles({ limit, offset, outlet } = { limit: -1, offset: 0 }) {
      return heads(
        `a.current = 1 AND ($1::text[] IS NULL OR a.outlet = ANY($1::text[])) ORDER BY ${IN_ORDER} LIMIT $2 OFFSET $3`,
        [await namesOf(outlet), limit < 0 ? null : limit, offset],
      );
    },
    async countArticles(outlet) {
      const [row] = await db.rows<{ n: number }>(
        "SELECT count(*) AS n FROM articles WHERE current = 1 AND ($1::text[] IS NULL OR outlet = ANY($1::text[]))",
        [await namesOf(outlet)],
      );
      return row?.n ?? 0;
    },
    copies: (doc) =>
      heads(
        `a.current = 1 AND a.doc <> $1
         AND a.copy_group = (SELECT copy_group FROM articles WHERE md5(doc) = md5($1) AND doc = $1 AND current = 1) ORDER BY ${IN_ORDER}`,
        [doc],
      ),
    async *readings({ outlet } = {}): AsyncGenerator<Reading> {
      const ids = await db.rows<{ id: number }>(
        `SELECT a.id FROM articles a WHERE a.current = 1 AND ($1::text[] IS NULL OR a.outlet = ANY($1::text[])) ORDER BY ${IN_ORDER}`,
        [await namesOf(outlet)],
      );
      for (const { id } of ids) {
        const [row] = await db.rows<Packed>("SELECT text, reading FROM articles WHERE id = $1", [id]);
        if (!row) continue;
        const machine = unpackReading(row.reading, row.text);
        yield correctedBy(await eventsOf(db, machine.doc), machine);
      }
    },
    async totals() {
      const [row] = await db.rows<Totals>(totalsIn("statements"));
      const { joined, surplus } = await outletNamesIn(db);
      const present = await db.rows<{ outlet: string }>(
        "SELECT DISTINCT outlet FROM articles WHERE current = 1 AND outlet = ANY($1::text[])",
        [joined],
      );
      const totals = row as Totals;
      return { ...totals, outlets: totals.outlets - surplus(present.map(({ outlet }) => outlet)) };
    },
    search: async (query, options = {}) => searchPostgres(db, query, options, await outletNamesIn(db)),
    quotations: (quotation, limit) => quotationsPostgres(db, quotation, limit),
    near: (words) => articlesNear(db, words),
    audit: (filter, by) => auditPostgres(db, filter, by),
    close: () => db.close(),
  };
}
