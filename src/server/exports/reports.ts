/** Reports: self-contained pages, dated, with the method and the model in words. */
import type { Archive } from "../../archive/archive.ts";
import type { AuditFilter, Period } from "../../archive/audit.ts";
import { toHtml } from "../../exports/html.ts";
import { auditToHtml } from "../../exports/html-audit.ts";
import { type About, methodNote } from "../../exports/html-report.ts";
import { traceToHtml } from "../../exports/html-trace.ts";
import { auditView } from "../../views/audit.ts";
import { type TraceAsked, traceAsked } from "../../views/trace.ts";
import { type MadeFile, PAGE_TYPE } from "./file.ts";

/** `null` when the article is not there. */
export async function articleReport(archive: Archive, doc: string, about: About): Promise<MadeFile | null> {
  const reading = await archive.reading(doc);
  return reading && { contents: toHtml(reading, methodNote(about)), mediaType: PAGE_TYPE, name: `${doc}.html` };
}

/** `null` when the statement that was asked for is not there. */
export async function traceReport(archive: Archive, asked: TraceAsked, about: About): Promise<MadeFile | null> {
  const view = await traceAsked(archive, asked);
  return view && { contents: traceToHtml(view, about), mediaType: PAGE_TYPE, name: "trace.html" };
}

export async function auditReport(archive: Archive, filter: AuditFilter, by: Period, about: About): Promise<MadeFile> {
  const view = auditView(await archive.audit(filter, by), filter);
  return { contents: auditToHtml(view, about), mediaType: PAGE_TYPE, name: "audit.html" };
}
