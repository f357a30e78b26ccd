/** A dossier for a terminal. */
import type { DiffPart } from "../archive/trace/diff.ts";
import type { Dossier, DossierStatement, DossierTelling } from "../views/dossier.ts";
import { standingWords } from "./speakers-terminal.ts";
import { harmless } from "./terminal.ts";

const day = (iso: string | null): string => (iso ?? "no date").slice(0, 10);

/** Who, offices over time, topics, statements with their tellings, and what may contradict. */
export function dossierToTerminal(dossier: Dossier): string {
  const { speaker, label, roles, topics, statements, contradictions, shown, total, confirmed, suggested } = dossier;
  const byId = new Map(statements.map((s) => [s.id, s]));
  const lines = [
    `${label}${speaker.wikidata ? `, Wikidata ${speaker.wikidata}` : ""}`,
    `${standingWords(speaker)}; ${speaker.reviewed} looked at one by one`,
    ...(speaker.aliases.length > 0 ? [`Also ${speaker.aliases.join(", ")}`] : []),
    ...speaker.namesakes.map((other) => `Not ${other.name} (${other.role ?? "no office told"}): ${other.reason}`),
    "",
    "Offices over time",
    ...roles.map(
      (r) =>
        `  ${day(r.first)} to ${day(r.last)}  ${r.role ?? "no office told"}: ${r.statements}, ${r.standing} (${r.reason})`,
    ),
    "",
    `${statements.length} different statements in ${shown} tellings (${confirmed} confirmed, ${suggested} suggested)${shown < total ? `; ${total - shown} older ones are left out, narrow with --until` : ""}`,
    ...(topics.length > 0 ? ["", "Topics, by words that statements share"] : []),
    ...topics.map((t) => `  ${t.words.join(", ")}: ${t.statements.join(" ")}`),
    ...statements.flatMap((s) => ["", ...statementLines(s)]),
  ];
  if (contradictions.length > 0)
    lines.push("", "May contradict each other (candidates by their words; read both before you say so)");
  for (const { earlier, later, differs, diff } of contradictions) {
    const dates = [earlier, later].map((id) => `${id} ${day(byId.get(id)?.tellings[0]?.published ?? null)}`);
    lines.push(`  ${dates.join(" / ")}, another ${differs.join(" and ")}`, `    ${diffWordsMarked(diff)}`);
  }
  return `${lines.map(harmless).join("\n")}\n`;
}

const statementLines = ({ id, content, tellings }: DossierStatement): string[] => [
  `${id.padEnd(4)} ${content}`,
  ...tellings.map((t) => `     ${tellingWords(t)}`),
];

function tellingWords(t: DossierTelling): string {
  const labels = [
    t.form,
    t.act === "claim" ? null : t.act,
    t.negated ? "negated" : null,
    t.framing === "neutral" ? null : t.framing,
    t.change === null || t.change === "exact" ? null : t.change,
    ...t.changes,
    t.relay ? `from ${t.relay}` : null,
    t.via ? `by way of ${t.via}` : null,
    t.channel ? `through ${t.channel}` : null,
    t.review,
  ];
  return `${day(t.published)} ${t.outlet ?? "outlet not known"} (${t.doc} ${t.statement}): ${labels.filter(Boolean).join(", ")}`;
}

const diffWordsMarked = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) => {
      const words = text.trimEnd();
      const blank = text.slice(words.length);
      return (kind === "same" ? words : kind === "removed" ? `[-${words}-]` : `{+${words}+}`) + blank;
    })
    .join("");
