/** Several files as one ZIP: the same bytes for the same contents, names that no system takes amiss. */
import { strToU8, zipSync } from "fflate";

/** ZIP knows no time before 1980; a fixed one keeps the bytes the same. */
const EPOCH = new Date(1980, 0, 1);

/** Packs text files (name → contents, written as UTF-8) in the given order. */
export function zipText(files: Iterable<readonly [name: string, contents: string]>): Uint8Array {
  const packed = Object.fromEntries([...files].map(([name, contents]) => [name, strToU8(contents)]));
  return zipSync(packed, { mtime: EPOCH, level: 6 });
}

const LONGEST = 100;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * File names without extension for article ids, in their order: letters, digits, `.`, `_`, `-` only, so that no id leads out of
 * the folder; different even where case does not count.
 */
export function fileNames(ids: Iterable<string>): string[] {
  const taken = new Set<string>();
  return [...ids].map((id) => {
    const clean = id
      .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "_")
      .replace(/^\.+|\.+$/g, "_")
      .slice(0, LONGEST)
      .replace(/\p{Surrogate}/gu, "_");
    const base = clean === "" || RESERVED.test(clean) ? `_${clean}` : clean;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
