/** An audit as a page to print and keep: every number with the search that opens it. */
import type { Audit, Share } from "../views/audit.ts";
import { type About, reportPage, table } from "./html-report.ts";
import { escapeHtml } from "./html-text.ts";

/** Speakers of the last table. */
const MOST = 50;

export function auditToHtml(audit: Audit, about: About): string {
  const shares = (caption: string, list: readonly Share[]): string =>
    list.length === 0
      ? ""
      : table(
          caption,
          ["", "Statements", "Articles", "Share", "Search that lists them"],
          list.map((s) => [s.label, s.statements, s.articles, percent(s.share), s.query]),
        );
  const single = audit.singleSource.articles;
  return reportPage(
    `Whom they quote: ${audit.scope}`,
    [
      `<p>${escapeHtml(`${audit.articles} articles, ${audit.withStatements} of them with statements; ${audit.statements} statements. In ${single.length} articles (${percent(audit.singleSource.share)}) a single speaker is heard.`)}</p>`,
      "<h2>Sources</h2>",
      shares("How the source is named", audit.namings),
      shares("Kind of source", audit.kinds),
      "<h2>Telling</h2>",
      shares("How the article stands to it", audit.framings),
      shares("How it is put", audit.forms),
      shares("Somebody in between, and no answer", [audit.relayed, audit.silences]),
      "<h2>Most quoted</h2>",
      shares("Named speakers", audit.speakers.slice(0, MOST)),
      "<h2>Over time</h2>",
      table(
        "Statements by period",
        [
          "Period",
          "Articles",
          "Statements",
          "Anonymous",
          "Described",
          "Hearsay",
          "Relayed",
          "Officials",
          "Single source",
        ],
        audit.periods.map((p) => [
          p.period ?? "no date",
          p.articles,
          p.statements,
          p.anonymous,
          p.role,
          p.hearsay,
          p.relayed,
          p.government,
          p.singleSource,
        ]),
      ),
      single.length > 0
        ? `<h2>Articles with a single speaker</h2><ul>${single.map((doc) => `<li>${escapeHtml(doc)}</li>`).join("")}</ul>`
        : "",
    ].join("\n"),
    about,
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
