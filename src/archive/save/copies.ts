/** Into which group an article goes when it copies others, whole or nearly so. Pure. */
import { COPY, halves, likeness, SIGNATURE } from "../identity.ts";

/** Most articles that are looked at for one. */
export const CANDIDATES = 200;

/** An article that shares a band. */
export interface Near {
  id: number;
  sign: Uint16Array;
  group: number | null;
}

export interface Grouping {
  /** Group of the new article. */
  own: number;
  /** Articles that had none and now begin theirs: a group is named after its first article. */
  begin: number[];
  /** Groups that turn out to be the same and take the name of the own. */
  join: number[];
}

/** `null` where it copies nobody. */
export function groupingOf(sign: Uint32Array, near: readonly Near[]): Grouping | null {
  const short = halves(sign);
  const copied = near.filter((other) => likeness(short, other.sign) >= COPY);
  const groups = copied.map(({ id, group }) => group ?? id);
  const [own] = groups;
  if (own === undefined) return null;
  return {
    own,
    begin: copied.flatMap(({ id, group }) => (group === null ? [id] : [])),
    join: [...new Set(groups)].filter((group) => group !== own),
  };
}

/** The halves of a signature out of an archive; an earlier version kept the whole. */
export function unpackSignature(bytes: Uint8Array): Uint16Array {
  const { buffer } = Uint8Array.from(bytes);
  return bytes.length > SIGNATURE * Uint16Array.BYTES_PER_ELEMENT
    ? halves(new Uint32Array(buffer))
    : new Uint16Array(buffer);
}

/** What an archive keeps of a signature. */
export const packSignature = (sign: Uint32Array | null): Buffer | null => sign && Buffer.from(halves(sign).buffer);
