/**
 * For steps of earlier versions, which stay as they were: the index of statements with a column for each name and for the labels, and
 * rows of numbers in a table of their own.
 */
import { labelsPacked } from "../../query/facets.ts";

const LABELLED = ["kind", "naming", "form", "act", "framing"];

/** Words for the review of a statement at which somebody has looked. */
const REVIEW_SQL = "iif(s.review = 'suggested', NULL, 'reviewconfirmed review' || s.review)";

/** Labels as words: `all a17 kindperson formdirect negatedno relayedno y2023 m202307 d20230727`. Without date: `undated`. `a17`: in article 17. */
const LABELS_SQL = `concat_ws(' ', 'all', 'a' || a.id, ${LABELLED.map((name) => `'${name}' || s.${name}`).join(", ")},
    iif(s.negated IS 1, 'negatedyes', 'negatedno'), iif(s.via IS NULL, 'relayedno', 'relayedyes'), 'y' || substr(a.published, 1, 4),
    'm' || replace(substr(a.published, 1, 7), '-', ''), coalesce('d' || replace(substr(a.published, 1, 10), '-', ''), 'undated'))`;

const insert = (where: string, labels: string) => `
  INSERT INTO search_words(rowid, content, speaker, outlet, byline, channel, via, labels)
  SELECT s.id, s.content, s.speaker, a.outlet, a.byline, s.channel, s.via, ${labels}
  FROM statements s JOIN articles a ON a.id = s.article ${where};`;

/** What keeps the index up with statements. @param labels what it holds of the labels; @param columns of the table it depends on */
const ofStatements = (table: string, labels: string, columns: readonly string[]) => `
CREATE TRIGGER search_statement_new AFTER INSERT ON ${table} BEGIN${insert("WHERE s.id = new.id", labels)}
END;
CREATE TRIGGER search_statement_changed
AFTER UPDATE OF ${columns.join(", ")} ON ${table} BEGIN
  DELETE FROM search_words WHERE rowid = old.id;${insert("WHERE s.id = new.id", labels)}
END;
CREATE TRIGGER search_statement_gone AFTER DELETE ON ${table} BEGIN
  DELETE FROM search_words WHERE rowid = old.id;
END;`;

/** The same with articles. @param more columns of statements it depends on */
const triggers = (
  labels: string,
  more: readonly string[],
) => `${ofStatements("statements", labels, [...["id", "article", "content", "speaker", "channel", "via", "negated"], ...LABELLED, ...more])}
CREATE TRIGGER search_article_changed AFTER UPDATE OF outlet, byline, published ON articles BEGIN
  DELETE FROM search_words WHERE rowid IN (SELECT id FROM statements WHERE article = new.id);${insert("WHERE a.id = new.id", labels)}
END;`;

/** For a migration, after the tables of the store; on a store that already holds articles it indexes them. */
export const SEARCH_INDEXES = `
CREATE INDEX IF NOT EXISTS articles_by_published ON articles(published);
CREATE INDEX IF NOT EXISTS statements_by_article ON statements(article);
CREATE VIRTUAL TABLE search_words USING fts5(content, speaker, outlet, byline, channel, via, labels,
  content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
${triggers(LABELS_SQL, [])}
${insert("", LABELS_SQL)}
`;

/** For a later migration: the index tells where the review of a statement stands; only those reviewed are indexed anew. */
export const REVIEW_IN_SEARCH = `
${["statement_new", "statement_changed", "statement_gone", "article_changed"].map((name) => `DROP TRIGGER search_${name};`).join("\n")}
${triggers(`concat_ws(' ', ${LABELS_SQL}, ${REVIEW_SQL})`, ["review"])}
DELETE FROM search_words WHERE rowid IN (SELECT id FROM statements WHERE review <> 'suggested');
${insert("WHERE s.review <> 'suggested'", `concat_ws(' ', ${LABELS_SQL}, ${REVIEW_SQL})`)}
`;

