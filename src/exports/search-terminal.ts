/** A search for a terminal. */
import type { SearchView } from "../views/search.ts";
import { harmless } from "./terminal.ts";

const BOLD = ["\u001b[1m", "\u001b[22m"] as const;
const MOST_VALUES = 6;

/** Hits with what was found in bold (or between asterisks), and the counts by which to narrow the search. */
export function searchToTerminal(view: SearchView, options: { colour: boolean; offset: number }): string {
  const [on, off] = options.colour ? BOLD : ["*", "*"];
  const what = view.unit === "statement" ? "statement" : "article";
  const lines = [
    `${view.total}${view.more ? " or more" : ""} ${what}${view.total === 1 ? "" : "s"} for ${harmless(view.query)}`,
  ];
  view.items.forEach((item, i) => {
    const where = `${(item.published ?? "no date").slice(0, 10)} ${item.outlet ?? "outlet not known"}, ${item.doc}${item.statement ? ` ${item.statement}` : ""}`;
    const who = item.statement ? `${item.speaker ?? "no source named"}${item.role ? ` (${item.role})` : ""}: ` : "";
    const via = item.via ? `, by way of ${item.via}` : "";
    lines.push("", `${String(options.offset + i + 1).padStart(3)}  ${harmless(where)}`);
    const shown = item.fragments.map(({ pieces }) =>
      pieces.map(({ text, hit }) => (hit ? `${on}${harmless(text)}${off}` : harmless(text))).join(""),
    );
    lines.push(
      `     ${harmless(who)}${shown.join(" … ") || harmless(item.content ?? item.title ?? "")}${harmless(via)}`,
    );
  });
  const facets = Object.entries(view.facets).filter(([, values]) => values.length > 1);
  if (facets.length > 0) {
    lines.push("", "Narrow it by");
    for (const [field, values] of facets)
      lines.push(
        `  ${field}: ${values
          .slice(0, MOST_VALUES)
          .map(({ value, count }) => `${harmless(String(value))} (${count})`)
          .join(", ")}${values.length > MOST_VALUES ? ", …" : ""}`,
      );
  }
  return `${lines.join("\n")}\n`;
}
