/** Where uploads lie until they have been brought in: a folder beside the archive, one folder a job, so that a stopped job can go on. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Work } from "./messages.ts";

const WORK_FILE = "work.json";

export interface Spool {
  folderOf(id: string): string;
  /** Keeps a file of a job; returns its name in `Work.names`. `n` tells files of the same name apart. */
  keep(id: string, n: number, name: string, bytes: Uint8Array): Promise<string>;
  /** Keeps what is to be done. */
  note(work: Work): Promise<void>;
  /** Jobs that were not ended, oldest first. */
  left(): Promise<Work[]>;
  drop(id: string): Promise<void>;
}

export function makeSpool(root: string): Spool {
  const folderOf = (id: string): string => join(root, id);
  return {
    folderOf,
    async keep(id, n, name, bytes) {
      await mkdir(join(folderOf(id), String(n)), { recursive: true });
      const own = `${n}/${safeName(name)}`;
      await writeFile(join(folderOf(id), own), bytes, { flag: "wx" });
      return own;
    },
    async note(work) {
      await mkdir(folderOf(work.id), { recursive: true });
      await writeFile(join(folderOf(work.id), WORK_FILE), JSON.stringify(work));
    },
    async left() {
      const folders = await readdir(root).catch(() => []);
      const works: Work[] = [];
      for (const id of folders.sort()) {
        const json = await readFile(join(root, id, WORK_FILE), "utf8").catch(() => null);
        // A folder without the file is of an upload that was cut off.
        if (json === null) await rm(join(root, id), { recursive: true, force: true });
        else works.push(JSON.parse(json) as Work);
      }
      return works;
    },
    async drop(id) {
      await rm(folderOf(id), { recursive: true, force: true });
    },
  };
}

/** UTF-8 bytes that file systems allow in a name, with room to spare. */
const LONGEST = 200;

/** The last part of a path as a file's name on any system; "article" where nothing is left of it. */
export function safeName(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\u0000-\u001f\u007f<>:"|?*\p{Surrogate}]/gu, "_")
    .replace(/^\.+/, "")
    .replace(/[. ]+$/, "");
  const dot = plain.lastIndexOf(".");
  const [stem, extension] = dot > 0 && plain.length - dot <= 12 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ""];
  let cut = stem;
  while (Buffer.byteLength(cut + extension) > LONGEST) cut = [...cut].slice(0, -1).join("");
  return cut + extension || "article";
}
