/** Tables that cluster/ wrote, and how they differ from what one machine says. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import type { Statement } from "../src/archive/trace/types.ts";

/** Differing rows that are shown of each table. */
const SHOWN = 5;

export type Row = Record<string, unknown>;

/** All rows of a table, in order of its files. */
export async function tableOf(folder: string, name: string): Promise<Row[]> {
  const place = join(folder, name);
  const rows: Row[] = [];
  for (const file of readdirSync(place)
    .filter((one) => one.endsWith(".parquet"))
    .sort())
    for (const row of await parquetReadObjects({ file: await asyncBufferFromFile(join(place, file)) })) rows.push(row);
  return rows;
}

const plain = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

/** Some columns of a row, as JSON. */
export const lineOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(
    columns.map((name) => row[name] ?? null),
    (_, value) => plain(value),
  );

/** Tells how two lists of lines differ, and gives back whether they do. */
export function differ(what: string, ours: readonly string[], theirs: readonly string[]): boolean {
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

/** A statement of the table `traced` as `hearsay trace` has it. */
const statementOf = ({ id, kind, speaker, first, independent, tellings }: Row): Statement =>
  ({
    id,
    kind,
    speaker,
    first,
    independent,
    tellings: (tellings as Row[]).map(({ doc, start, end, speaker: by, change, changes, relay, credited }) => ({
      ...{ doc, span: [start, end], speaker: by, change, changes, relay, credited },
    })),
  }) as Statement;

/** The statements of the table `traced`, in order. */
export async function statementsOf(folder: string): Promise<Statement[]> {
  const rows = await tableOf(folder, "traced");
  return rows.sort((a, b) => Number(a.place) - Number(b.place)).map(statementOf);
}
