/** An audit for a terminal. */
import type { Audit, Share } from "../views/audit.ts";
import { harmless } from "./terminal.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(7);
const count = (n: number): string => String(n).padStart(6);
const BAR = 24;

/** Tables of an audit, with the search that opens each number at the end of its line. */
export function auditToTerminal(audit: Audit): string {
  const lines = [
    `Whom they quote: ${harmless(audit.scope)}`,
    `${audit.articles} articles, ${audit.withStatements} of them with statements; ${audit.statements} statements, ${audit.confirmed} of them confirmed by a human`,
  ];
  const table = (title: string, shares: readonly Share[]): void => {
    if (shares.length === 0) return;
    lines.push("", `${title} (statements, of them confirmed, share)`);
    const width = Math.max(...shares.map((s) => s.label.length));
    for (const s of shares)
      lines.push(
        `  ${harmless(s.label).padEnd(width)} ${count(s.statements)} ${count(s.confirmed)} ${percent(s.share)}  ${"█".repeat(Math.round(s.share * BAR)).padEnd(BAR)}  ${harmless(s.query)}`,
      );
  };
  table("How the source is named", audit.namings);
  table("Kind of source", audit.kinds);
  table("How the article stands to it", audit.framings);
  table("How it is put", audit.forms);
  table("In between, and no answer", [audit.relayed, audit.silences]);
  lines.push(
    "",
    `Articles with a single speaker: ${audit.singleSource.articles.length} (${percent(audit.singleSource.share).trim()})`,
    ...audit.singleSource.articles.slice(0, 10).map((doc) => `  ${harmless(doc)}`),
  );
  if (audit.singleSource.articles.length > 10) lines.push("  … (all with --json)");
  table("Most quoted", audit.speakers.slice(0, 20));
  if (audit.neverQuoted.length > 0) {
    lines.push(
      "",
      `Named and never quoted (articles; search with --in text)${audit.namesKnown < audit.articles ? `; names are known of ${audit.namesKnown} articles, bring the others in again` : ""}`,
    );
    const width = Math.max(...audit.neverQuoted.map((n) => n.name.length));
    for (const n of audit.neverQuoted)
      lines.push(
        `  ${harmless(n.name).padEnd(width)} ${count(n.articles)}  ${n.kind.padEnd(12)}  ${harmless(n.query)}`,
      );
  }
  if (audit.periods.length > 1) {
    lines.push(
      "",
      "Period    articles  statements  confirmed  anonymous  described  hearsay  relayed  officials  single source",
    );
    for (const p of audit.periods)
      lines.push(
        `${(p.period ?? "no date").padEnd(9)} ${String(p.articles).padStart(8)}${String(p.statements).padStart(12)}${String(p.confirmed).padStart(11)}${String(p.anonymous).padStart(11)}${String(p.role).padStart(11)}${String(p.hearsay).padStart(9)}${String(p.relayed).padStart(9)}${String(p.government).padStart(11)}${String(p.singleSource).padStart(15)}`,
      );
  }
  return `${lines.join("\n")}\n`;
}
