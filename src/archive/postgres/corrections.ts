/** The log of corrections in a shared archive, and the statements that follow it. */
import type { CorrectionFilter, Corrections } from "../archive.ts";
import { applyCorrections } from "../corrections/apply.ts";
import type { CorrectionEvent } from "../corrections/events.ts";
import { concerned, type LogRow, logRow, parseLogged, placeOf, replayOn } from "../corrections/log.ts";
import { canonicalUrl } from "../identity.ts";
import { unpackReading } from "../save/pack.ts";
import { LOCK, lockAll } from "./locks.ts";
import type { Database, Sql } from "./sql.ts";
import { writeNames, writeStatements } from "./statements.ts";
import { columnText } from "./text.ts";

const COLUMNS = ["id", "doc", "url", "author", "time", "type", "note", "event"] as const satisfies (keyof LogRow)[];

/** Events on an article in the order of the log. */
export const eventsOf = (sql: Sql, doc: string): Promise<CorrectionEvent[]> => correctionEvents(sql, { doc });

/** Events on an article, or all, in the order of the log. */
export async function correctionEvents(sql: Sql, { doc }: CorrectionFilter = {}): Promise<CorrectionEvent[]> {
  const rows =
    doc === undefined
      ? await sql.rows<{ event: string }>("SELECT event FROM corrections ORDER BY seq")
      : await sql.rows<{ event: string }>(
          "SELECT event FROM corrections WHERE md5(doc) = md5($1) AND doc = $1 ORDER BY seq",
          [doc],
        );
  return rows.map(({ event }) => parseLogged(event));
}

/** Appends what is new and rewrites the statements of the articles concerned, all or nothing. */
export async function appendCorrections(db: Database, incoming: readonly CorrectionEvent[]): Promise<Corrections> {
  return db.transaction(async (sql) => {
    const docOf = await placesOf(sql, incoming);
    // Whoever keeps a new version of one of these articles, or decides about it, waits.
    await lockAll(sql, incoming.flatMap((event) => docOf(event) ?? []).map(LOCK.doc));
    const ids = concerned(incoming);
    const own = await sql.rows<{ event: string }>(
      "SELECT event FROM corrections WHERE md5(id) = ANY(SELECT md5(i) FROM unnest($1::text[]) i) AND id = ANY($1::text[]) ORDER BY seq",
      [ids],
    );
    const { fresh, answer } = replayOn(
      own.map(({ event }) => event),
      incoming,
      docOf,
    );
    const rows = fresh.map(logRow);
    if (rows.length > 0)
      await sql.rows(
        `INSERT INTO corrections(${COLUMNS.join(", ")})
         SELECT ${COLUMNS.map((column) => `r.${column}`).join(", ")}
         FROM unnest(${COLUMNS.map((_, i) => `$${i + 1}::text[]`).join(", ")}) WITH ORDINALITY AS r(${COLUMNS.join(", ")}, place) ORDER BY r.place`,
        COLUMNS.map((column) => rows.map((row) => row[column])),
      );
    for (const doc of new Set(fresh.map((event) => event.doc))) await rewrite(sql, doc);
    return answer;
  });
}

interface Current {
  id: number;
  text: string;
  reading: Uint8Array;
  outlet: string;
  byline: string;
  dated: boolean;
}

async function rewrite(sql: Sql, doc: string): Promise<void> {
  const [row] = await sql.rows<Current>(
    `SELECT id, text, reading, outlet_words AS outlet, byline_words AS byline, published IS NOT NULL AS dated FROM articles
     WHERE md5(doc) = md5($1) AND doc = $1 AND current = 1`,
    [doc],
  );
  if (!row) return;
  const { reading, rejected } = applyCorrections(unpackReading(row.reading, row.text), await eventsOf(sql, doc));
  await writeNames(sql, await writeStatements(sql, row.id, reading, row));
  await sql.rows("UPDATE articles SET rejected = $1 WHERE id = $2", [rejected.length, row.id]);
}

/** Which article here each event is about, looked up for all of them at once. */
async function placesOf(
  sql: Sql,
  incoming: readonly CorrectionEvent[],
): Promise<(event: CorrectionEvent) => string | null> {
  const addressOf = ({ url }: CorrectionEvent): string | null => {
    const address = canonicalUrl(url ?? null);
    return address === null ? null : columnText(address);
  };
  const rows = await sql.rows<{ doc: string; canonical: string | null }>(
    `SELECT doc, canonical FROM articles WHERE current = 1
       AND (md5(doc) = ANY(SELECT md5(d) FROM unnest($1::text[]) d) OR md5(canonical) = ANY(SELECT md5(c) FROM unnest($2::text[]) c))`,
    [incoming.map(({ doc }) => doc), incoming.flatMap((event) => addressOf(event) ?? [])],
  );
  const byDoc = new Map(rows.map(({ doc, canonical }) => [doc, canonical]));
  const byAddress = new Map(
    rows.flatMap(({ doc, canonical }) => (canonical === null ? [] : [[canonical, doc] as const])),
  );
  return (event) => {
    const address = addressOf(event);
    return placeOf(event.doc, address, {
      docAt: address === null ? undefined : byAddress.get(address),
      canonical: byDoc.get(columnText(event.doc)),
    });
  };
}
