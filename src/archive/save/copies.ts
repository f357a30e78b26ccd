/** Into which group an article goes when it copies others, whole or nearly so. Pure. */
import { COPY, likeness } from "../identity.ts";

/** Most articles that are looked at for one. */
export const CANDIDATES = 200;

/** An article that shares a band. */
export interface Near {
  id: number;
  sign: Uint32Array;
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
  const copied = near.filter((other) => likeness(sign, other.sign) >= COPY);
  const groups = copied.map(({ id, group }) => group ?? id);
  const [own] = groups;
  if (own === undefined) return null;
  return {
    own,
    begin: copied.flatMap(({ id, group }) => (group === null ? [id] : [])),
    join: [...new Set(groups)].filter((group) => group !== own),
  };
}

export const toSignature = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer);
export const fromSignature = (sign: Uint32Array | null): Buffer | null => sign && Buffer.from(sign.buffer);
