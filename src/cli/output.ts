import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { UnreadableError } from "../error.ts";

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(part, contents, { flag: "wx" });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    throw new UnreadableError(
      `${path}: cannot be written (${code ?? "unknown reason"}); check the folder and its permissions`,
    );
  }
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
