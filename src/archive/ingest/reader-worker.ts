/** A thread that reads articles, one at a time: its parent hands over inputs and gets readings back. */
import { parentPort } from "node:worker_threads";
import { attribute } from "../../attribution/attribute.ts";
import { loadTagger } from "../../attribution/tagger/load.ts";
import type { ArticleInput, Reading } from "../../document.ts";
import { HearsayError } from "../../error.ts";
import { checkArticle } from "../../reading/gate.ts";
import { readArticle } from "../../reading/read.ts";

export interface Task {
  input: ArticleInput;
  /** Read on where the input does not seem to be an article. */
  force: boolean;
}

export type Answer = { ok: true; reading: Reading } | { ok: false; reason: string };

const tagger = loadTagger();

parentPort?.on("message", async ({ input, force }: Task) => {
  parentPort?.postMessage(await read(input, force));
});

async function read(input: ArticleInput, force: boolean): Promise<Answer> {
  try {
    const doc = await readArticle(input);
    if (!force) await checkArticle(doc, input.id);
    return { ok: true, reading: await attribute(doc, await tagger, { meanings: true }) };
  } catch (error) {
    if (error instanceof HearsayError) return { ok: false, reason: error.message };
    return { ok: false, reason: `${input.id}: could not be read (${(error as Error).message}); please report it` };
  }
}
