/** A search for a terminal. */
import type { Found, FoundQuotation, SearchResult } from "../archive/found.ts";
import { flat, harmless } from "./terminal.ts";

const BOLD = ["\u001b[1m", "\u001b[22m"] as const;
const MOST_VALUES = 6;

/** Hits with what was found in bold (or between asterisks), and the counts by which to narrow the search. */
export function searchToTerminal(view: SearchResult, options: { colour: boolean; offset: number }): string {
  const [on, off] = options.colour ? BOLD : ["*", "*"];
  const what = view.unit === "statement" ? "statement" : "article";
  const lines = [
    `${view.total}${view.more ? " or more" : ""} ${what}${view.total === 1 ? "" : "s"} for ${harmless(view.query)}`,
  ];
  for (const [i, item] of view.items.entries()) lines.push("", ...itemLines(item, options.offset + i + 1, [on, off]));
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

/** Places of a quotation, each with how much of it stands there. */
export function quotationToTerminal(items: readonly FoundQuotation[]): string {
  if (items.length === 0) return "No statement holds this quotation.\n";
  return items
    .map(
      (item, i) => `${itemLines(item, i + 1, ["*", "*"]).join("\n")}  (${Math.round(item.similarity * 100)} % alike)\n`,
    )
    .join("\n");
}

function itemLines(item: Found, number: number, [on, off]: readonly [string, string]): string[] {
  const where = `${(item.published ?? "no date").slice(0, 10)} ${item.outlet ?? "outlet not known"}, ${item.doc}${item.statement ? ` ${item.statement}` : ""}`;
  const who = item.statement ? `${item.speaker ?? "no source named"}${item.role ? ` (${item.role})` : ""}: ` : "";
  const via = item.via ? `, by way of ${item.via}` : "";
  const shown = item.fragments.map(({ pieces }) =>
    pieces.map(({ text, hit }) => (hit ? `${on}${harmless(flat(text))}${off}` : harmless(flat(text)))).join(""),
  );
  return [
    `${String(number).padStart(3)}  ${harmless(where)}`,
    `     ${harmless(who)}${shown.join(" … ") || harmless(item.content ?? item.title ?? "")}${harmless(via)}`,
  ];
}
