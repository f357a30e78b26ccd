/**
 * Statements as they lie in a file: places in their article's text and numbers for what many of them share, since a row that holds its
 * words again takes four times the room; what few have stands together as JSON. The view `statements` shows them as `StatementRow`s; what
 * reads asks the view, what writes says which rows with `rowsFrom`.
 */
import { STATEMENT_COLUMNS } from "../statement-row.ts";
import { REVIEWED_INDEX } from "./listing.ts";
import { DAY_SQL, OUTLET_SQL } from "./search/facts.ts";
import { SEARCH_WORDS } from "./search/kept.ts";
import { contentOf, moreOf } from "./words-of-rows.ts";

/** Nearly all ids are `a` and a number, of which the number is kept. */
const short = (id: string): string =>
  `CASE WHEN 'a' || CAST(substr(${id}, 2) AS INTEGER) = ${id} THEN CAST(substr(${id}, 2) AS INTEGER) ELSE ${id} END`;
const long = (id: string): string => `CASE typeof(${id}) WHEN 'integer' THEN 'a' || ${id} ELSE ${id} END`;

/** Words of a text, whose places count as `substr` does; where that gives other words (pieces, signs of two UTF-16 units), the words are kept. */
const wordsOf = (column: "source" | "cue", text: string): string =>
  `coalesce(${moreOf(column)}, substr(${text}, r.${column}_at, r.${column}_length))`;

const profile = (column: string): string => `(SELECT ${column} FROM profiles WHERE id = r.profile)`;
const labels = (column: string): string => `(SELECT ${column} FROM labels WHERE id = r.labels)`;

/** All columns of a statement, over `statement_rows r`. @param text SQL for the text of its article */
const columns = (text: string): Record<string, string> => ({
  n: long("r.n"),
  start: "r.start",
  end: "r.end",
  speaker: profile("(SELECT value FROM search_values WHERE id = speaker)"),
  role: profile("role"),
  kind: labels("kind"),
  naming: labels("naming"),
  form: labels("form"),
  act: labels("act"),
  negated: labels("negated"),
  framing: labels("framing"),
  channel: moreOf("channel"),
  via: moreOf("via"),
  within: long(moreOf("within")),
  when_value: moreOf("when_value"),
  confidence: "r.confidence / 1000.0",
  source: wordsOf("source", text),
  cue: wordsOf("cue", text),
  content: contentOf(text),
  review: "coalesce(r.review, 'suggested')",
  reviewed_by: "r.reviewed_by",
});

const listed = (all: Record<string, string>, names: readonly string[]): string =>
  names.map((name) => `${all[name]} AS ${name}`).join(", ");

/** Columns of `statements_current` behind those of the article (docs/archive.md). */
const SHOWN = [
  ...["speaker", "role", "kind", "naming"],
  ...["source", "cue", "content"],
  ...["form", "act", "negated", "framing", "channel", "via"],
  ...["within", "when_value", "confidence", "start", "end", "review", "reviewed_by"],
];

const TEXT = "(SELECT text FROM articles WHERE id = r.article)";
/** `day`, `outlet`: of the article, for searches that count many statements (search/facts.ts). */
const TABLES = `
CREATE TABLE labels(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, naming TEXT NOT NULL, form TEXT NOT NULL, act TEXT NOT NULL, framing TEXT NOT NULL, negated INTEGER NOT NULL,
  UNIQUE(kind, naming, form, act, framing, negated)
) STRICT;
CREATE TABLE statement_rows(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  day INTEGER NOT NULL, outlet INTEGER, labels INTEGER NOT NULL, profile INTEGER NOT NULL,
  n ANY NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, confidence INTEGER NOT NULL,
  source_at INTEGER, source_length INTEGER, cue_at INTEGER, cue_length INTEGER, review TEXT, reviewed_by TEXT, more TEXT
) STRICT;`;

/** Where words first stand in the text `a.text`, from 1; `NULL` where they do not. */
const at = (column: "source" | "cue"): string => `nullif(instr(a.text, s.${column}), 0)`;

/** What few statements have; `NULL` where there is nothing. Null values are left out by the patch (RFC 7396). */
const MORE = `nullif(json_patch('{}', json_object(
     'content', nullif(s.content, substr(a.text, s.start + 1, s.end - s.start)),
     'source', iif(instr(a.text, s.source), NULL, s.source), 'cue', iif(instr(a.text, s.cue), NULL, s.cue),
     'channel', s.channel, 'via', s.via, 'within', ${short("s.within")}, 'when_value', s.when_value)), '{}')`;

/**
 * SQL that writes statements, one after the other. @param from where they come from, as `s` with the columns of the view `statements`;
 * an `id` of `NULL` is the next one
 */
