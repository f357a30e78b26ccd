/** The rows of an article's statements: written from its reading as humans left it. */
import type { Reading } from "../../document.ts";
import { namesIn, STATEMENT_COLUMNS, type StatementRow, statementRows } from "../statement-row.ts";
import type { Db } from "./open.ts";

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

export function makeStatements(db: Db): StatementTable {
  const insert = db.prepare(
    `INSERT INTO statements(article, ${STATEMENT_COLUMNS.join(", ")}) VALUES(@article, ${STATEMENT_COLUMNS.map((c) => `@${c}`).join(", ")})`,
  );
  const nameOf = db.prepare("INSERT OR IGNORE INTO speaker_names VALUES(?, ?, ?)");
  const drop = db.prepare("DELETE FROM statements WHERE article = ?");
  const there = db.prepare(`SELECT ${STATEMENT_COLUMNS.join(", ")} FROM statements WHERE article = ? ORDER BY id`);
  const update = (columns: readonly string[]) =>
    db.prepare(
      `UPDATE statements SET ${columns.map((c) => `${c} = @${c}`).join(", ")} WHERE article = @article AND n = @n`,
    );
  const updateAll = update([...OTHERS, ...REVIEWED]);
  const updateReview = update(REVIEWED);
  const writeRows = (article: number, rows: readonly StatementRow[]): void => {
    drop.run(article);
    for (const row of rows) insert.run({ article, ...row });
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
      const before = there.all(article) as StatementRow[];
      const changed = (row: StatementRow, i: number, columns: readonly (keyof StatementRow)[]): boolean =>
        columns.some((column) => row[column] !== before[i]?.[column]);
      // Rows lie in order of the text: one that comes or goes moves the others.
      if (rows.length !== before.length || rows.some((row, i) => row.n !== before[i]?.n)) writeRows(article, rows);
      else
        for (const [i, row] of rows.entries()) {
          if (changed(row, i, OTHERS)) updateAll.run({ article, ...row });
          else if (changed(row, i, REVIEWED)) updateReview.run({ article, ...row });
        }
      nameRows(rows);
    },
    drop(article) {
      drop.run(article);
    },
  };
}
