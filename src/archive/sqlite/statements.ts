/** The rows of an article's statements: written from its reading as humans left it. */
import type { Reading } from "../../document.ts";
import { namesIn, STATEMENT_COLUMNS, statementRows } from "../statement-row.ts";
import type { Db } from "./open.ts";

export interface StatementTable {
  /** Puts the statements of a reading in the place of those that the article has. */
  write(article: number, reading: Reading): void;
  drop(article: number): void;
}

export function makeStatements(db: Db): StatementTable {
  const insert = db.prepare(
    `INSERT INTO statements(article, ${STATEMENT_COLUMNS.join(", ")}) VALUES(@article, ${STATEMENT_COLUMNS.map((c) => `@${c}`).join(", ")})`,
  );
  const nameOf = db.prepare("INSERT OR IGNORE INTO speaker_names VALUES(?, ?, ?)");
  const drop = db.prepare("DELETE FROM statements WHERE article = ?");
  return {
    write(article, reading) {
      drop.run(article);
      const rows = statementRows(reading);
      for (const row of rows) insert.run({ article, ...row });
      for (const { name, key, letters } of namesIn(rows)) nameOf.run(name, key, letters);
    },
    drop(article) {
      drop.run(article);
    },
  };
}
