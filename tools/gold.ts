/** The gold articles, and when a label is right, for the tools that measure against them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attribution, Document, Span, When } from "../src/document.ts";
import { readArticle } from "../src/reading/read.ts";

export const COMPARED = [
  "form",
  "act",
  "negated",
  "framing",
  "kind",
  "naming",
  "entity",
  "role",
  "channel",
  "when",
] as const;
export type Label = (typeof COMPARED)[number];

export interface GoldArticle {
  id: string;
  doc: Document;
  /** As marked by hand; those in furniture are marked so. */
  attributions: Attribution[];
}

/** The articles of a folder of `NAME.txt` and `NAME.gold.json`, read with what their users would tell of them. */
export async function goldIn(folder: string): Promise<GoldArticle[]> {
  const articles: GoldArticle[] = [];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".gold.json"))
    .sort()) {
    const id = file.slice(0, -".gold.json".length);
    const { article, attributions } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      article: Record<string, string | null>;
      attributions: Attribution[];
    };
    const given = Object.fromEntries(
      ["title", "outlet", "published"].flatMap((field) => (article[field] ? [[field, article[field]]] : [])),
    );
    const doc = await readArticle({ id, body: readFileSync(join(folder, `${id}.txt`), "utf8"), kind: "text", given });
    articles.push({ id, doc, attributions });
  }
  return articles;
}

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
export function rightLabel(label: Label, ours: Attribution, gold: Attribution): boolean | null {
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

const length = (spans: readonly Span[]): number => spans.reduce((n, [s, e]) => n + e - s, 0);
const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((n, x) => n + b.reduce((m, y) => m + Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0])), 0), 0);

/** Least part of both contents that must be shared. */
const SAME = 0.5;

/** The gold attribution that each of ours matches, each once, the likest first, as the scorer pairs them. */
export function matches(ours: readonly Attribution[], gold: readonly Attribution[]): Map<Attribution, Attribution> {
  const pairs = ours.flatMap((a) =>
    gold.flatMap((g) => {
      const common = shared(a.content, g.content);
      const alike = common / (length(a.content) + length(g.content) - common);
      return alike < SAME
        ? []
        : [{ a, g, alike: alike + (meet(a.cue, g.cue) ? 1 : 0) + (meet(a.source, g.source) ? 0.5 : 0) }];
    }),
  );
  const [found, used] = [new Map<Attribution, Attribution>(), new Set<Attribution>()];
  for (const { a, g } of pairs.sort((x, y) => y.alike - x.alike))
    if (!found.has(a) && !used.has(g)) {
      found.set(a, g);
      used.add(g);
    }
  return found;
}

/** Whether both have a source in common, or neither has one. */
export const sameSource = (a: Attribution, g: Attribution): boolean =>
  meet(a.source, g.source) || a.source.length + g.source.length === 0;
