/**
 * Labels on gold spans: `node tools/labels.ts [--list LABEL] [--half odd|even] [FOLDER …]`. Takes source, cue and content
 * of every attribution from the gold, runs the label refiners alone, and prints the share of each label that is right,
 * so that an error of the tagger does not hide one of the labels. `--list` prints each error of one label; `--half`
 * reads every other article only (develop on one half, check on the other).
 */
import { LABEL_REFINERS, toAttribution } from "../src/attribution/attribute.ts";
import type { Attribution, Span } from "../src/document.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import { contextOf } from "./context.ts";
import { COMPARED, goldIn, type Label, rightLabel } from "./gold.ts";

const FOLDERS = ["../shared/gold/dev", "../shared/gold/invented"];
const { values: flags, positionals } = (await import("node:util")).parseArgs({
  allowPositionals: true,
  options: { list: { type: "string" }, half: { type: "string" } },
});

const tagger = await loadTagger();
const tally = new Map<Label, { right: number; of: number; confused: Map<string, number> }>(
  COMPARED.map((l) => [l, { right: 0, of: 0, confused: new Map() }]),
);

for (const folder of positionals.length > 0 ? positionals : FOLDERS) {
  for (const [i, { id, doc, attributions: gold }] of (await goldIn(folder)).entries()) {
    if (flags.half && (i % 2 === 0) !== (flags.half === "odd")) continue;
    const context = await contextOf(doc, tagger);
    let ours = gold.map(({ id, source, cue, content, within }) => ({
      ...toAttribution({ source, cue, content, confidence: 1, by: "gold", reason: "marked by hand" }),
      id,
      within,
    }));
    for (const refine of LABEL_REFINERS)
      ours = refine(ours, context).map((a) => ({
        ...a,
        within: gold.find((g) => g.id === a.id)?.within ?? null,
      }));
    for (const g of gold) {
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
  const ok = rightLabel(label, ours, gold);
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
