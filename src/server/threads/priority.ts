/** A thread that lets others go first. */
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** Below what answers at once; 0 is normal, 19 the least. */
const NICE = 10;

/** Where Linux names the thread that asks: PROCESS/task/THREAD. */
const OWN_THREAD = "/proc/thread-self";

/** Lowers the priority of the calling thread alone. Linux can; elsewhere, and where it may not be set, nothing is done. */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync(OWN_THREAD).split("/").at(-1));
    if (thread > 0) setPriority(thread, NICE);
  } catch {
    // Then it works as all others do.
  }
}
