/** What all reports share: one page without script that loads nothing, with its date and how it was made. */
import { PAGE_STYLE } from "./html-style.ts";
import { escapeHtml } from "./html-text.ts";

/** When and with what a report was made. */
export interface About {
  /** ISO 8601. */
  made: string;
  /** Name and version of the model. */
  model: string;
  /** Version of Hearsay. */
  version: string;
}

const STYLE = `${PAGE_STYLE}
.report{max-width:56rem;margin:0 auto;padding:2rem 1.25rem}.report h1{margin-bottom:.2rem}.report h2{font:600 1.1875rem/1.3 var(--serif);margin:1.8rem 0 .4rem}
.report table{border-collapse:collapse;width:100%;font-size:.9375rem}.report caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
.report th,.report td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--rule)}.report .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.report del{color:var(--soft)}.report ins{text-decoration:underline;text-decoration-thickness:2px}.report blockquote{font:1.0625rem/1.5 var(--serif)}
@media print{.report{padding:0;max-width:none}.report tr{break-inside:avoid}}`;

/** The page of a report around its body, which is HTML already. */
export function reportPage(title: string, body: string, about: About): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main class="report">
<h1>${escapeHtml(title)}</h1>
<p class="meta">Made ${escapeHtml(day(about))} by Hearsay ${escapeHtml(about.version)}</p>
${body}
</main>
<footer><p>${escapeHtml(methodNote(about))}</p></footer>
</body>
</html>
`;
}

const day = ({ made }: About): string => made.slice(0, 16).replace("T", " at ");

/** How a report was made and what it cannot tell. */
export const methodNote = (about: About): string =>
  `Made ${day(about)} (UTC) by Hearsay ${about.version} with the model ${about.model}. Statements were found by a program and corrected by people where they did so; it can miss some and misread others. It tells who says what, not whether it is true.`;

/** An HTML table; numbers stand right. Cells are plain text. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cell = (value: string | number, tag: string): string =>
    `<${tag}${typeof value === "number" || /%$/.test(value) ? ' class="n"' : ""}>${escapeHtml(String(value))}</${tag}>`;
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head
    .map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
    .join("")}</tr></thead><tbody>
${rows.map((row) => `<tr>${row.map((value) => cell(value, "td")).join("")}</tr>`).join("\n")}
</tbody></table>`;
}
