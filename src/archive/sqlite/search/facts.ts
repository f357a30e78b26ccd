/**
 * What a search counts and sorts by, a short row of numbers for each statement. Ten thousand of them lie on a few pages and leave the
 * database several times faster than the statements and articles themselves, which are long. Triggers keep them up to date, whoever writes.
 */
import type { Database } from "better-sqlite3";
import { labelsPacked } from "../../query/facets.ts";
import { oncePlucked } from "../prepared.ts";

/** Columns of statements and of articles that the rows depend on. */
const OF_STATEMENT = "id, article, speaker, kind, naming, form, framing";
const OF_ARTICLE = "outlet, published, current";

/** A date's digits as a number, 0 for what is not told: 2023 → 20230000, 2023-07-27T10:00 → 20230727. Such numbers sort as the dates do. */
const DAY_SQL = "CAST(substr(replace(coalesce(a.published, ''), '-', '') || '00000000', 1, 8) AS INTEGER)";
const LABELS_SQL = labelsPacked((list, column) => `coalesce(instr('${list}', s.${column}), 0)`);

const fill = (where: string) => `
  INSERT INTO search_facts(id, article, day, outlet, speaker, labels)
  SELECT s.id, a.id, ${DAY_SQL}, o.id, p.id, ${LABELS_SQL}
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
CREATE TRIGGER facts_statement_new AFTER INSERT ON statements BEGIN${value("new.speaker")}${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${fill("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_changed AFTER UPDATE OF ${OF_STATEMENT} ON statements BEGIN
  DELETE FROM search_facts WHERE id = old.id;${value("new.speaker")}${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${fill("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_gone AFTER DELETE ON statements BEGIN
  DELETE FROM search_facts WHERE id = old.id;
END;
CREATE TRIGGER facts_article_changed AFTER UPDATE OF ${OF_ARTICLE} ON articles BEGIN
  DELETE FROM search_facts WHERE id IN (SELECT id FROM statements WHERE article = new.id);${value("new.outlet")}${fill("a.id = new.id")}
END;${value("a.outlet", "FROM articles a WHERE 1")}${value("s.speaker", "FROM statements s WHERE 1")}${fill("1")}
CREATE INDEX facts_by_speaker ON search_facts(speaker) WHERE speaker IS NOT NULL;
CREATE INDEX facts_by_outlet ON search_facts(outlet, id, labels, day, article, speaker) WHERE outlet IS NOT NULL;
`;

/** For a later migration: what searches of whole texts, and the list of outlets, look at of articles. */
export const ARTICLE_FACTS_INDEX = `
CREATE INDEX articles_facts ON articles(id, published, outlet, url) WHERE current = 1;
`;

/** For a later migration: the triggers on the rows of statements, when the table that had them is gone. */
export const FACTS_OF_ROWS = `
CREATE TRIGGER facts_statement_new AFTER INSERT ON statement_rows BEGIN${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${fill("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_changed AFTER UPDATE OF id, article, profile, labels ON statement_rows BEGIN
  DELETE FROM search_facts WHERE id = old.id;${value("a.outlet", "FROM articles a WHERE a.id = new.article")}${fill("s.id = new.id")}
END;
CREATE TRIGGER facts_statement_gone AFTER DELETE ON statement_rows BEGIN
  DELETE FROM search_facts WHERE id = old.id;
END;
`;

/** What is read of a match, over `search_facts f` or `articles a`: statement, article, day, outlet, speaker, labels. */
export const STATEMENT_FACTS = "f.id, f.article, f.day, f.outlet, f.speaker, f.labels";
export const ARTICLE_FACTS = `NULL, a.id, ${DAY_SQL}, a.outlet, NULL, 0`;

/** A date of the query language as such a number, so that they compare as the dates do. */
export const dayOf = (date: string): number =>
  date.startsWith("9999~") ? 99_999_999 : Number(date.replaceAll("-", "").padEnd(8, "0"));

/** The month of a day; `null` without date. */
export const monthOf = (day: number): number | null => (day === 0 ? null : Math.floor(day / 100));

/** What the numbers for speakers, outlets and months stand for; a name stands for itself. */
export function nameOfFact(db: Database): (facet: string, value: string | number) => string {
  const named = oncePlucked<string>(db, "SELECT value FROM search_values WHERE id = ?");
  return (facet, value) => {
    if (typeof value === "string") return value;
    if (facet !== "month") return named.get(value) ?? "";
    const [year, month] = [Math.floor(value / 100), value % 100];
    return String(year).padStart(4, "0") + (month === 0 ? "" : `-${String(month).padStart(2, "0")}`);
  };
}
