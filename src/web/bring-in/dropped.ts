/** Files of what was dropped onto the page, folders included. */

/** Files taken from one drop, and folders inside folders that are followed. */
const MOST = 1000;
const DEEPEST = 20;

export async function filesOf(data: DataTransfer): Promise<File[]> {
  // The entries must be taken before anything is awaited: the list is empty afterwards.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...data.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files, 0);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  if (files.length >= MOST || depth > DEEPEST || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a folder in portions, and an empty one at its end.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return;
    for (const inner of portion) await collect(inner, files, depth + 1);
  }
}
