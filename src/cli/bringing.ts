/** What the two ways of bringing in share: by threads of this process, and by the queue of a shared archive. */
import type { Archive } from "../archive/archive.ts";
import type { Counts, IngestOptions } from "../archive/ingest/ingest.ts";
import type { OpenOptions } from "../reading/inputs/open.ts";

/** What is brought in, and how. */
export interface Bringing {
  place: string;
  archive: Archive;
  /** Names that hold no table of articles read elsewhere. */
  names: readonly string[];
  options: OpenOptions;
  common: Pick<IngestOptions, "archive" | "now" | "step" | "signal">;
  /** Share that is done, for the progress, where it is not told by the bytes read. */
  share: { done: number | null };
  force: boolean;
}

/** What became of the articles brought in; `left`: those that wait in the queue. */
export interface Brought {
  counts: Counts;
  left: number;
  /** What to say where it was stopped. */
  stopped: string;
}
