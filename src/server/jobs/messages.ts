/** What the server and the process that reads say to each other. */
import type { Counts, Step } from "../../archive/ingest/ingest.ts";
import type { ArticleInput } from "../../document.ts";

/** What a job brings in; kept as a file beside what was uploaded, so that it can be resumed. */
export interface Work {
  id: string;
  /** Paths inside the job's folder, or http(s) addresses. */
  names: string[];
  given: NonNullable<ArticleInput["given"]>;
  /** Read on where an input does not seem to be an article. */
  force: boolean;
  /** Somebody waits for it: it does not queue behind large jobs. */
  urgent: boolean;
}

export type Order =
  | { type: "start"; work: Work; folder: string }
  | { type: "stop"; id: string }
  | { type: "warm" }
  | { type: "close" };

export type Report =
  | { type: "warm" }
  | { type: "begun"; id: string; size: number }
  | { type: "step"; id: string; counts: Counts; last: Step; read: number }
  /** `error`: why it ended early; `stopped`: because it was asked to. */
  | { type: "end"; id: string; stopped: boolean; error: string | null };
