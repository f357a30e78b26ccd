import { copyFileSync, mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { loadTagger, MODEL_FOLDER } from "../../../src/attribution/tagger/load.ts";
import { UnreadableError } from "../../../src/error.ts";

it.each([
  ["missing", (path: string) => rmSync(path)],
  ["cut off", (path: string) => truncateSync(path, 1000)],
])("says what to do when a file of the model is %s", async (_, harm) => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-model-"));
  const from = fileURLToPath(MODEL_FOLDER);
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, name));
  harm(join(folder, "linker.onnx"));
  const tagger = loadTagger(pathToFileURL(`${folder}/`));
  // Nobody waits for it yet: that is no reason for the program to end.
  await new Promise((done) => setTimeout(done, 500));
  await expect(tagger).rejects.toThrow(UnreadableError);
  await expect(tagger).rejects.toThrow(/^the reading model cannot be loaded \(.*linker.*\); install Hearsay again$/s);
  rmSync(folder, { recursive: true });
});
