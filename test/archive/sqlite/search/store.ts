/** A small archive file in memory, for the tests of search. */
import type { Database } from "better-sqlite3";
import { openDatabase } from "../../../../src/archive/sqlite/open.ts";
import { once } from "../../../../src/archive/sqlite/prepared.ts";
import { rowsFrom } from "../../../../src/archive/sqlite/rows.ts";
import { STATEMENT_COLUMNS } from "../../../../src/archive/statement-row.ts";

export interface StatementRow {
  speaker?: string;
  kind?: string;
  naming?: string;
  form?: string;
  act?: string;
  negated?: 0 | 1;
  framing?: string;
  channel?: string;
  via?: string;
  content: string;
}

export interface ArticleRow {
  title?: string;
  byline?: string;
  outlet?: string;
  published?: string;
  text?: string;
  current?: 0 | 1;
  statements: StatementRow[];
}

export const emptyStore = (): Database => openDatabase(":memory:", { create: true });

/** Articles are numbered from 1, statements too, in the order given. */
export function addArticle(db: Database, article: ArticleRow): number {
  const { title = null, byline = null, outlet = null, published = null, current = 1 } = article;
  const text = article.text ?? article.statements.map((each) => each.content).join("\n");
  const insert = db.prepare(
    `INSERT INTO articles(doc, title, byline, outlet, published, text, current, reading, model, content_key, kept_at)
     VALUES ((SELECT 'd' || count(*) FROM articles), ?, ?, ?, ?, ?, ?, x'', 'm', 'k', '2025')`,
  );
  const id = Number(insert.run(title, byline, outlet, published, text, current).lastInsertRowid);
  db.prepare("INSERT INTO article_words(rowid, title, text) VALUES (?, ?, ?)").run(id, title, text);
  for (const [i, statement] of article.statements.entries()) {
    const start = Math.max(0, text.indexOf(statement.content));
    const where = { id: null, article: id, n: `a${i + 1}`, start, end: start + statement.content.length };
    put(db, { ...PLAIN, ...where, ...statement });
  }
  return id;
}

const PLAIN: Record<string, string | number | null> = {
  ...{
    speaker: null,
    role: null,
    kind: "person",
    naming: "named",
    form: "indirect",
    act: "claim",
    negated: 0,
    framing: "neutral",
  },
  ...{ channel: null, via: null, within: null, when_value: null, confidence: 0.5, source: null, cue: null },
  ...{ review: "suggested", reviewed_by: null },
};

function put(db: Database, row: Record<string, unknown>): void {
  const given = ["id", "article", ...STATEMENT_COLUMNS].map((column) => `@${column} AS ${column}`);
  for (const sql of rowsFrom(`(SELECT ${given.join(", ")}) s`)) once(db, sql).run(row);
}

/** Writes a statement over, as the archive does when a human has changed it. */
export function rewrite(db: Database, id: number, change: Partial<StatementRow>): void {
  const row = db.prepare("SELECT * FROM statements WHERE id = ?").get(id) as Record<string, unknown>;
  db.prepare("DELETE FROM statement_rows WHERE id = ?").run(id);
  put(db, { ...row, ...change });
}

/** An invented archive in which every operator of the language finds something and misses something. */
export function exampleStore(): Database {
  const db = emptyStore();
  addArticle(db, {
    title: "Minister inspects missiles",
    byline: "Anna Smith, John Doe",
    outlet: "Example Courier",
    published: "2023-07-27T10:00:00Z",
    text: "The minister came on Thursday. He saw new missiles, and the crowd cheered.",
    statements: [
      {
        speaker: "Sergei Shoigu",
        form: "direct",
        channel: "state television",
        content: "The missiles are ready, and we will not give up",
      },
      {
        naming: "anonymous",
        kind: "government",
        framing: "distancing",
        via: "Élan News Agency",
        content: "the visit was about ammunition",
      },
    ],
  });
  addArticle(db, {
    title: "Élysée silent on visit",
    outlet: "The Daily Example",
    published: "2023-08-01",
    text: "Nobody commented on rockets yesterday.",
    statements: [
      { speaker: "Zoé Dupont", act: "denial", negated: 1, form: "mixed", content: "No missile was sold to anybody" },
      {
        speaker: "Shoigu Trading",
        kind: "organisation",
        framing: "hearsay",
        content: "Sanctions hurt sales of café chairs",
      },
    ],
  });
  addArticle(db, {
    title: "Old version",
    outlet: "Example Courier",
    published: "2023-07-26",
    current: 0,
    statements: [{ speaker: "Sergei Shoigu", content: "The missiles are nearly ready" }],
  });
  addArticle(db, {
    title: "Undated note",
    outlet: "Notes",
    text: "A note.",
    statements: [{ content: "Nothing about rockets" }],
  });
  return db;
}
