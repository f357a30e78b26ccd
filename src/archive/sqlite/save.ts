/** Keeps one article: recognises it, versions it, finds its near-copies, and writes its statements, in one transaction. */
import type { Brought, SaveResult } from "../archive.ts";
import { canonicalUrl, contentKey, signature } from "../identity.ts";
import { applyCorrections } from "../corrections/apply.ts";
import { namedIn } from "../named.ts";
import { makeGroup } from "./copies.ts";
import type { CorrectionLog } from "./corrections.ts";
import type { Db } from "./open.ts";
import { packReading } from "./pack.ts";
import type { StatementTable } from "./statements.ts";

interface Known {
  id: number;
  doc: string;
  version: number;
  content_key: string;
  outlet: string | null;
  canonical: string | null;
  model: string;
}
const KNOWN = "SELECT id, doc, version, content_key, outlet, canonical, model FROM articles WHERE current = 1";

/** What saving needs of the rest of the archive. */
export interface SaveTables {
  statements: StatementTable;
  log: CorrectionLog;
}

export function makeSave(db: Db, { statements, log }: SaveTables): (brought: Brought) => SaveResult {
  const byUrl = db.prepare(`${KNOWN} AND canonical = ?`);
  const byContent = db.prepare(`${KNOWN} AND content_key = ?`);
  const byDoc = db.prepare(`${KNOWN} AND doc = ?`);
  const taken = db.prepare("SELECT 1 FROM articles WHERE doc = ?").pluck();
  const done = db.prepare(
    `INSERT INTO items(origin, name, state, doc, input_key, model, at) VALUES(@origin, @name, 'done', @doc, @inputKey, @model, @at)
     ON CONFLICT(origin, name) DO UPDATE SET state = 'done', reason = NULL, doc = @doc, input_key = @inputKey, model = @model, at = @at`,
  );
  // A file that could not be opened failed under its own name; it has been opened now.
  const opened = db.prepare("DELETE FROM items WHERE origin = @origin AND name = @origin AND state = 'failed'");
  const retire = db.prepare("UPDATE articles SET current = 0 WHERE id = ?");
  const insertArticle = db.prepare(
    `INSERT INTO articles(doc, version, title, byline, outlet, published, url, text, reading, model, canonical, content_key, signature, kept_at, rejected, names_known)
     VALUES(@doc, @version, @title, @byline, @outlet, @published, @url, @text, @reading, @model, @canonical, @content_key, @signature, @kept_at, @rejected, 1)`,
  );
  const indexArticle = db.prepare("INSERT INTO article_words(rowid, title, text) VALUES(?, ?, ?)");
  const unindexArticle = db.prepare("DELETE FROM article_words WHERE rowid = ?");
  const dropBands = db.prepare("DELETE FROM bands WHERE article = ?");
  const insertNamed = db.prepare("INSERT INTO named(article, key, name, kind) VALUES(@article, @key, @name, @kind)");
  const dropNamed = db.prepare("DELETE FROM named WHERE article = ?");

  const withdraw = (id: number): void => {
    unindexArticle.run(id);
    statements.drop(id);
    dropBands.run(id);
    dropNamed.run(id);
    retire.run(id);
  };

  const group = makeGroup(db);

  const save = (brought: Brought): SaveResult => {
    const { reading, model } = brought;
    const { article, text } = reading;
    const canonical = canonicalUrl(article.url);
    const outlet = article.outlet ?? hostOf(article.url);
    const key = contentKey(text);
    const before = (canonical ? (byUrl.get(canonical) as Known | undefined) : undefined) ?? sameContent();
    if (before && before.content_key === key && before.model === model) return end("same", before.doc);
    const version = before ? before.version + 1 : 1;
    const doc = before?.doc ?? freeName(reading.doc);
    // The same text read by another model takes the place of the earlier reading: it is no version of the article.
    if (before && before.content_key === key) {
      withdraw(before.id);
      db.prepare("DELETE FROM articles WHERE id = ?").run(before.id);
    } else if (before) withdraw(before.id);
    const sign = signature(text);
    // What humans decided holds for a new version and a new model's reading, where its words still stand.
    const events = before ? log.events({ doc }) : [];
    const corrected = events.length > 0 ? applyCorrections({ ...reading, doc }, events) : { reading, rejected: [] };
    const id = insertArticle.run({
      doc,
      version: before?.content_key === key ? before.version : version,
      title: article.title,
      byline: article.byline,
      outlet,
      published: article.published,
      url: article.url,
      text,
      reading: packReading({ ...reading, doc }),
      model,
      canonical,
      content_key: key,
      signature: sign && Buffer.from(sign.buffer),
      kept_at: brought.at,
      rejected: corrected.rejected.length,
    }).lastInsertRowid as number;
    indexArticle.run(id, article.title ?? "", text);
    statements.write(id, corrected.reading);
    for (const named of namedIn(reading)) insertNamed.run({ article: id, ...named });
    group(id, sign);
    return end(before ? (before.content_key === key ? "same" : "version") : "new", doc);

    function sameContent(): Known | undefined {
      // A wire report in two outlets is two articles: only what contradicts neither outlet nor address is the same.
      return (
        (byContent.all(key) as Known[]).find(
          (k) =>
            (k.canonical === null || canonical === null) &&
            (k.outlet === null || outlet === null || k.outlet === outlet),
        ) ?? sameFile()
      );
    }
    function sameFile(): Known | undefined {
      if (canonical) return undefined;
      const named = db
        .prepare("SELECT doc FROM items WHERE origin = ? AND name = ? AND state = 'done'")
        .pluck()
        .get(brought.origin, reading.doc) as string | undefined;
      return named === undefined ? undefined : (byDoc.get(named) as Known | undefined);
    }
    function end(kept: SaveResult["kept"], name: string): SaveResult {
      opened.run({ origin: brought.origin });
      done.run({
        origin: brought.origin,
        name: reading.doc,
        doc: name,
        inputKey: brought.inputKey,
        model,
        at: brought.at,
      });
      return { kept, doc: name };
    }
  };

  function freeName(doc: string): string {
    let name = doc;
    for (let i = 2; taken.get(name) !== undefined; i++) name = `${doc}-${i}`;
    return name;
  }

  return (brought) => db.transaction(save).immediate(brought);
}

function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") || null : null;
}