/** For a later migration: the triggers on the rows of statements, when the table that had them is gone. */
export const WORDS_OF_ROWS = ofStatements("statement_rows", `concat_ws(' ', ${LABELS_SQL}, ${REVIEW_SQL})`, [
  ...["id", "article", "profile", "labels", "start", "end", "content", "channel", "via", "review"],
]);

/** Columns of statements and of articles that the rows depend on. */
const OF_STATEMENT = "id, article, speaker, kind, naming, form, framing";
const OF_ARTICLE = "outlet, published, current";

/** A date's digits as a number, 0 for what is not told: 2023 → 20230000, 2023-07-27T10:00 → 20230727. Such numbers sort as the dates do. */
const DAY_SQL = "CAST(substr(replace(coalesce(a.published, ''), '-', '') || '00000000', 1, 8) AS INTEGER)";
const PACKED_SQL = labelsPacked((list, column) => `coalesce(instr('${list}', s.${column}), 0)`);

const filled = (where: string) => `
  INSERT INTO search_facts(id, article, day, outlet, speaker, labels)
  SELECT s.id, a.id, ${DAY_SQL}, o.id, p.id, ${PACKED_SQL}
  FROM statements s JOIN articles a ON a.id = s.article
    LEFT JOIN search_values o ON o.value = a.outlet LEFT JOIN search_values p ON p.value = s.speaker
  WHERE a.current = 1 AND ${where};`;

/** "OR IGNORE" would be overruled by how the statement that sets off a trigger treats conflicts. */
const value = (of: string, from = "") => `
  INSERT INTO search_values(value) SELECT DISTINCT ${of} ${from}
  ${from ? "AND" : "WHERE"} ${of} <> '' AND NOT EXISTS (SELECT 1 FROM search_values WHERE value = ${of});`;

/** For a migration; on a store that already holds statements it makes their rows. */
export const SEARCH_FACTS = `
CREATE TABLE search_values(id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE search_value_words USING fts5(value, content='', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER search_value_new AFTER INSERT ON search_values BEGIN
  INSERT INTO search_value_words(rowid, value) VALUES(new.id, new.value);
END;
CREATE TABLE search_facts(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, day INTEGER NOT NULL, outlet INTEGER, speaker INTEGER, labels INTEGER NOT NULL
) STRICT;
CREATE TRIGGER facts_statement_new AFTER INSERT ON statements BEGIN${value("new.speaker")}${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${filled("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_changed AFTER UPDATE OF ${OF_STATEMENT} ON statements BEGIN
  DELETE FROM search_facts WHERE id = old.id;${value("new.speaker")}${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${filled("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_gone AFTER DELETE ON statements BEGIN
  DELETE FROM search_facts WHERE id = old.id;
END;
CREATE TRIGGER facts_article_changed AFTER UPDATE OF ${OF_ARTICLE} ON articles BEGIN
  DELETE FROM search_facts WHERE id IN (SELECT id FROM statements WHERE article = new.id);${value("new.outlet")}${filled("a.id = new.id")}
END;${value("a.outlet", "FROM articles a WHERE 1")}${value("s.speaker", "FROM statements s WHERE 1")}${filled("1")}
CREATE INDEX facts_by_speaker ON search_facts(speaker) WHERE speaker IS NOT NULL;
CREATE INDEX facts_by_outlet ON search_facts(outlet, id, labels, day, article, speaker) WHERE outlet IS NOT NULL;
`;

/** For a later migration: what searches of whole texts, and the list of outlets, look at of articles. */
export const ARTICLE_FACTS_INDEX = `
CREATE INDEX articles_facts ON articles(id, published, outlet, url) WHERE current = 1;
`;

/** For a later migration: the triggers on the rows of statements, when the table that had them is gone. */
export const FACTS_OF_ROWS = `
CREATE TRIGGER facts_statement_new AFTER INSERT ON statement_rows BEGIN${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${filled("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_changed AFTER UPDATE OF id, article, profile, labels ON statement_rows BEGIN
  DELETE FROM search_facts WHERE id = old.id;${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${filled("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_gone AFTER DELETE ON statement_rows BEGIN
  DELETE FROM search_facts WHERE id = old.id;
END;
`;
