/** Near-copies: articles whose signatures share a band are compared, so that no article is compared with all others. */
import { bandsOf } from "../identity.ts";
import { CANDIDATES, groupingOf, unpackSignature } from "../save/copies.ts";
import type { Db } from "./open.ts";

/** Puts an article (by row id) into the group of those it copies, whole or nearly so; `null` for a text too short. */
export function makeGroup(db: Db): (id: number, sign: Uint32Array | null) => void {
  const insertBand = db.prepare("INSERT OR IGNORE INTO bands(band, article) VALUES(?, ?)");
  const inBand = db.prepare("SELECT article FROM bands WHERE band = ? ORDER BY article DESC LIMIT ?").pluck();
  const signed = db.prepare("SELECT signature, copy_group FROM articles WHERE id = ?");
  const setGroup = db.prepare("UPDATE articles SET copy_group = ? WHERE id = ?");
  const joinGroups = db.prepare("UPDATE articles SET copy_group = ? WHERE copy_group = ?");
  return (id, sign) => {
    if (!sign) return;
    const bands = bandsOf(sign);
    const near = new Set<number>();
    for (const band of bands)
      for (const other of inBand.all(band, CANDIDATES - near.size) as number[]) if (other !== id) near.add(other);
    for (const band of bands) insertBand.run(band, id);
    const others = [...near].map((other) => {
      const row = signed.get(other) as { signature: Uint8Array; copy_group: number | null };
      return { id: other, sign: unpackSignature(row.signature), group: row.copy_group };
    });
    const grouping = groupingOf(sign, others);
    if (!grouping) return;
    for (const other of grouping.begin) setGroup.run(other, other);
    for (const group of grouping.join) joinGroups.run(grouping.own, group);
    setGroup.run(grouping.own, id);
  };
}
