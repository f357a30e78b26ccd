/** What the routes share. */
import type { Archive } from "../archive/archive.ts";
import type { QueueState } from "../archive/queue/workers.ts";
import type { Hub } from "./hub.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { Desk } from "./threads/desk.ts";

export interface Served {
  archive: Archive;
  /** Does what takes long in a thread. */
  run: Desk["run"];
  jobs: Jobs;
  /** How the queue of a shared archive stands; `null` for a file. */
  queue: (() => Promise<QueueState>) | null;
  /** Tells open browsers what changed. */
  hub: Hub;
  metrics: Metrics;
  log: Log;
  /** Name and version of the model that reads. */
  model: string;
  /** Version of Hearsay. */
  version: string;
  /** Folder of the built page; `null` where there is none. */
  pages: string | null;
  /** The time, for what is dated. */
  now: () => Date;
}
