/** An audit as CSV, a file a table, each number with the search that opens it. */
import type { Audit, Share } from "../views/audit.ts";
import { csvCell } from "../csv-cell.ts";

type Value = string | number | null;

/** Files by name: their text, lines ended by CRLF. */
export function auditToCsv(audit: Audit): Record<string, string> {
  const shares = (list: readonly Share[]): string =>
    table(
      ["label", "statements", "confirmed", "articles", "share", "query"],
      list.map((s) => [s.label, s.statements, s.confirmed, s.articles, s.share, s.query]),
    );
  return {
    "summary.csv": table(
      [
        "scope",
        "articles",
        "with_statements",
        "statements",
        "confirmed",
        "single_source_articles",
        "single_source_share",
        "names_known",
        "query",
      ],
      [
        [
          audit.scope,
          audit.articles,
          audit.withStatements,
          audit.statements,
          audit.confirmed,
          audit.singleSource.articles.length,
          audit.singleSource.share,
          audit.namesKnown,
          audit.query,
        ],
      ],
    ),
    "kinds.csv": shares(audit.kinds),
    "namings.csv": shares(audit.namings),
    "forms.csv": shares(audit.forms),
    "framings.csv": shares(audit.framings),
    "relayed-and-silent.csv": shares([audit.relayed, audit.silences]),
    "speakers.csv": table(
      ["speaker", "role", "kind", "statements", "confirmed", "articles", "share", "query"],
      audit.speakers.map((s) => [s.label, s.role, s.kind, s.statements, s.confirmed, s.articles, s.share, s.query]),
    ),
    "never-quoted.csv": table(
      ["name", "kind", "articles", "query_in_text"],
      audit.neverQuoted.map((n) => [n.name, n.kind, n.articles, n.query]),
    ),
    "single-source.csv": table(
      ["article"],
      audit.singleSource.articles.map((doc) => [doc]),
    ),
    "periods.csv": table(
      [
        "period",
        "articles",
        "statements",
        "confirmed",
        "anonymous",
        "role",
        "hearsay",
        "relayed",
        "government",
        "single_source",
        "query",
      ],
      audit.periods.map((p) => [
        p.period,
        p.articles,
        p.statements,
        p.confirmed,
        p.anonymous,
        p.role,
        p.hearsay,
        p.relayed,
        p.government,
        p.singleSource,
        p.query,
      ]),
    ),
  };
}

const table = (head: readonly string[], rows: readonly (readonly Value[])[]): string =>
  [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
