/** A thread that reads articles, one at a time: its parent hands over inputs and gets readings back. */
import { parentPort } from "node:worker_threads";
import { loadTagger } from "../../attribution/tagger/load.ts";
import type { Answered, Asked } from "./pool.ts";
import { readOne } from "./read-one.ts";

const tagger = loadTagger();

const answer = (asked: Asked): Promise<Answered> =>
  asked === "ready"
    ? tagger.then(
        () => "ready",
        (error: Error) => ({ ok: false, reason: error.message }),
      )
    : readOne(asked, tagger);

parentPort?.on("message", async (asked: Asked) => {
  parentPort?.postMessage(await answer(asked));
});
