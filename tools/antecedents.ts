/**
 * Whom pronouns and nouns stand for, against hand-made chains: `node tools/antecedents.ts [--list GROUP] [--shared FOLDER]`.
 * Reads the held-out documents of GUM and MEANTIME (`training/hearsay_training/entities.py` says which) with the whole
 * product, then asks the resolver for every third-person pronoun and every noun that stands for a speaker as if it were a
 * source. Right is an answer that has a name of the same chain; where the chain has no name, the description itself (of a
 * pronoun: one with a noun of the chain in it). `speaks` are those that are the subject of a verb of saying or follow
 * "according to".
 */
import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attribute, toAttribution } from "../src/attribution/attribute.ts";
import { resolveSource } from "../src/attribution/entities/resolve.ts";
import { fromMember, type Resolved, type Scene, setScene } from "../src/attribution/entities/scene.ts";
import { resolveAll } from "../src/attribution/refiners/speaker.ts";
import { within } from "../src/attribution/refiners/within.ts";
import { loadTagger } from "../src/attribution/tagger/load.ts";
import type { Span } from "../src/document.ts";
import { readArticle } from "../src/reading/read.ts";
import { contextOf } from "./context.ts";

const { values: flags } = parseArgs({
  options: { list: { type: "string" }, shared: { type: "string", default: "../shared" } },
});

interface Mention {
  span: Span;
  phrase: Span;
  form: "name" | "nominal" | "pronoun";
  kind: string;
  chain: string;
  speaks: boolean;
}

interface Marked {
  name: string;
  text: string;
  mentions: Mention[];
}

/** The readers of both corpora are those of the training project: they need nothing but Python. */
const marked = execFileSync("python3", ["-m", "hearsay_training.marked", "--shared", realpathSync(flags.shared)], {
  cwd: fileURLToPath(new URL("../training", import.meta.url)),
  encoding: "utf8",
  maxBuffer: 1 << 28,
})
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Marked);

const THIRD = /^(?:s?he|him|his|hers?|they|them|theirs?|its?|(?:him|her|it)self|themselves)$/i;
const asked = (text: string, { form, kind, span }: Mention): boolean =>
  form === "pronoun" ? THIRD.test(text.slice(...span)) : form === "nominal" && kind !== "other";

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether the answer is somebody (or the description) of the mention's chain. */
function right(mention: Mention, { speaker }: Resolved, { mentions, text }: Marked, { cast }: Scene): boolean {
  const chain = mentions.filter((m) => m.chain === mention.chain);
  const names = chain.filter((m) => m.form === "name");
  const members = cast.members.filter((m) => fromMember(m).entity === speaker.entity);
  const ofChain = members.some((member) => member.mentions.some((m) => names.some((n) => overlap(n.span, m.span))));
  if (names.length > 0) return ofChain;
  if (members.length > 0) return false;
  if (mention.form === "nominal") return true;
  const nouns = chain.filter((m) => m.form === "nominal").map((m) => text.slice(...m.span).toLowerCase());
  const entity = (speaker.entity ?? "").toLowerCase();
  return nouns.length === 0 ? speaker.entity === null : nouns.some((noun) => entity.includes(noun));
}

const tagger = await loadTagger();
const tally = new Map<string, { right: number; of: number }>();

function count(document: Marked, mention: Mention, answer: Resolved, ok: boolean): void {
  const { form, kind, speaks, chain } = mention;
  const named = document.mentions.some((m) => m.chain === chain && m.form === "name");
  const source = document.name.startsWith("MEANTIME") ? "MEANTIME" : `GUM ${document.name.split("_")[1]}`;
  const groups = [form, `${form}, ${named ? "named in the text" : "never named"}`, `${form}, ${source}`];
  if (kind !== "other") groups.push(`${form}, of somebody who can speak`);
  if (speaks) groups.push(`${form}, speaks`, "speaks");
  for (const group of groups) {
    const t = tally.get(group) ?? { right: 0, of: 0 };
    tally.set(group, { right: t.right + (ok ? 1 : 0), of: t.of + 1 });
    if (!ok && flags.list === group)
      console.log(
        `${document.name} “${document.text.slice(...mention.phrase)}” at ${mention.span[0]} → ${answer.speaker.entity} (${answer.confidence.toFixed(2)})`,
      );
  }
}

for (const document of marked) {
  const doc = await readArticle({ id: document.name, body: document.text, kind: "text" });
  if (doc.text !== document.text) throw new Error(`${document.name}: the text was changed by reading it`);
  const { attributions } = await attribute(doc, tagger);
  const context = await contextOf(doc, tagger);
  const scene = setScene(context);
  const found = resolveAll(attributions, scene);
  const questions = document.mentions.filter((m) => asked(document.text, m));
  const posed = questions.map(({ form, span, phrase }, i) => ({
    ...toAttribution({
      source: [form === "pronoun" ? span : phrase],
      cue: [],
      content: [],
      confidence: 1,
      by: "mark",
      reason: "asked",
    }),
    id: `q${i}`,
  }));
  const nested = within([...attributions, ...posed], context).slice(attributions.length);
  questions.forEach((mention, i) => {
    const a = nested[i];
    if (!a) return;
    const outer = attributions.findIndex((x) => x.id === a.within);
    const answer = resolveSource(a, found[outer]?.speaker ?? null, scene);
    count(document, mention, answer, right(mention, answer, document, scene));
  });
}

for (const [group, t] of [...tally].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${group.padEnd(42)} ${((100 * t.right) / t.of).toFixed(1).padStart(5)} % of ${t.of}`);
