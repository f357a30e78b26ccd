/** Which of the names given to ingest are tables of articles that were read elsewhere, and the articles in them. */
import { open, stat } from "node:fs/promises";
import type { Elsewhere } from "../archive/ingest/elsewhere.ts";
import { HearsayError } from "../error.ts";
import { fromParquet } from "../exports/parquet-read.ts";
import { walk } from "../reading/inputs/folder.ts";

const MAGIC = "PAR1";
const TABLE = /\.parquet$/i;

/** The names in two lists: files of tables and folders that hold some, and all others. */
export async function splitNames(names: readonly string[]): Promise<{ tables: string[]; others: string[] }> {
  const tables: string[] = [];
  const others: string[] = [];
  for (const name of names) ((await isTable(name)) ? tables : others).push(name);
  return { tables, others };
}

async function isTable(name: string): Promise<boolean> {
  const info = await stat(name).catch(() => null);
  if (info?.isFile()) return beginsAsTable(name);
  if (info?.isDirectory()) for await (const { path } of walk(name)) if (TABLE.test(path)) return true;
  return false;
}

async function beginsAsTable(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  const head = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0).finally(() => file.close());
  return head.buffer.toString("latin1") === MAGIC;
}

/** The articles of tables; what else lies in their folders is passed over, a table that cannot be read is reported. */
export async function* readElsewhere(tables: readonly string[]): AsyncGenerator<Elsewhere> {
  for (const table of tables)
    for await (const { path } of walk(table)) {
      if (path !== table && !TABLE.test(path)) continue;
      try {
        for await (const result of fromParquet(path)) yield { file: path, ...result };
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        yield { file: path, ok: false, name: path, error };
      }
    }
}
