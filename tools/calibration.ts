/**
 * How much confidences can be trusted: `node tools/calibration.ts [--write] [--shared FOLDER]`. Reads both gold sets with the
 * whole product and compares, for every label of a statement that a gold statement matches, how sure the product was with
 * how often it was right. Prints the expected calibration error (ten bins of equal width) of the steps' own confidences,
 * and of confidences mapped by a monotone function (isotonic regression, Ayer et al. 1955) that was fitted on the other
 * nine tenths of the articles. `--write` fits the maps on all articles, writes them to
 * src/attribution/calibration-table.ts and the table into the model card.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { attribute } from "../src/attribution/attribute.ts";
import { between } from "../src/attribution/calibration.ts";
import type { Calibrated, Knots } from "../src/attribution/calibration-table.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import { COMPARED, goldIn, matches, rightLabel, sameSource } from "./gold.ts";

const { values: flags } = parseArgs({
  options: { write: { type: "boolean" }, shared: { type: "string", default: "../shared" } },
});

interface Told {
  set: string;
  /** Number of the article, for the folds. */
  article: number;
  confidence: number;
  right: boolean;
}

const FOLDS = 10;
const BINS = 10;
/** Counts as so many labels of the usual rightness in each step of a map: a few labels alone do not make a certainty. */
const PRIOR = 3;
const FIELDS: readonly Calibrated[] = ["statement", ...COMPARED];
const TABLE = new URL("../src/attribution/calibration-table.ts", import.meta.url);
const CARD = new URL("../models/attribution-en/README.md", import.meta.url);

const told = new Map<Calibrated, Told[]>(FIELDS.map((f) => [f, []]));
const tagger = await loadTagger();
let article = 0;
for (const set of ["dev", "invented"])
  for (const { doc, attributions: gold } of await goldIn(join(flags.shared, "gold", set))) {
    article++;
    const ours = (await attribute(doc, tagger, { uncalibrated: true })).attributions.filter((a) => !a.furniture);
    const matched = matches(
      ours,
      gold.filter((g) => !g.furniture),
    );
    for (const a of ours) {
      const g = matched.get(a);
      const add = (field: Calibrated, confidence: number, right: boolean): void => {
        told.get(field)?.push({ set, article, confidence, right });
      };
      add("statement", a.confidence, g !== undefined && sameSource(a, g));
      for (const label of g ? COMPARED : []) {
        const why = a.why[label];
        const right = g ? rightLabel(label, a, g) : null;
        // What is said to be absent carries no confidence.
        if (why && right !== null) add(label, why.confidence, right);
      }
    }
  }

/** Isotonic regression by pooling adjacent violators: blocks of confidences with the share that was right, rising. */
function isotonic(all: readonly Told[]): Knots {
  const usual = all.filter((t) => t.right).length / Math.max(1, all.length);
  const values = new Map<number, { right: number; of: number }>();
  for (const { confidence, right } of all) {
    const at = Math.round(confidence * 100) / 100;
    const known = values.get(at) ?? { right: 0, of: 0 };
    values.set(at, { right: known.right + (right ? 1 : 0), of: known.of + 1 });
  }
  const blocks: { from: number; to: number; right: number; of: number }[] = [];
  for (const [at, { right, of }] of [...values].sort(([a], [b]) => a - b)) {
    blocks.push({ from: at, to: at, right, of });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      if (share(before, usual) < share(last, usual)) break;
      blocks.splice(-2, 2, {
        from: before.from,
        to: last.to,
        right: before.right + last.right,
        of: before.of + last.of,
      });
    }
  }
  return blocks.flatMap((b) => {
    const value = Math.round(share(b, usual) * 1000) / 1000;
    return b.from === b.to ? [[b.from, value] as const] : [[b.from, value] as const, [b.to, value] as const];
  });
}

const share = ({ right, of }: { right: number; of: number }, usual: number): number =>
  (right + PRIOR * usual) / (of + PRIOR);

interface Bin {
  sure: number;
  right: number;
  of: number;
}

function binsOf(all: readonly { confidence: number; right: boolean }[]): Bin[] {
  const bins = Array.from({ length: BINS }, () => ({ sure: 0, right: 0, of: 0 }));
  for (const { confidence, right } of all) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))] as Bin;
    bin.sure += confidence;
    bin.of++;
    if (right) bin.right++;
  }
  return bins;
}

/** Expected calibration error: the mean distance of sureness and rightness over bins, by their sizes. */
function errorOf(all: readonly { confidence: number; right: boolean }[]): number {
  return binsOf(all).reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, all.length);
}

const maps = new Map<Calibrated, Knots>();
const lines: string[] = [];
const outside = new Map<Calibrated, Told[]>();
for (const field of FIELDS) {
  const all = told.get(field) ?? [];
  maps.set(field, isotonic(all));
  const mapped = Array.from({ length: FOLDS }, (_, fold) => {
    const knots = isotonic(all.filter((t) => t.article % FOLDS !== fold));
    return all
      .filter((t) => t.article % FOLDS === fold)
      .map((t) => ({ ...t, confidence: between(knots, t.confidence) }));
  }).flat();
  outside.set(field, mapped);
  const of = (set: string): Told[] => mapped.filter((t) => t.set === set);
  const percent = (x: number): string => (100 * x).toFixed(1);
  const right = all.filter((t) => t.right).length / Math.max(1, all.length);
  lines.push(
    `| ${field} | ${all.length} | ${percent(right)} | ${percent(errorOf(all))} | ${percent(errorOf(mapped))} | ${percent(errorOf(of("dev")))} | ${percent(errorOf(of("invented")))} |`,
  );
}
const reliability = binsOf([...outside.values()].flat()).flatMap(({ sure, right, of }, i) =>
  of === 0
    ? []
    : [
        `| ${i * 10}–${(i + 1) * 10} % | ${of} | ${((100 * sure) / of).toFixed(1)} | ${((100 * right) / of).toFixed(1)} |`,
      ],
);
const report = `| label | labels | right, % | error of the steps' own, % | calibrated | on gold/dev | on gold/invented |
|---|---|---|---|---|---|---|
${lines.join("\n")}

All labels together, calibrated, by how sure:

| sure | labels | mean sureness, % | right, % |
|---|---|---|---|
${reliability.join("\n")}`;
console.log(report);

if (flags.write) {
  const rows = [...maps].map(([field, knots]) => `  ${field}: ${JSON.stringify(knots)},`).join("\n");
  const code = readFileSync(TABLE, "utf8");
  const [open, close] = ["// Fitted from here\n", "  // to here\n"];
  writeFileSync(TABLE, `${code.slice(0, code.indexOf(open) + open.length)}${rows}\n${code.slice(code.indexOf(close))}`);
  const card = readFileSync(CARD, "utf8");
  const [start, end] = ["<!-- calibration -->\n", "<!-- /calibration -->"];
  writeFileSync(
    CARD,
    `${card.slice(0, card.indexOf(start) + start.length)}${report}\n${card.slice(card.indexOf(end))}`,
  );
}
