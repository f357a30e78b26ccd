/**
 * Whether what Spark made is what one machine has: `node bench/same.ts RESULTS ARCHIVE TRACED`. RESULTS is the folder of cluster/'s
 * tables, ARCHIVE a file that `hearsay ingest` made of the same input, TRACED what `hearsay trace --all --jsonl` says of it.
 * Prints how many rows there are of each and what differs; ends with code 1 where anything does.
 */
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { differ, lineOf, type Row, statementsOf, tableOf } from "./tables.ts";

/** Numbers of an archive's own, and the time at which an article was kept. */
const OWN = new Set(["id", "copy_group", "kept_at"]);

const [results, archive, traced] = process.argv.slice(2) as [string, string, string];
const db = new Database(archive, { readonly: true });
let different = false;
for (const [table, view] of [
  ["articles", "articles_current"],
  ["statements", "statements_current"],
] as const) {
  const ours = await tableOf(results, table);
  const theirs = db.prepare(`SELECT * FROM ${view}`).all() as Row[];
  const columns = Object.keys(theirs[0] ?? {}).filter((name) => !OWN.has(name));
  const lines = (rows: readonly Row[]): string[] => rows.map((row) => lineOf(row, columns));
  different = differ(table, lines(ours), lines(theirs)) || different;
}
const printed = readFileSync(traced, "utf8").split("\n").filter(Boolean);
const texts = (await statementsOf(results)).map((statement) => JSON.stringify(statement));
// `hearsay trace` prints a statement when it is closed: order is no part of the answer.
const again = printed.map((line) => JSON.stringify(JSON.parse(line)));
different = differ("traced", texts, again) || different;
process.exitCode = different ? 1 : 0;
