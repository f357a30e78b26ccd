/**
 * What the search needs beside the tables of the store: one FTS5 index over everything that can be asked of a
 * statement, its words, its names and its labels, so that a whole query is one intersection of lists inside the index
 * and no search reads rows that do not match. Triggers keep it up to date, whoever writes.
 */
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
