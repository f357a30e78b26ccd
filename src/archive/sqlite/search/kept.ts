/**
 * What the search needs beside the tables of the store: an FTS5 index over everything that can be asked of a statement, its words and
 * behind them its codes (codes.ts), so that a whole query is one intersection of lists inside the index and no search reads rows that do
 * not match. It holds the statements of current articles. Triggers keep it up to date, whoever writes.
 */
import { contentOf, moreOf } from "../words-of-rows.ts";
import { ARTICLE_NAMES, CODES_SQL, STATEMENT_NAMES, withoutMark } from "./codes.ts";
import { DAY_SQL, OUTLET_SQL } from "./facts.ts";

const indexed = (where: string): string => `
  INSERT INTO search_words(rowid, words)
  SELECT r.id, concat_ws(' ', ${withoutMark(contentOf("a.text"))}, ${CODES_SQL})
  FROM statement_rows r CROSS JOIN articles a ON a.id = r.article CROSS JOIN labels l ON l.id = r.labels CROSS JOIN profiles p ON p.id = r.profile
  WHERE a.current = 1 AND ${where};`;

/** Gives a name its number. "OR IGNORE" would be overruled by how the statement that sets off a trigger treats conflicts. */
const numbered = (name: string, from = ""): string => `
  INSERT INTO search_values(value) SELECT DISTINCT ${name} ${from}
  ${from ? "AND" : "WHERE"} ${name} <> '' AND NOT EXISTS (SELECT 1 FROM search_values WHERE value = ${name});`;

const OF_STATEMENT = STATEMENT_NAMES.map((field) => numbered(moreOf(field, "new"))).join("");
const OF_ARTICLE = ARTICLE_NAMES.map((field) => numbered(`new.${field}`)).join("");

/** For a migration: the names that have no number yet, and the index with what keeps it up. */
export const SEARCH_WORDS = {
  names: ARTICLE_NAMES.map((field) => numbered(`a.${field}`, "FROM articles a WHERE 1")).join(""),
  index: `
${STATEMENT_NAMES.map((field) => numbered(moreOf(field), "FROM statement_rows r WHERE r.more IS NOT NULL")).join("")}
CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
${indexed("1")}
CREATE TRIGGER search_statement_new AFTER INSERT ON statement_rows BEGIN${OF_STATEMENT}${indexed("r.id = new.id")}
END;
CREATE TRIGGER search_statement_changed AFTER UPDATE OF id, article, labels, profile, start, end, review, more ON statement_rows BEGIN
  DELETE FROM search_words WHERE rowid = old.id;${OF_STATEMENT}${indexed("r.id = new.id")}
END;
CREATE TRIGGER search_statement_gone AFTER DELETE ON statement_rows BEGIN
  DELETE FROM search_words WHERE rowid = old.id;
END;
CREATE TRIGGER search_article_new AFTER INSERT ON articles BEGIN${OF_ARTICLE}
END;
CREATE TRIGGER search_article_changed AFTER UPDATE OF outlet, byline, published, current ON articles BEGIN${OF_ARTICLE}
  DELETE FROM search_words WHERE rowid IN (SELECT id FROM statement_rows WHERE article = new.id);
  UPDATE statement_rows SET (day, outlet) = (SELECT ${DAY_SQL}, ${OUTLET_SQL} FROM articles a WHERE a.id = new.id) WHERE article = new.id;${indexed("r.article = new.id")}
END;`,
};
