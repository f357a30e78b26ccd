/** Keeps one article: recognises it, versions it, finds its near-copies, and writes its statements, in one transaction. */
import type { Brought, SaveResult } from "../archive.ts";
import { bandsOf, signature } from "../identity.ts";
import { namedIn } from "../named.ts";
import { type ArticleRow, articleRow, correctedFor } from "../save/article-row.ts";
import { type Identity, identityOf, type Known, outcomeOf, sameAmong } from "../save/recognise.ts";
import { group } from "./copies.ts";
import { eventsOf } from "./corrections.ts";
import { LOCK, lockAll } from "./locks.ts";
import type { Database, Sql } from "./sql.ts";
import { dropStatements, writeNames, writeStatements } from "./statements.ts";
import { columnText } from "./text.ts";
import { countWords, lexemesOf, wordsRow } from "./words.ts";

const KNOWN = "SELECT id, doc, version, content_key, outlet, canonical, model FROM articles WHERE current = 1";
const COLUMNS = [
  ...["doc", "version", "title", "byline", "outlet", "published", "url", "text", "reading", "model", "canonical"],
  ...["content_key", "signature", "kept_at", "rejected"],
] as const satisfies (keyof ArticleRow)[] as readonly (keyof ArticleRow)[];
const INSERT = `INSERT INTO articles(${COLUMNS.join(", ")}, title_words, outlet_words, byline_words, text_words, size, words)
  VALUES(${COLUMNS.map((_, i) => `$${i + 1}`).join(", ")}, ${[1, 2, 3, 4, 5].map((i) => `$${COLUMNS.length + i}`).join(", ")},
    array_to_tsvector(string_to_array($${COLUMNS.length + 6}, ' '))) RETURNING id`;

/** The same article may be brought in by several processes at once: they keep it one after the other, and it is there once. */
export async function save(db: Database, given: Brought): Promise<SaveResult> {
  const brought = { ...given, reading: { ...given.reading, doc: columnText(given.reading.doc) } };
  const { reading } = brought;
  const identity = columnsOf(identityOf(reading));
  const sign = signature(reading.text);
  const bands = sign ? bandsOf(sign) : [];
  const named = namedIn(reading);
  const row = { title: wordsRow(reading.article.title), text: wordsRow(reading.text) };
  const of = {
    outlet: wordsRow(identity.outlet),
    byline: wordsRow(reading.article.byline),
    dated: reading.article.published !== null,
  };
  const locks = [
    ...(identity.canonical === null ? [] : [LOCK.address(identity.canonical)]),
    LOCK.words(identity.key),
    LOCK.item(brought.origin, reading.doc),
  ];
  const copies = bands.map(LOCK.band);
  return db.transaction(async (sql) => {
    await lockAll(sql, locks);
    const before = await known(sql, brought, identity);
    await lockAll(sql, [LOCK.doc(before?.doc ?? reading.doc)]);
    // A version takes the row of an article away that a copy may want to change: it waits for those who keep copies first.
    if (before) await lockAll(sql, copies);
    const outcome = outcomeOf(before, identity, brought.model);
    const doc = before?.doc ?? (await freeName(sql, reading.doc));
    await done(sql, brought, doc);
    if (outcome === null) return { kept: "same", doc };
    if (before) await withdraw(sql, before.id);
    if (before && outcome.instead) await sql.rows("DELETE FROM articles WHERE id = $1", [before.id]);
    const corrected = correctedFor(doc, reading, before ? await eventsOf(sql, doc) : []);
    const article = articleRow(brought, identity, outcome, {
      doc,
      sign,
      rejected: corrected.rejected,
      column: columnText(reading.text),
    });
    const [inserted] = await sql.rows<{ id: number }>(INSERT, [
      ...COLUMNS.map((column) => article[column]),
      ...[row.title, of.outlet, of.byline, row.text],
      countWords(row.title) + countWords(row.text),
      lexemesOf(row),
    ]);
    const { id } = inserted as { id: number };
    const rows = await writeStatements(sql, id, corrected.reading, of);
    if (named.length > 0)
      await sql.rows("INSERT INTO named SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])", [
        id,
        ...(["key", "name", "kind"] as const).map((column) => named.map((each) => each[column])),
      ]);
    // Last what others may wait for to the end of this: whoever keeps a copy, or a name that is new to the archive.
    await lockAll(sql, copies);
    if (sign) await group(sql, id, sign, bands);
    await writeNames(sql, rows);
    return { kept: outcome.kept, doc };
  });
}

/** An address or outlet as its column holds it, so that it is recognised. */
const columnsOf = ({ canonical, outlet, key }: Identity): Identity => ({
  canonical: canonical === null ? null : columnText(canonical),
  outlet: outlet === null ? null : columnText(outlet),
  key,
});

async function known(sql: Sql, { reading, origin }: Brought, identity: Identity): Promise<Known | undefined> {
  const { canonical, key } = identity;
  const ask = (where: string, values: unknown[]): Promise<Known[]> =>
    sql.rows<Known>(`${KNOWN} AND ${where} ORDER BY id`, values);
  const [there] = canonical === null ? [] : await ask("md5(canonical) = md5($1) AND canonical = $1", [canonical]);
  if (there) return there;
  const same = sameAmong(await ask("content_key = $1", [key]), identity);
  if (same || canonical !== null) return same;
  const [file] = await ask(
    `EXISTS (SELECT 1 FROM items i WHERE md5(i.origin) = md5($1) AND md5(i.name) = md5($2) AND i.origin = $1 AND i.name = $2
       AND i.state = 'done' AND i.doc = articles.doc)`,
    [origin, reading.doc],
  );
  return file;
}

async function freeName(sql: Sql, doc: string): Promise<string> {
  for (let name = doc, i = 2; ; name = `${doc}-${i++}`) {
    const [taken] = await sql.rows("SELECT 1 FROM articles WHERE md5(doc) = md5($1) AND doc = $1 LIMIT 1", [name]);
    if (!taken) return name;
  }
}

/** An earlier version stays readable; searches and counts no longer see it. */
async function withdraw(sql: Sql, id: number): Promise<void> {
  await dropStatements(sql, id);
  await sql.rows("DELETE FROM bands WHERE article = $1", [id]);
  await sql.rows("DELETE FROM named WHERE article = $1", [id]);
  await sql.rows("UPDATE articles SET current = 0, title_words = '', text_words = '', words = '' WHERE id = $1", [id]);
}

async function done(sql: Sql, { origin, reading, inputKey, model, at }: Brought, doc: string): Promise<void> {
  // A file that could not be opened failed under its own name; it has been opened now.
  await sql.rows(
    "DELETE FROM items WHERE md5(origin) = md5($1) AND md5(name) = md5($1) AND origin = $1 AND name = $1 AND state = 'failed'",
    [origin],
  );
  await sql.rows(
    `INSERT INTO items(origin, name, state, doc, input_key, model, at) VALUES($1, $2, 'done', $3, $4, $5, $6)
     ON CONFLICT (md5(origin), md5(name)) DO UPDATE SET state = 'done', reason = NULL, doc = $3, input_key = $4, model = $5, at = $6`,
    [origin, reading.doc, doc, inputKey, model, at],
  );
}
