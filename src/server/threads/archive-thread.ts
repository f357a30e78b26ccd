/** A thread with a connection to the archive: one call at a time, in the order in which they come. */
import { parentPort, workerData } from "node:worker_threads";
import { openArchive } from "../../archive/open.ts";
import { stepBack } from "./priority.ts";
import { type Answer, type Call, plainError } from "./messages.ts";
import { TASKS, type TaskName } from "./tasks.ts";

const { place, slow } = workerData as { place: string; slow: boolean };
if (slow) stepBack();
const archive = await openArchive(place, { create: false });

parentPort?.on("message", async (call: Call | "close") => {
  if (call === "close") {
    await archive.close();
    parentPort?.close();
    return;
  }
  let answer: Answer;
  try {
    answer = { ok: true, value: await perform(call) };
  } catch (error) {
    answer = { ok: false, error: plainError(error) };
  }
  parentPort?.postMessage(answer);
});

async function perform({ kind, name, args }: Call): Promise<unknown> {
  const [owner, work] =
    kind === "task"
      ? [null, (TASKS[name as TaskName] as (...all: unknown[]) => unknown).bind(null, archive)]
      : [archive, (archive as unknown as Record<string, (...all: unknown[]) => unknown>)[name]];
  return work?.apply(owner, [...args]);
}
