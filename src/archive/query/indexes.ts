/**
 * What the search needs beside the tables of the store. Names of speakers, outlets, channels, relays and authors are
 * kept once each, with an FTS5 index over their words: `speaker:shoigu` looks up the few names that hold the word and
 * then the statements of these names, so that no search reads every statement. Triggers keep the names up to date; a
 * name that is no longer used stays and finds nothing.
 */
import type { Database } from "better-sqlite3";

const SOURCES = [
  ["statements", "speaker"],
  ["statements", "via"],
  ["statements", "channel"],
  ["articles", "outlet"],
  ["articles", "byline"],
] as const;

// Not "INSERT OR IGNORE": in a trigger the conflict clause of the outer statement wins.
const keep = (column: string) => `
  INSERT INTO search_names(name) SELECT new.${column}
  WHERE new.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_names WHERE name = new.${column});`;

const columns = (table: string) => SOURCES.filter(([of]) => of === table).map(([, column]) => column);
const trigger = (table: string) => `
CREATE TRIGGER IF NOT EXISTS search_names_of_new_${table} AFTER INSERT ON ${table} BEGIN${columns(table).map(keep).join("")}
END;
CREATE TRIGGER IF NOT EXISTS search_names_of_${table} AFTER UPDATE OF ${columns(table).join(", ")} ON ${table} BEGIN${columns(table).map(keep).join("")}
END;`;

/** For a migration: can be run again, and on a store that already holds articles. */
export const SEARCH_INDEXES = `
CREATE INDEX IF NOT EXISTS articles_by_published ON articles(published);
CREATE INDEX IF NOT EXISTS articles_by_outlet ON articles(outlet);
CREATE INDEX IF NOT EXISTS articles_by_byline ON articles(byline);
CREATE INDEX IF NOT EXISTS statements_by_article ON statements(article);
CREATE INDEX IF NOT EXISTS statements_by_speaker ON statements(speaker) WHERE speaker IS NOT NULL;
CREATE INDEX IF NOT EXISTS statements_by_via ON statements(via) WHERE via IS NOT NULL;
CREATE INDEX IF NOT EXISTS statements_by_channel ON statements(channel) WHERE channel IS NOT NULL;
CREATE INDEX IF NOT EXISTS statements_by_kind ON statements(kind);
CREATE INDEX IF NOT EXISTS statements_by_naming ON statements(naming);
CREATE INDEX IF NOT EXISTS statements_by_form ON statements(form);
CREATE INDEX IF NOT EXISTS statements_by_act ON statements(act);
CREATE INDEX IF NOT EXISTS statements_by_framing ON statements(framing);
CREATE TABLE IF NOT EXISTS search_names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE IF NOT EXISTS search_name_words USING fts5(name, content='search_names', content_rowid='id', columnsize=0, tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER IF NOT EXISTS search_names_new AFTER INSERT ON search_names BEGIN
  INSERT INTO search_name_words(rowid, name) VALUES (new.id, new.name);
END;${trigger("statements")}${trigger("articles")}
${SOURCES.map(
  ([table, column]) => `INSERT INTO search_names(name) SELECT DISTINCT ${column} FROM ${table}
  WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT name FROM search_names);`,
).join("\n")}
`;

/** Brings an archive up to date for searching; cheap when it is. */
export function ensureSearchIndexes(db: Database): void {
  db.exec(SEARCH_INDEXES);
}
