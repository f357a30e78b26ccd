/** Writes results into docs/bench.md, each benchmark into its own part of the page. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename } from "node:path";

const PAGE = new URL("../docs/bench.md", import.meta.url);

/** Puts lines in the place of those that the part has, from its heading to the next one of its level; a new part goes to the end. */
export function writePart(heading: string, lines: readonly string[], page: URL = PAGE): void {
  const all = readFileSync(page, "utf8").trimEnd().split("\n");
  const level = /^#+ /.exec(heading)?.[0] ?? "# ";
  const at = all.indexOf(heading);
  const next = all.findIndex((line, i) => i > at && line.startsWith(level));
  const from = at < 0 ? all.length : at;
  const to = at < 0 || next < 0 ? all.length : next;
  const part = [heading, "", ...lines, ""];
  writeFileSync(
    page,
    `${[...all.slice(0, from), ...(at < 0 ? [""] : []), ...part, ...all.slice(to)].join("\n").trimEnd()}\n`,
  );
}

/** What a result was measured on. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores; Node ${process.versions.node}`;

/** The command that is running, as anyone can repeat it: a file of this machine stands as FILE. */
export const command = (): string =>
  [
    "node",
    `bench/${basename(process.argv[1] ?? "")}`,
    ...process.argv.slice(2).map((arg) => (arg.includes("/") ? "FILE" : arg)),
  ].join(" ");
