/** A small store with the schema of the archive, for the tests of search. */
import Sqlite, { type Database } from "better-sqlite3";
import { ensureSearchIndexes } from "../../../src/archive/query/indexes.ts";

export const SCHEMA = `
CREATE TABLE articles(id INTEGER PRIMARY KEY, doc TEXT UNIQUE, title TEXT, byline TEXT, outlet TEXT, published TEXT, url TEXT, text TEXT NOT NULL, current INTEGER NOT NULL DEFAULT 1);
CREATE TABLE statements(id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, n TEXT NOT NULL, start INTEGER, end INTEGER, speaker TEXT, role TEXT, kind TEXT, naming TEXT, form TEXT, act TEXT, negated INTEGER, framing TEXT, channel TEXT, via TEXT, within TEXT, when_value TEXT, confidence REAL, source TEXT, cue TEXT, content TEXT);
CREATE VIRTUAL TABLE statement_words USING fts5(content, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE article_words USING fts5(title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
`;

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

export function emptyStore(): Database {
  const db = new Sqlite(":memory:");
  db.exec(SCHEMA);
  ensureSearchIndexes(db);
  return db;
}

/** Articles are numbered from 1, statements too, in the order given. */
export function addArticle(db: Database, article: ArticleRow): number {
  const { title = null, byline = null, outlet = null, published = null, current = 1 } = article;
  const text = article.text ?? article.statements.map((each) => each.content).join("\n");
  const insert = db.prepare(
    "INSERT INTO articles(title, byline, outlet, published, text, current) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const id = Number(insert.run(title, byline, outlet, published, text, current).lastInsertRowid);
  db.prepare("INSERT INTO article_words(rowid, title, text) VALUES (?, ?, ?)").run(id, title, text);
  for (const [i, s] of article.statements.entries()) {
    const row = db
      .prepare(
        `INSERT INTO statements(article, n, speaker, kind, naming, form, act, negated, framing, channel, via, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        `a${i + 1}`,
        s.speaker ?? null,
        s.kind ?? "person",
        s.naming ?? "named",
        s.form ?? "indirect",
        s.act ?? "claim",
        s.negated ?? 0,
        s.framing ?? "neutral",
        s.channel ?? null,
        s.via ?? null,
        s.content,
      );
    db.prepare("INSERT INTO statement_words(rowid, content) VALUES (?, ?)").run(row.lastInsertRowid, s.content);
  }
  return id;
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
