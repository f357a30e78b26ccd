/**
 * The schema of a shared archive, one step a version; the table `hearsay_schema` holds the steps done. A step that was
 * released is never changed: a new one follows it. Views are those of a file, described in docs/archive.md.
 *
 * Keys may be longer than an index can hold (an address, a name), so indexes hold their MD5 and queries ask for both.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE articles(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  doc text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  current integer NOT NULL DEFAULT 1,
  title text COLLATE "C", byline text COLLATE "C", outlet text COLLATE "C", published text COLLATE "C", url text COLLATE "C",
  text text NOT NULL,
  reading bytea NOT NULL,
  model text NOT NULL,
  canonical text COLLATE "C",
  content_key text COLLATE "C" NOT NULL,
  signature bytea,
  copy_group bigint,
  kept_at text COLLATE "C" NOT NULL,
  rejected integer NOT NULL DEFAULT 0,
  names_known integer NOT NULL DEFAULT 1,
  title_words text COLLATE "C" NOT NULL, outlet_words text COLLATE "C" NOT NULL, byline_words text COLLATE "C" NOT NULL, text_words text COLLATE "C" NOT NULL,
  size integer NOT NULL,
  words tsvector NOT NULL
);
CREATE UNIQUE INDEX articles_versions ON articles(md5(doc), version);
CREATE UNIQUE INDEX articles_current_doc ON articles(md5(doc)) WHERE current = 1;
CREATE UNIQUE INDEX articles_canonical ON articles(md5(canonical)) WHERE current = 1 AND canonical IS NOT NULL;
CREATE INDEX articles_content ON articles(content_key) WHERE current = 1;
CREATE INDEX articles_copies ON articles(copy_group) WHERE copy_group IS NOT NULL;
CREATE INDEX articles_published ON articles(published, id) WHERE current = 1;
CREATE INDEX articles_words ON articles USING gin(words);
CREATE TABLE bands(
  band bigint NOT NULL,
  article bigint NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  PRIMARY KEY(band, article)
);
CREATE INDEX bands_article ON bands(article);
CREATE TABLE statements(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article bigint NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  n text COLLATE "C" NOT NULL, start integer NOT NULL, "end" integer NOT NULL,
  speaker text COLLATE "C", role text COLLATE "C", kind text COLLATE "C" NOT NULL, naming text COLLATE "C" NOT NULL, form text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL, negated integer NOT NULL, framing text COLLATE "C" NOT NULL, channel text COLLATE "C", via text COLLATE "C",
  within text COLLATE "C", when_value text COLLATE "C", confidence double precision NOT NULL, source text COLLATE "C", cue text COLLATE "C",
  content text COLLATE "C" NOT NULL, review text COLLATE "C" NOT NULL DEFAULT 'suggested', reviewed_by text COLLATE "C",
  content_words text COLLATE "C" NOT NULL, speaker_words text COLLATE "C" NOT NULL, channel_words text COLLATE "C" NOT NULL, via_words text COLLATE "C" NOT NULL,
  size integer NOT NULL,
  words tsvector NOT NULL
);
CREATE UNIQUE INDEX statements_article ON statements(article, md5(n));
CREATE INDEX statements_speaker ON statements(md5(speaker)) WHERE naming = 'named' AND speaker IS NOT NULL;
CREATE INDEX statements_words ON statements USING gin(words);
CREATE TABLE items(
  origin text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, state text NOT NULL CHECK(state IN ('done', 'failed')),
  reason text, doc text COLLATE "C", input_key text COLLATE "C", model text, at text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX items_names ON items(md5(origin), md5(name));
CREATE INDEX items_input ON items(md5(input_key)) WHERE input_key IS NOT NULL;
CREATE INDEX items_failed ON items(at) WHERE state = 'failed';
CREATE TABLE corrections(
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  doc text COLLATE "C" NOT NULL, url text, author text NOT NULL, time text NOT NULL, type text NOT NULL, note text,
  event text NOT NULL
);
CREATE UNIQUE INDEX corrections_ids ON corrections(md5(id));
CREATE INDEX corrections_articles ON corrections(md5(doc));
CREATE TABLE speaker_names(name text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, letters text COLLATE "C");
CREATE UNIQUE INDEX speaker_names_names ON speaker_names(md5(name));
CREATE INDEX speaker_names_keys ON speaker_names(left(key, 400));
CREATE INDEX speaker_names_letters ON speaker_names(md5(letters)) WHERE letters IS NOT NULL;
CREATE TABLE speaker_decisions(
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  author text NOT NULL, time text NOT NULL, type text NOT NULL, note text,
  event text NOT NULL
);
CREATE UNIQUE INDEX speaker_decisions_ids ON speaker_decisions(md5(id));
CREATE TABLE named(
  article bigint NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL
);
CREATE INDEX named_articles ON named(article);
CREATE VIEW articles_current AS SELECT id, doc, version, title, byline, outlet, published, url, text, copy_group, kept_at FROM articles WHERE current = 1;
CREATE VIEW statements_current AS
  SELECT s.id, a.doc, a.title, a.outlet, a.published, a.url, s.n AS statement, s.speaker, s.role, s.kind, s.naming, s.source, s.cue, s.content,
    s.form, s.act, s.negated, s.framing, s.channel, s.via, s.within, s.when_value, s.confidence, s.start, s."end", s.review, s.reviewed_by
  FROM statements s JOIN articles a ON a.id = s.article WHERE a.current = 1;`,
  "CREATE INDEX statements_reviewed ON statements(review) WHERE review <> 'suggested';",
  `
CREATE TABLE outlet_decisions(
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  author text NOT NULL, time text NOT NULL, type text NOT NULL, note text,
  event text NOT NULL
);
CREATE UNIQUE INDEX outlet_decisions_ids ON outlet_decisions(md5(id));`,
];
