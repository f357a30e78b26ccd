/**
 * Whether what Spark made is what one machine has: `node bench/same.ts RESULTS ARCHIVE TRACED`. RESULTS is the folder of cluster/'s
 * tables, ARCHIVE a file that `hearsay ingest` made of the same input, TRACED what `hearsay trace --all --jsonl` says of it.
 * Prints how many rows there are of each and what differs; ends with code 1 where anything does.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

/** Differing rows that are shown of each table. */
const SHOWN = 5;
/** Numbers of an archive's own, and the time at which an article was kept. */
const OWN = new Set(["id", "copy_group", "kept_at"]);

type Row = Record<string, unknown>;

async function tableOf(folder: string, name: string): Promise<Row[]> {
  const place = join(folder, name);
  const rows: Row[] = [];
  for (const file of readdirSync(place)
    .filter((one) => one.endsWith(".parquet"))
    .sort())
    for (const row of await parquetReadObjects({ file: await asyncBufferFromFile(join(place, file)) })) rows.push(row);
  return rows;
}

const plain = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
const jsonOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(
    columns.map((name) => row[name] ?? null),
    (_, value) => plain(value),
  );

/** Tells how two lists of lines differ, and gives back whether they do. */
function differ(what: string, ours: readonly string[], theirs: readonly string[]): boolean {
  const count = new Map<string, number>();
  for (const line of theirs) count.set(line, (count.get(line) ?? 0) + 1);
  const extra = ours.filter((line) => {
    const left = count.get(line) ?? 0;
    if (left > 0) count.set(line, left - 1);
    return left === 0;
  });
  const missing = [...count].flatMap(([line, n]) => Array.from({ length: n }, () => line));
  console.log(
    `${what}: ${ours.length} by Spark, ${theirs.length} on one machine, ${extra.length + missing.length} lines differ`,
  );
  for (const line of extra.slice(0, SHOWN)) console.log(`  Spark only: ${line}`);
  for (const line of missing.slice(0, SHOWN)) console.log(`  one machine only: ${line}`);
  return extra.length + missing.length > 0;
}

/** A statement of the table as `hearsay trace` prints it. */
const statementOf = ({ id, kind, speaker, first, independent, tellings }: Row): Row => ({
  id,
  kind,
  speaker,
  first,
  independent,
  tellings: (tellings as Row[]).map(({ doc, start, end, speaker: by, change, changes, relay, credited }) => ({
    ...{ doc, span: [start, end], speaker: by, change, changes, relay, credited },
  })),
});

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
  const lines = (rows: readonly Row[]): string[] => rows.map((row) => jsonOf(row, columns));
  different = differ(table, lines(ours), lines(theirs)) || different;
}
const printed = readFileSync(traced, "utf8").split("\n").filter(Boolean);
const rows = (await tableOf(results, "traced")).sort((a, b) => Number(a.place) - Number(b.place)).map(statementOf);
const texts = rows.map((row) => JSON.stringify(row, (_, value) => plain(value)));
// `hearsay trace` prints a statement when it is closed: order is no part of the answer.
const again = printed.map((line) => JSON.stringify(JSON.parse(line)));
different = differ("traced", texts, again) || different;
process.exitCode = different ? 1 : 0;
