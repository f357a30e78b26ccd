/** A thread that reads articles, one at a time: its parent hands over inputs and gets readings back. */
import { parentPort } from "node:worker_threads";
import { loadTagger } from "../../attribution/tagger/load.ts";
import { readOne, type Task } from "./read-one.ts";

const tagger = loadTagger();

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await readOne(task, tagger));
});
