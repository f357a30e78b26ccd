/**
 * Main text and metadata over pages with known bodies: `node tools/maintext.ts [SHARED] [--half 0|1] [--worst N]`.
 * Writes the readings as the scorer wants them, runs it, and measures quotations kept whole and pages per CPU second.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Document } from "../src/document.ts";
import { readHtml } from "../src/reading/html.ts";

interface Item {
  id: string;
  url: string;
  body: string;
  title?: string;
  author?: string;
  date?: string;
}

const MAIN = new Set(["paragraph", "heading", "list", "quotation"]);
const QUOTED = /[“"]([^“”"\n]{12,600})[”"]/gu;
const flat = (s: string): string => (s.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();

export interface PageScores {
  set: string;
  pages: number;
  f1: number;
  precision: number;
  recall: number;
  title: string;
  byline: string;
  published: string;
  quotationsKept: number;
  quotations: number;
  pagesPerCpuSecond: number;
}

/** Reads the pages of one set and scores them; `half` keeps the sites of one half (by a hash of the host). */
export function scorePages(shared: string, set: string, half?: number, worst = 0): PageScores {
  const folder = join(shared, "data/pages", set);
  const all = readFileSync(join(folder, "items.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Item);
  const items = half === undefined ? all : all.filter((item) => hash(item.url) % 2 === half);
  const scratch = mkdtempSync(join(tmpdir(), "hearsay-pages-"));
  const pages = items.map((item) => gunzipSync(readFileSync(join(folder, `${item.id}.html.gz`))).toString("utf8"));
  const cpu = process.cpuUsage();
  const docs = items.map((item, i) => readHtml({ id: item.id, body: pages[i] as string, kind: "html" }));
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  const pred = join(scratch, "pred.jsonl");
  writeFileSync(pred, docs.map((doc) => JSON.stringify(doc)).join("\n"));
  writeFileSync(join(scratch, "items.jsonl"), items.map((item) => JSON.stringify(item)).join("\n"));
  const result = JSON.parse(
    execFileSync(process.execPath, [join(shared, "score/maintext.mjs"), "--gold", scratch, "--pred", pred], {
      encoding: "utf8",
    }),
  );
  rmSync(scratch, { recursive: true });
  const quotes = items.map((item, i) => quotationsKept(item.body, docs[i] as Document));
  if (worst > 0) printWorst(items, docs, worst);
  return {
    set,
    ...result,
    quotationsKept: quotes.reduce((n, q) => n + q.kept, 0),
    quotations: quotes.reduce((n, q) => n + q.of, 0),
    pagesPerCpuSecond: Math.round((items.length / seconds) * 10) / 10,
  };
}

const mainText = (doc: Document): string =>
  doc.blocks
    .filter((b) => MAIN.has(b.kind))
    .map((b) => doc.text.slice(...b.span))
    .join("\n");

/** Quoted spans of four words or more of the gold body, and how many stand whole in the main text. */
function quotationsKept(body: string, doc: Document): { kept: number; of: number } {
  const text = flat(mainText(doc));
  const quotes = [...body.matchAll(QUOTED)].map((m) => flat(m[1] as string)).filter((q) => q.split(" ").length >= 4);
  return { kept: quotes.filter((q) => text.includes(q)).length, of: quotes.length };
}

function printWorst(items: readonly Item[], docs: readonly Document[], count: number): void {
  const rows = items.map((item, i) => {
    const doc = docs[i] as Document;
    const gold = new Set(item.body.split("\n").map(flat).filter(Boolean));
    const goldText = flat(item.body);
    const extra = doc.blocks
      .filter((b) => MAIN.has(b.kind))
      .map((b) => doc.text.slice(...b.span))
      .filter((t) => !goldText.includes(flat(t)));
    const mine = flat(mainText(doc));
    const lost = [...gold].filter((line) => !mine.includes(line));
    return { item, extra, lost, weight: extra.join(" ").length + lost.join(" ").length };
  });
  for (const { item, extra, lost } of rows.sort((a, b) => b.weight - a.weight).slice(0, count)) {
    console.log(`\n== ${item.url}`);
    for (const t of extra.slice(0, 8)) console.log(`  + ${t.slice(0, 130)}`);
    for (const t of lost.slice(0, 8)) console.log(`  - ${t.slice(0, 130)}`);
  }
}

function hash(url: string): number {
  let h = 0;
  for (const ch of url.replace(/^https?:\/\/(?:www\.)?/, "").split("/")[0] ?? "") h = (h * 31 + ch.charCodeAt(0)) >>> 0;
  return h;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const option = (name: string): number | undefined =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;
  const shared = args[0] && !args[0].startsWith("--") ? args[0] : "../shared";
  for (const set of ["aeb", "atf"]) console.log(scorePages(shared, set, option("--half"), option("--worst") ?? 0));
}
