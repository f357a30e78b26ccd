/**
 * Labels on gold spans: `node tools/labels.ts [--list LABEL] [--half odd|even] [FOLDER …]`. Takes source, cue and content
 * of every attribution from the gold, runs the label refiners alone, and prints the share of each label that is right,
 * so that an error of the tagger does not hide one of the labels. `--list` prints each error of one label; `--half`
 * reads every other article only (develop on one half, check on the other).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LABEL_REFINERS, toAttribution } from "../src/attribution/attribute.ts";
import type { Context } from "../src/attribution/context.ts";
import type { Attribution, Span, When } from "../src/document.ts";
import { findQuotations } from "../src/reading/quotations.ts";
import { readArticle } from "../src/reading/read.ts";
import { findSentences } from "../src/reading/sentences.ts";

const FOLDERS = ["../shared/gold/dev", "../shared/gold/invented"];
const COMPARED = ["form", "act", "negated", "framing", "kind", "naming", "entity", "role", "channel", "when"] as const;
type Label = (typeof COMPARED)[number];

interface Gold {
  article: Record<string, string | null>;
  attributions: Attribution[];
}

const { values: flags, positionals } = (await import("node:util")).parseArgs({
  allowPositionals: true,
  options: { list: { type: "string" }, half: { type: "string" } },
});

/** As the scorer compares names. */
const norm = (s: string | null): string =>
  (s ?? "")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^(the|a|an)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => x[0] < y[1] && y[0] < x[1]));
const dated = (w: When | null): string | null | undefined => (w ? w.value : undefined);

/** Whether a label is right; `null` when the scorer does not count it here. */
function right(label: Label, ours: Attribution, gold: Attribution): boolean | null {
  if (label === "entity") return norm(ours.entity) === norm(gold.entity);
  if (label === "role") {
    if (!gold.role) return null;
    const [a, b] = [norm(ours.role), norm(gold.role)];
    return a !== "" && (a.includes(b) || b.includes(a));
  }
  if (label === "channel")
    return ours.channel.length + gold.channel.length === 0 ? null : meet(ours.channel, gold.channel);
  if (label === "when") return ours.when || gold.when ? dated(ours.when) === dated(gold.when) : null;
  return ours[label] === gold[label];
}

const tally = new Map<Label, { right: number; of: number; confused: Map<string, number> }>(
  COMPARED.map((l) => [l, { right: 0, of: 0, confused: new Map() }]),
);

for (const folder of positionals.length > 0 ? positionals : FOLDERS) {
  const names = readdirSync(folder)
    .filter((f) => f.endsWith(".gold.json"))
    .sort();
  for (const [i, file] of names.entries()) {
    if (flags.half && (i % 2 === 0) !== (flags.half === "odd")) continue;
    const id = file.slice(0, -".gold.json".length);
    const gold = JSON.parse(readFileSync(join(folder, file), "utf8")) as Gold;
    const { title, outlet, published } = gold.article;
    const given = {
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
      ...(published ? { published } : {}),
    };
    const doc = await readArticle({ id, body: readFileSync(join(folder, `${id}.txt`), "utf8"), kind: "text", given });
    const context: Context = { doc, sentences: findSentences(doc), quotations: findQuotations(doc), note: () => {} };
    let ours = gold.attributions.map(({ id, source, cue, content, within }) => ({
      ...toAttribution({ source, cue, content, confidence: 1, by: "gold", reason: "marked by hand" }),
      id,
      within,
    }));
    for (const refine of LABEL_REFINERS)
      ours = refine(ours, context).map((a) => ({
        ...a,
        within: gold.attributions.find((g) => g.id === a.id)?.within ?? null,
      }));
    for (const g of gold.attributions) {
      const a = ours.find((x) => x.id === g.id);
      if (a && !g.furniture) for (const label of COMPARED) count(label, a, g, id, doc.text);
    }
  }
}

function shown(label: Label, a: Attribution, text: string): string {
  if (label === "channel") return a.channel.map((s) => text.slice(...s)).join("; ") || "null";
  if (label === "when") return a.when ? `${text.slice(...a.when.span)} = ${a.when.value}` : "null";
  return String(a[label]);
}

function count(label: Label, ours: Attribution, gold: Attribution, id: string, text: string): void {
  const t = tally.get(label);
  const ok = right(label, ours, gold);
  if (!t || ok === null) return;
  t.of++;
  if (ok) t.right++;
  else {
    const pair = `${shown(label, gold, text)} read as ${shown(label, ours, text)}`;
    t.confused.set(pair, (t.confused.get(pair) ?? 0) + 1);
    const words = (list: readonly Span[]): string => list.map((s) => text.slice(...s)).join(" … ");
    if (flags.list === label)
      console.log(
        `${id} ${gold.id}: ${pair}\n    [${words(gold.source)}] [${words(gold.cue)}] ${words(gold.content).slice(0, 160)}`,
      );
  }
}

for (const [label, t] of tally) {
  console.log(`${label.padEnd(8)} ${((100 * t.right) / t.of).toFixed(1).padStart(5)} % of ${t.of}`);
  if (flags.list || ["entity", "role", "channel", "when"].includes(label)) continue;
  const most = [...t.confused].sort((a, b) => b[1] - a[1]).slice(0, 6);
  if (most.length > 0) console.log(`         ${most.map(([pair, n]) => `${n} ${pair}`).join(", ")}`);
}
