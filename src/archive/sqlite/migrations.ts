import { LISTING } from "./listing.ts";
import { NAMED_ROWS } from "./named-rows.ts";
import { REPACKED, REPACKED_WITH_TEXT } from "./repack.ts";
import { STATEMENT_ROWS } from "./earlier/rows.ts";
import { ARTICLE_FACTS_INDEX, REVIEW_IN_SEARCH, SEARCH_FACTS, SEARCH_INDEXES } from "./earlier/search.ts";
import { COMPACT_ROWS } from "./rows.ts";

/**
 * The schema of an archive file, one step a version; `PRAGMA user_version` holds the number of the last step done.
 * A step that was released is never changed: a new one follows it. Tables and views are described in docs/archive.md.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE articles(
  id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  current INTEGER NOT NULL DEFAULT 1,
  title TEXT, byline TEXT, outlet TEXT, published TEXT, url TEXT,
  text TEXT NOT NULL,
  reading BLOB NOT NULL,
  model TEXT NOT NULL,
  canonical TEXT,
  content_key TEXT NOT NULL,
  signature BLOB,
  copy_group INTEGER,
  kept_at TEXT NOT NULL,
  UNIQUE(doc, version)
) STRICT;
CREATE INDEX articles_canonical ON articles(canonical) WHERE canonical IS NOT NULL;
CREATE INDEX articles_content ON articles(content_key);
CREATE INDEX articles_copies ON articles(copy_group) WHERE copy_group IS NOT NULL;
CREATE TABLE bands(band INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, PRIMARY KEY(band, article)) WITHOUT ROWID, STRICT;
CREATE TABLE statements(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  n TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  speaker TEXT, role TEXT, kind TEXT NOT NULL, naming TEXT NOT NULL, form TEXT NOT NULL, act TEXT NOT NULL,
  negated INTEGER NOT NULL, framing TEXT NOT NULL, channel TEXT, via TEXT, within TEXT, when_value TEXT,
  confidence REAL NOT NULL, source TEXT, cue TEXT, content TEXT NOT NULL,
  UNIQUE(article, n)
) STRICT;
CREATE VIRTUAL TABLE article_words USING fts5(title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE TABLE items(
  origin TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL CHECK(state IN ('done','failed')),
  reason TEXT, doc TEXT, input_key TEXT, model TEXT, at TEXT NOT NULL,
  PRIMARY KEY(origin, name)
) STRICT;
CREATE INDEX items_input ON items(input_key, model) WHERE input_key IS NOT NULL;
CREATE VIEW articles_current AS SELECT id, doc, version, title, byline, outlet, published, url, text, copy_group, kept_at FROM articles WHERE current = 1;
CREATE VIEW statements_current AS
  SELECT s.id, a.doc, a.title, a.outlet, a.published, a.url, s.n AS statement, s.speaker, s.role, s.kind, s.naming, s.source, s.cue, s.content,
    s.form, s.act, s.negated, s.framing, s.channel, s.via, s.within, s.when_value, s.confidence, s.start, s.end
  FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1;
${SEARCH_INDEXES}`,
  `
CREATE TABLE corrections(
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  doc TEXT NOT NULL, url TEXT, author TEXT NOT NULL, time TEXT NOT NULL, type TEXT NOT NULL, note TEXT,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_article ON corrections(doc);
ALTER TABLE articles ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN review TEXT NOT NULL DEFAULT 'suggested';
ALTER TABLE statements ADD COLUMN reviewed_by TEXT;
DROP VIEW statements_current;
CREATE VIEW statements_current AS
  SELECT s.id, a.doc, a.title, a.outlet, a.published, a.url, s.n AS statement, s.speaker, s.role, s.kind, s.naming, s.source, s.cue, s.content,
    s.form, s.act, s.negated, s.framing, s.channel, s.via, s.within, s.when_value, s.confidence, s.start, s.end, s.review, s.reviewed_by
  FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1;`,
  `
CREATE TABLE speaker_names(name TEXT PRIMARY KEY, key TEXT NOT NULL, letters TEXT) STRICT, WITHOUT ROWID;
INSERT INTO speaker_names SELECT DISTINCT speaker, name_key(speaker), name_letters(speaker) FROM statements WHERE naming = 'named' AND speaker IS NOT NULL;
CREATE INDEX speaker_names_by_key ON speaker_names(key);
CREATE INDEX speaker_names_by_letters ON speaker_names(letters) WHERE letters IS NOT NULL;
CREATE INDEX statements_by_speaker ON statements(speaker, kind, role, review) WHERE naming = 'named';
CREATE TABLE speaker_decisions(
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL, time TEXT NOT NULL, type TEXT NOT NULL, note TEXT,
  event TEXT NOT NULL
) STRICT;
CREATE TABLE named(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY(article, key)
) STRICT, WITHOUT ROWID;
ALTER TABLE articles ADD COLUMN names_known INTEGER NOT NULL DEFAULT 0;`,
  // The index of (article, n) finds an article's statements as well.
  "DROP INDEX IF EXISTS statements_by_article;",
  REVIEW_IN_SEARCH,
  SEARCH_FACTS,
  `
CREATE TABLE outlet_decisions(
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL, time TEXT NOT NULL, type TEXT NOT NULL, note TEXT,
  event TEXT NOT NULL
) STRICT;`,
  LISTING,
  ARTICLE_FACTS_INDEX,
  STATEMENT_ROWS,
  NAMED_ROWS,
  REPACKED,
  COMPACT_ROWS,
  REPACKED_WITH_TEXT,
];
