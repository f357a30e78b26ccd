/** A trace as a page to print and keep: each statement with its tellings in order of time, and what each changed. */
import type { DiffPart } from "../archive/trace/diff.ts";
import { answerWords, changeWords } from "../views/trace-words.ts";
import type { StatementView, TellingView, TraceView } from "../views/trace.ts";
import { type About, reportPage } from "./html-report.ts";
import { escapeHtml } from "./html-text.ts";

export function traceToHtml(view: TraceView, about: About): string {
  const first = view.statements[0];
  const title = first ? `Trace: ${first.content.slice(0, 80)}` : "Trace";
  const mentions = view.mentions.map(
    (m) =>
      `<li>${escapeHtml(`${(m.published ?? "no date").slice(0, 10)} ${m.outlet ?? "outlet not known"} (${m.doc})`)}</li>`,
  );
  return reportPage(
    title,
    [
      `<p>${escapeHtml(answerWords(view))}</p>`,
      mentions.length > 0 ? `<ul>${mentions.join("")}</ul>` : "",
      ...view.statements.map(statement),
    ].join("\n"),
    about,
  );
}

function statement({ speaker, content, kind, tellings, independent, first }: StatementView): string {
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
  const head = `${kind === "quotation" ? "Quotation" : "Claim"}, ${count(tellings.length, "telling")} from ${count(independent, "independent source")}; first in ${first}`;
  return `<section><h2>${escapeHtml(speaker ?? "Nobody named")}</h2>
<blockquote>${escapeHtml(content)}</blockquote>
<p class="meta">${escapeHtml(head)}</p>
<table><thead><tr><th scope="col">When</th><th scope="col">Outlet</th><th scope="col">How it is told</th><th scope="col">From</th></tr></thead><tbody>
${tellings.map((t, i) => telling(t, i, speaker)).join("\n")}
</tbody></table></section>`;
}

function telling(t: TellingView, i: number, speaker: string | null): string {
  const how = i === 0 ? "first here" : [t.change, ...t.changes].map(changeWords).join(", ");
  const who = t.speaker === speaker ? "" : `, said by ${t.speaker ?? "nobody named"}`;
  const words = t.diff.length > 0 ? t.diff.map(part).join("") : escapeHtml(t.content);
  return `<tr><td>${escapeHtml((t.published ?? "no date").slice(0, 16).replace("T", " "))}</td><td>${escapeHtml(t.outlet ?? "not known")}<br>${escapeHtml(t.doc)}</td><td>${escapeHtml(how + who)}<br>${words}</td><td>${escapeHtml(t.relay ?? "first hand")}</td></tr>`;
}

const part = ({ kind, text }: DiffPart): string =>
  kind === "same"
    ? escapeHtml(text)
    : kind === "removed"
      ? `<del>${escapeHtml(text)}</del>`
      : `<ins>${escapeHtml(text)}</ins>`;
