/** A folder → the files in it and in its folders, in the order of their names. */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { EXIT, HearsayError, UnreadableError } from "../../error.ts";
import { explained } from "./source.ts";

/** Folders nest no deeper. */
const DEEPEST = 64;

/** A file of a folder; `within` is its path from the folder on, with `/`, and its own name for a file named itself. */
export interface Found {
  path: string;
  within: string;
  /** Set where a folder cannot be read; the others are. */
  error?: HearsayError;
}

/**
 * The file of that name, or the files of that folder in the order of their names, which does not depend on the machine.
 * Hidden files and folders (`.git`) are skipped. Links are followed to files that lie in the folder themselves, never to
 * folders and never out of it.
 */
export async function* walk(name: string): AsyncGenerator<Found> {
  const info = await stat(name).catch(() => null);
  // What is no folder is opened, and refused, by whoever reads files.
  if (!info?.isDirectory()) yield { path: name, within: basename(name) };
  else yield* inside(name, "", await realpath(name), 0);
}

async function* inside(folder: string, within: string, root: string, depth: number): AsyncGenerator<Found> {
  if (depth > DEEPEST) {
    const line = `${folder}: lies more than ${DEEPEST} folders deep; name it by itself`;
    yield { path: folder, within, error: new UnreadableError(line, EXIT.limit) };
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    const error = explained(thrown, folder);
    if (!(error instanceof HearsayError)) throw error;
    yield { path: folder, within, error };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const below = within ? `${within}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* inside(path, below, root, depth + 1);
    else if (entry.isFile() || (await linksInside(entry, path, root))) yield { path, within: below };
  }
}

async function linksInside(entry: Dirent, path: string, root: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  const target = await realpath(path).catch(() => null);
  if (!target?.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  return (await stat(target)).isFile();
}
