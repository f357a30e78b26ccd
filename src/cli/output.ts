import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { HearsayError, UnreadableError } from "../error.ts";

/** What is written: all of it, or in pieces as they come. */
export type Contents = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string>;

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(path: string, contents: Contents): Promise<void> {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(part, contents, { flag: "wx" });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof HearsayError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UnreadableError(
      `${path}: cannot be written (${code ?? "unknown reason"}); check the folder and its permissions`,
    );
  }
}

/** Prints pieces as they come, no faster than whoever reads them takes them. */
export async function print(pieces: Iterable<string | Uint8Array> | AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, "drain");
}

/** Makes a folder that is not there. @throws UnreadableError */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UnreadableError(`${path}: no folder can be made here (${code ?? "unknown reason"})`);
  }
}