export const rowsFrom = (from: string): string[] => [
  `INSERT INTO search_values(value) SELECT DISTINCT s.speaker FROM ${from}
   WHERE s.speaker <> '' AND NOT EXISTS (SELECT 1 FROM search_values WHERE value = s.speaker)`,
  `INSERT INTO profiles(speaker, naming, kind, role) SELECT DISTINCT v.id, s.naming, s.kind, s.role
   FROM ${from} LEFT JOIN search_values v ON v.value = s.speaker
   WHERE NOT EXISTS (SELECT 1 FROM profiles p WHERE p.speaker IS v.id AND p.naming = s.naming AND p.kind = s.kind AND p.role IS s.role)`,
  `INSERT OR IGNORE INTO labels(kind, naming, form, act, framing, negated)
   SELECT DISTINCT s.kind, s.naming, s.form, s.act, s.framing, s.negated FROM ${from}`,
  `INSERT INTO statement_rows(id, article, day, outlet, labels, profile, n, start, end, confidence, source_at, source_length, cue_at, cue_length,
     review, reviewed_by, more)
   SELECT s.id, s.article, ${DAY_SQL}, ${OUTLET_SQL}, l.id, p.id, ${short("s.n")}, s.start, s.end, CAST(round(s.confidence * 1000) AS INTEGER),
     ${at("source")}, length(s.source), ${at("cue")}, length(s.cue), nullif(s.review, 'suggested'), s.reviewed_by, ${MORE}
   FROM ${from} CROSS JOIN articles a ON a.id = s.article LEFT JOIN search_values v ON v.value = s.speaker
     CROSS JOIN profiles p ON p.speaker IS v.id AND p.naming = s.naming AND p.kind = s.kind AND p.role IS s.role
     CROSS JOIN labels l ON l.kind = s.kind AND l.naming = s.naming AND l.form = s.form AND l.act = s.act AND l.framing = s.framing AND l.negated = s.negated`,
];

/** Triggers of the table before, and of articles on what is no more. */
const EARLIER = [
  ...["search", "facts"].flatMap((kind) => ["new", "changed", "gone"].map((when) => `${kind}_statement_${when}`)),
  ...["search_article_changed", "facts_article_changed"],
];

/** For a migration: rows of fewer columns, which searches read as they are, and an index of words of one column. */
export const COMPACT_ROWS = `
${EARLIER.map((name) => `DROP TRIGGER ${name};`).join("\n")}
DROP VIEW statements;
DROP VIEW statements_current;
DROP TABLE search_facts;
DROP TABLE search_words;
ALTER TABLE statement_rows RENAME TO rows_before;
ALTER TABLE labels RENAME TO labels_before;
${TABLES}
${SEARCH_WORDS.names}
INSERT INTO labels(kind, naming, form, act, framing, negated)
  SELECT DISTINCT p.kind, p.naming, l.form, l.act, l.framing, l.negated
  FROM rows_before b JOIN profiles p ON p.id = b.profile JOIN labels_before l ON l.id = b.labels;
INSERT INTO statement_rows(id, article, day, outlet, labels, profile, n, start, end, confidence, source_at, source_length, cue_at, cue_length,
    review, reviewed_by, more)
  SELECT b.id, b.article, ${DAY_SQL}, ${OUTLET_SQL}, l.id, b.profile, b.n, b.start, b.end, b.confidence, b.source_at, b.source_length, b.cue_at,
    b.cue_length, b.review, b.reviewed_by, nullif(json_patch('{}', json_object('content', b.content, 'source', b.source, 'cue', b.cue,
      'channel', b.channel, 'via', b.via, 'within', b.within, 'when_value', b.when_value)), '{}')
  FROM rows_before b CROSS JOIN articles a ON a.id = b.article CROSS JOIN profiles p ON p.id = b.profile CROSS JOIN labels_before o ON o.id = b.labels
    CROSS JOIN labels l ON l.kind = p.kind AND l.naming = p.naming AND l.form = o.form AND l.act = o.act AND l.framing = o.framing AND l.negated = o.negated
  ORDER BY b.id;
DROP TABLE rows_before;
DROP TABLE labels_before;
CREATE INDEX statements_by_article ON statement_rows(article);
CREATE INDEX statements_by_profile ON statement_rows(profile, review);
${REVIEWED_INDEX}
CREATE VIEW statements AS SELECT r.id, r.article, r.profile, ${listed(columns(TEXT), STATEMENT_COLUMNS)} FROM statement_rows r;
CREATE VIEW statements_current AS SELECT r.id, a.doc, a.title, a.outlet, a.published, a.url, ${long("r.n")} AS statement,
  ${listed(columns("a.text"), SHOWN)}
  FROM statement_rows r JOIN articles a ON a.id = r.article WHERE a.current = 1;
${SEARCH_WORDS.index}
`;
