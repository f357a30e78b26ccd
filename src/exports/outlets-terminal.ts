/** Outlets for a terminal. */
import type { Outlet, OutletList } from "../archive/outlets/outlet.ts";
import type { OutletDecided } from "../views/outlets.ts";
import { harmless } from "./terminal.ts";

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** A list of outlets, each with its names, who joined them, and what only seems to be the same. */
export function outletsToTerminal({ total, items }: OutletList, offset: number): string {
  if (total === 0) return "No article of the archive is by an outlet of this name.\n";
  const head = `${plural(total, "outlet")}${items.length < total ? `, ${offset + 1} to ${offset + items.length}` : ""}`;
  return `${[head, ...items.flatMap((outlet) => ["", ...outletLines(outlet)])].join("\n")}\n`;
}

/** What was decided, and how the outlets stand now. */
export function outletDecidedToTerminal({ event, outlets }: OutletDecided): string {
  const done = event ? `Kept (${event.type}); take it back with: hearsay outlets undo` : "Nothing to take back.";
  return `${[done, ...outlets.flatMap((outlet) => ["", ...outletLines(outlet)])].join("\n")}\n`;
}

function outletLines({ name, names, articles, resembling }: Outlet): string[] {
  const lone = names.length === 1 && names[0]?.name === name;
  return [
    `${name}, ${plural(articles, "article")}`,
    ...(lone
      ? []
      : names.map(
          (one) => `  ${String(one.articles).padStart(5)}  ${one.name}${one.decided ? `: ${one.decided}` : ""}`,
        )),
    ...resembling.map(
      (other) =>
        `  perhaps the same: ${other.name}, ${plural(other.articles, "article")} (${other.reason}); not counted here`,
    ),
  ].map(harmless);
}
