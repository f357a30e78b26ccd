/** Whom articles name, as it lies in a file: each name once. The view `named` shows them with their articles. */

/** SQL that writes whom an article names. @param from as `n` with the columns of the view `named` */
export const namesFrom = (from: string): string[] => [
  `INSERT INTO names(name, kind, key) SELECT DISTINCT n.name, n.kind, n.key FROM ${from}
   WHERE NOT EXISTS (SELECT 1 FROM names k WHERE k.name = n.name AND k.kind = n.kind AND k.key = n.key)`,
  `INSERT INTO named_rows(article, name) SELECT n.article, k.id FROM ${from} CROSS JOIN names k ON k.name = n.name AND k.kind = n.kind AND k.key = n.key`,
];

/**
 * For a migration: takes the place of the table `named`. And an index of the articles whose names are not known yet, since what a row of
 * `articles` says of it lies behind its text.
 */
export const NAMED_ROWS = `
CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX names_by_name ON names(name, kind, key);
CREATE TABLE named_rows(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, name INTEGER NOT NULL, PRIMARY KEY(article, name)
) STRICT, WITHOUT ROWID;
${namesFrom("named n").join(";\n")};
DROP TABLE named;
CREATE VIEW named AS SELECT r.article, k.key, k.name, k.kind FROM named_rows r JOIN names k ON k.id = r.name;
CREATE INDEX articles_unnamed ON articles(id) WHERE names_known = 0;
`;
