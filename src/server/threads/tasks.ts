/** Work that a thread does on its own connection to the archive, so that the server stays free to answer others. */
import type { Archive } from "../../archive/archive.ts";
import { dossierOf } from "../../views/dossier.ts";
import { readerView } from "../../views/reader.ts";
import { traceAsked } from "../../views/trace.ts";
import { versionsView } from "../../views/versions.ts";
import { exportFile } from "../exports/export-file.ts";
import { drawnPage } from "../pages/drawn.ts";
import { articleReport, auditReport, traceReport } from "../exports/reports.ts";
import { decideOn, takeBack } from "./decisions.ts";

/** Each takes the archive first; arguments and results are plain data. */
export const TASKS = {
  readerView,
  drawnPage,
  dossierOf,
  versionsView,
  traceAsked,
  exportFile,
  articleReport,
  traceReport,
  auditReport,
  decideOn,
  takeBack,
} as const;

export type TaskName = keyof typeof TASKS;
type Rest<F> = F extends (archive: Archive, ...rest: infer R) => unknown ? R : never;
export type TaskArguments<K extends TaskName> = Rest<(typeof TASKS)[K]>;
export type TaskResult<K extends TaskName> = Awaited<ReturnType<(typeof TASKS)[K]>>;

/** What may take a second or more: threads of its own do it, which let the others go first. */
export const HEAVY: ReadonlySet<string> = new Set<string>([
  "dossierOf",
  "versionsView",
  "traceAsked",
  "exportFile",
  "traceReport",
  "auditReport",
  "audit",
  "speakers",
  "outlets",
]);
