/** Keeps one article: recognises it, versions it, finds its near-copies, and writes its statements, in one transaction. */
import type { Brought, SaveResult } from "../archive.ts";
import { signature } from "../identity.ts";
import { namedIn } from "../named.ts";
import { articleRow, correctedFor } from "../save/article-row.ts";
import { identityOf, type Known, outcomeOf, sameAmong } from "../save/recognise.ts";
import { makeGroup } from "./copies.ts";
import type { CorrectionLog } from "./corrections.ts";
import type { Db } from "./open.ts";
import { namesFrom } from "./named-rows.ts";
import type { StatementTable } from "./statements.ts";

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
  const dropArticle = db.prepare("DELETE FROM articles WHERE id = ?");
  const insertArticle = db.prepare(
    `INSERT INTO articles(doc, version, title, byline, outlet, published, url, text, reading, model, canonical, content_key, signature, kept_at, rejected, names_known)
     VALUES(@doc, @version, @title, @byline, @outlet, @published, @url, @text, @reading, @model, @canonical, @content_key, @signature, @kept_at, @rejected, 1)`,
  );
  const indexArticle = db.prepare("INSERT INTO article_words(rowid, title, text) VALUES(?, ?, ?)");
  const unindexArticle = db.prepare("DELETE FROM article_words WHERE rowid = ?");
  const dropBands = db.prepare("DELETE FROM bands WHERE article = ?");
  const insertNamed = namesFrom("(SELECT @article AS article, @key AS key, @name AS name, @kind AS kind) n").map(
    (sql) => db.prepare(sql),
  );
  const dropNamed = db.prepare("DELETE FROM named_rows WHERE article = ?");

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
    const identity = identityOf(reading);
    const { canonical, key } = identity;
    const before = (canonical ? (byUrl.get(canonical) as Known | undefined) : undefined) ?? sameContent();
    const outcome = outcomeOf(before, identity, model);
    const doc = before?.doc ?? freeName(reading.doc);
    if (outcome === null) return end("same", doc);
    if (before) withdraw(before.id);
    if (before && outcome.instead) dropArticle.run(before.id);
    const sign = signature(text);
    const corrected = correctedFor(doc, reading, before ? log.events({ doc }) : []);
    const row = articleRow(brought, identity, outcome, { doc, sign, rejected: corrected.rejected });
    const id = insertArticle.run(row).lastInsertRowid as number;
    indexArticle.run(id, article.title ?? "", text);
    statements.write(id, corrected.reading);
    for (const named of namedIn(reading)) for (const step of insertNamed) step.run({ article: id, ...named });
    group(id, sign);
    return end(outcome.kept, doc);

    function sameContent(): Known | undefined {
      return sameAmong(byContent.all(key) as Known[], identity) ?? sameFile();
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
