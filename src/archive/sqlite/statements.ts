/** The rows of an article's statements: written from its reading as humans left it. */
import type { Reading } from "../../document.ts";
import { lettersOf, nameKey } from "../speakers/name-key.ts";
import { type StatementRow, statementRows } from "../statement-row.ts";
import type { Db } from "./open.ts";

const COLUMNS = [
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
  "when_value",
  "confidence",
  "source",
  "cue",
  "content",
  "review",
  "reviewed_by",
] as const satisfies readonly (keyof StatementRow)[];

export interface StatementTable {
  /** Puts the statements of a reading in the place of those that the article has. */
  write(article: number, reading: Reading): void;
  drop(article: number): void;
}

export function makeStatements(db: Db): StatementTable {
  const insert = db.prepare(
    `INSERT INTO statements(article, ${COLUMNS.join(", ")}) VALUES(@article, ${COLUMNS.map((c) => `@${c}`).join(", ")})`,
  );
  const nameOf = db.prepare("INSERT OR IGNORE INTO speaker_names VALUES(?, ?, ?)");
  const drop = db.prepare("DELETE FROM statements WHERE article = ?");
  return {
    write(article, reading) {
      drop.run(article);
      const names = new Set<string>();
      for (const row of statementRows(reading)) {
        insert.run({ article, ...row });
        if (row.naming === "named" && row.speaker !== null) names.add(row.speaker);
      }
      for (const name of names) {
        const key = nameKey(name);
        nameOf.run(name, key, lettersOf(key));
      }
    },
    drop(article) {
      drop.run(article);
    },
  };
}
