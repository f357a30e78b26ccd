/** The rows of an article's statements: written from its reading as humans left it. */
import type { Reading } from "../../document.ts";
import { namesIn, STATEMENT_COLUMNS, type StatementRow, statementRows } from "../statement-row.ts";
import type { Db } from "./open.ts";
import { rowsFrom } from "./rows.ts";

export interface StatementTable {
  /** Puts the statements of a reading in the place of those that the article has. */
  write(article: number, reading: Reading): void;
  /** The same, where most of them stay as they are: only what differs is written. */
  rewrite(article: number, reading: Reading): void;
  drop(article: number): void;
}

/** What a review that changes nothing else changes. */
const REVIEWED = ["review", "reviewed_by"] as const;
const OTHERS = STATEMENT_COLUMNS.filter((column) => column !== "n" && !REVIEWED.some((name) => name === column));

/** One statement, as parameters. */
const GIVEN = `(SELECT ${["id", "article", ...STATEMENT_COLUMNS].map((column) => `@${column} AS ${column}`).join(", ")}) s`;

export function makeStatements(db: Db): StatementTable {
  const steps = rowsFrom(GIVEN).map((sql) => db.prepare(sql));
  const insert = (id: number | null, article: number, row: StatementRow): void => {
    for (const step of steps) step.run({ id, article, ...row });
  };
  const nameOf = db.prepare("INSERT OR IGNORE INTO speaker_names VALUES(?, ?, ?)");
  const drop = db.prepare("DELETE FROM statement_rows WHERE article = ?");
  const dropOne = db.prepare("DELETE FROM statement_rows WHERE id = ?");
  const there = db.prepare(`SELECT id, ${STATEMENT_COLUMNS.join(", ")} FROM statements WHERE article = ? ORDER BY id`);
  const review = db.prepare(
    "UPDATE statement_rows SET review = nullif(@review, 'suggested'), reviewed_by = @reviewed_by WHERE id = @id",
  );
  const writeRows = (article: number, rows: readonly StatementRow[]): void => {
    drop.run(article);
    for (const row of rows) insert(null, article, row);
  };
  const nameRows = (rows: readonly StatementRow[]): void => {
    for (const { name, key, letters } of namesIn(rows)) nameOf.run(name, key, letters);
  };
  return {
    write(article, reading) {
      const rows = statementRows(reading);
      writeRows(article, rows);
      nameRows(rows);
    },
    rewrite(article, reading) {
      const rows = statementRows(reading);
      const before = there.all(article) as (StatementRow & { id: number })[];
      const differs = (row: StatementRow, old: StatementRow, columns: readonly (keyof StatementRow)[]): boolean =>
        columns.some((column) => row[column] !== old[column]);
      // Rows lie in order of the text: one that comes or goes moves the others.
      if (rows.length !== before.length || rows.some((row, i) => row.n !== before[i]?.n)) writeRows(article, rows);
      else
        for (const [i, old] of before.entries()) {
          const row = rows[i] as StatementRow;
          if (differs(row, old, OTHERS)) {
            dropOne.run(old.id);
            insert(old.id, article, row);
          } else if (differs(row, old, REVIEWED))
            review.run({ id: old.id, review: row.review, reviewed_by: row.reviewed_by });
        }
      nameRows(rows);
    },
    drop(article) {
      drop.run(article);
    },
  };
}
