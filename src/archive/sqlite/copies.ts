/** Near-copies: articles whose signatures share a band are compared, so that no article is compared with all others. */
import { bandsOf, COPY, likeness } from "../identity.ts";
import type { Db } from "./open.ts";

/** Most articles that are looked at for one. */
const CANDIDATES = 200;

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
    let own: number | null = null;
    for (const other of near) {
      const row = signed.get(other) as { signature: Uint8Array; copy_group: number | null };
      if (likeness(sign, toSignature(row.signature)) < COPY) continue;
      // A group is named after its first article.
      const theirs: number = row.copy_group ?? other;
      if (row.copy_group === null) setGroup.run(theirs, other);
      if (own !== null && own !== theirs) joinGroups.run(own, theirs);
      own ??= theirs;
    }
    if (own !== null) setGroup.run(own, id);
  };
}

const toSignature = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer);
