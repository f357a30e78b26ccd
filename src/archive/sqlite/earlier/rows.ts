/** For a step of an earlier version, which stays as it was: statements as places in their article's text, each with a row of numbers beside it. */
import { REVIEWED_INDEX } from "../listing.ts";
import { FACTS_OF_ROWS, WORDS_OF_ROWS } from "./search.ts";

/** Nearly all ids are `a` and a number, of which the number is kept. */
const short = (id: string): string =>
  `CASE WHEN 'a' || CAST(substr(${id}, 2) AS INTEGER) = ${id} THEN CAST(substr(${id}, 2) AS INTEGER) ELSE ${id} END`;
const long = (id: string): string => `CASE typeof(${id}) WHEN 'integer' THEN 'a' || ${id} ELSE ${id} END`;

/** Words of a text, whose places count as `substr` does; where that gives other words (pieces, signs of two UTF-16 units), the words are kept. */
const wordsOf = (column: "source" | "cue", text: string): string =>
  `coalesce(r.${column}, substr(${text}, r.${column}_at, r.${column}_length))`;
const contentOf = (text: string): string => `coalesce(r.content, substr(${text}, r.start + 1, r.end - r.start))`;

const profile = (column: string): string => `(SELECT ${column} FROM profiles WHERE id = r.profile)`;
const labels = (column: string): string => `(SELECT ${column} FROM labels WHERE id = r.labels)`;

/** All columns of a statement, over `statement_rows r`. @param text SQL for the text of its article */
const columns = (text: string): Record<string, string> => ({
  n: long("r.n"),
  start: "r.start",
  end: "r.end",
  speaker: profile("(SELECT value FROM search_values WHERE id = speaker)"),
  role: profile("role"),
  kind: profile("kind"),
  naming: profile("naming"),
  form: labels("form"),
  act: labels("act"),
  negated: labels("negated"),
  framing: labels("framing"),
  channel: "r.channel",
  via: "r.via",
  within: long("r.within"),
  when_value: "r.when_value",
  confidence: "r.confidence / 1000.0",
  source: wordsOf("source", text),
  cue: wordsOf("cue", text),
  content: contentOf(text),
  review: "coalesce(r.review, 'suggested')",
  reviewed_by: "r.reviewed_by",
});

const listed = (all: Record<string, string>, names: readonly string[]): string =>
  names.map((name) => `${all[name]} AS ${name}`).join(", ");

const ALL = [
  ...[
    "n",
    "start",
    "end",
    "speaker",
    "role",
    "kind",
    "naming",
    "form",
    "act",
    "negated",
    "framing",
    "channel",
    "via",
    "within",
  ],
  ...["when_value", "confidence", "source", "cue", "content", "review", "reviewed_by"],
];

/** Columns of `statements_current` behind those of the article (docs/archive.md). */
const SHOWN = [
  ...["speaker", "role", "kind", "naming"],
  ...["source", "cue", "content"],
  ...["form", "act", "negated", "framing", "channel", "via"],
  ...["within", "when_value", "confidence", "start", "end", "review", "reviewed_by"],
];

const TEXT = "(SELECT text FROM articles WHERE id = r.article)";
const TABLES = `
CREATE TABLE profiles(id INTEGER PRIMARY KEY, speaker INTEGER REFERENCES search_values(id), naming TEXT NOT NULL, kind TEXT NOT NULL, role TEXT) STRICT;
CREATE INDEX profiles_by_speaker ON profiles(speaker, naming, kind, role);
CREATE TABLE labels(id INTEGER PRIMARY KEY, form TEXT NOT NULL, act TEXT NOT NULL, framing TEXT NOT NULL, negated INTEGER NOT NULL, UNIQUE(form, act, framing, negated)) STRICT;
CREATE TABLE statement_rows(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  profile INTEGER NOT NULL, labels INTEGER NOT NULL, n ANY NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  confidence INTEGER NOT NULL, source_at INTEGER, source_length INTEGER, cue_at INTEGER, cue_length INTEGER,
  content TEXT, source TEXT, cue TEXT, channel TEXT, via TEXT, within ANY, when_value TEXT, review TEXT, reviewed_by TEXT
) STRICT;`;

/** Where words first stand in the text `a.text`, from 1; `NULL` where they do not. */
const at = (column: "source" | "cue"): string => `nullif(instr(a.text, s.${column}), 0)`;

/**
 * SQL that writes statements, one after the other. @param from where they come from, as `s` with the columns of the view `statements`;
 * an `id` of `NULL` is the next one
 */
const rowsFrom = (from: string): string[] => [
  `INSERT INTO search_values(value) SELECT DISTINCT s.speaker FROM ${from}
   WHERE s.speaker <> '' AND NOT EXISTS (SELECT 1 FROM search_values WHERE value = s.speaker)`,
  `INSERT INTO profiles(speaker, naming, kind, role) SELECT DISTINCT v.id, s.naming, s.kind, s.role
   FROM ${from} LEFT JOIN search_values v ON v.value = s.speaker
   WHERE NOT EXISTS (SELECT 1 FROM profiles p WHERE p.speaker IS v.id AND p.naming = s.naming AND p.kind = s.kind AND p.role IS s.role)`,
  `INSERT INTO labels(form, act, framing, negated) SELECT DISTINCT s.form, s.act, s.framing, s.negated FROM ${from}
   WHERE NOT EXISTS (SELECT 1 FROM labels l WHERE l.form = s.form AND l.act = s.act AND l.framing = s.framing AND l.negated = s.negated)`,
  `INSERT INTO statement_rows(id, article, profile, labels, n, start, end, confidence, source_at, source_length, cue_at, cue_length,
     content, source, cue, channel, via, within, when_value, review, reviewed_by)
   SELECT s.id, s.article, p.id, l.id, ${short("s.n")}, s.start, s.end, CAST(round(s.confidence * 1000) AS INTEGER),
     ${at("source")}, length(s.source), ${at("cue")}, length(s.cue),
     nullif(s.content, substr(a.text, s.start + 1, s.end - s.start)), iif(instr(a.text, s.source), NULL, s.source), iif(instr(a.text, s.cue), NULL, s.cue),
     s.channel, s.via, ${short("s.within")}, s.when_value, nullif(s.review, 'suggested'), s.reviewed_by
   FROM ${from} CROSS JOIN articles a ON a.id = s.article LEFT JOIN search_values v ON v.value = s.speaker
     CROSS JOIN profiles p ON p.speaker IS v.id AND p.naming = s.naming AND p.kind = s.kind AND p.role IS s.role
     CROSS JOIN labels l ON l.form = s.form AND l.act = s.act AND l.framing = s.framing AND l.negated = s.negated`,
];

/** For a migration: takes the place of the table `statements`, which had all words of an article's statements a second time. */
export const STATEMENT_ROWS = `
${TABLES}
${rowsFrom("statements s").join(";\n")};
DROP VIEW statements_current;
DROP TABLE statements;
CREATE INDEX statements_by_article ON statement_rows(article);
CREATE INDEX statements_by_profile ON statement_rows(profile, review);
${REVIEWED_INDEX}
CREATE VIEW statements AS SELECT r.id, r.article, r.profile, ${listed(columns(TEXT), ALL)} FROM statement_rows r;
CREATE VIEW statements_current AS SELECT r.id, a.doc, a.title, a.outlet, a.published, a.url, ${long("r.n")} AS statement,
  ${listed(columns("a.text"), SHOWN)}
  FROM statement_rows r JOIN articles a ON a.id = r.article WHERE a.current = 1;
${WORDS_OF_ROWS}
${FACTS_OF_ROWS}
`;
