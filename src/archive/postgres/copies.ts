/** Near-copies: articles whose signatures share a band are compared, so that no article is compared with all others. */
import { CANDIDATES, groupingOf, unpackSignature } from "../save/copies.ts";
import type { Sql } from "./sql.ts";

/** Puts an article into the group of those it copies. Its bands are locked: who keeps a copy at the same time waits, and sees this one. */
export async function group(sql: Sql, id: number, sign: Uint32Array, bands: readonly number[]): Promise<void> {
  const rows = await sql.rows<{ id: number; signature: Uint8Array; copy_group: number | null }>(
    `WITH own AS (INSERT INTO bands SELECT unnest($1::bigint[]), $2 ON CONFLICT DO NOTHING)
     SELECT id, signature, copy_group FROM articles WHERE id IN (
       SELECT n.article FROM unnest($1::bigint[]) k,
         LATERAL (SELECT b.article FROM bands b WHERE b.band = k ORDER BY b.article DESC LIMIT ${CANDIDATES}) n) AND id <> $2
     ORDER BY id DESC LIMIT ${CANDIDATES}`,
    [bands, id],
  );
  const near = rows.map((row) => ({ id: row.id, sign: unpackSignature(row.signature), group: row.copy_group }));
  const grouping = groupingOf(sign, near);
  if (!grouping) return;
  if (grouping.begin.length > 0)
    await sql.rows("UPDATE articles SET copy_group = id WHERE id = ANY($1::bigint[]) AND copy_group IS NULL", [
      grouping.begin,
    ]);
  await sql.rows("UPDATE articles SET copy_group = $1 WHERE id = $2 OR copy_group = ANY($3::bigint[])", [
    grouping.own,
    id,
    grouping.join,
  ]);
}
