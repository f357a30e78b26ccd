/** Statements that the trace found against those that are known: what `tools/trace-truth.ts` and the golden test count. */
import type { Statement, Telling, TraceArticle } from "../src/archive/trace/types.ts";

interface TruthTelling {
  doc: string;
  content: string;
  speaker: string | null;
  change: string;
  changes: string[];
  relay: string | null;
}
interface Side {
  doc: string;
  content: string;
  speaker: string;
}
/** The shape of test/archive/example-truth.json. */
export interface Truth {
  statements: {
    id: string;
    kind: string;
    speaker: string;
    first: string;
    independent: number;
    tellings: TruthTelling[];
  }[];
  apart: { a: Side; b: Side; why: string }[];
}

export interface Count {
  right: number;
  of: number;
}
export interface TraceScore {
  /** Known tellings found in the statement that holds most of its fellows. */
  recall: Count;
  /** The same, of tellings in other words only. */
  recallReworded: Count;
  /** Tellings found in statements that match a known one, and known there. */
  precision: Count;
  /** Statements found that match no known one. */
  extraStatements: number;
  kind: Count;
  speaker: Count;
  change: Count;
  changes: Count;
  relay: Count;
  independent: Count;
  first: Count;
  apart: Count;
  /** What is wrong, a line each. */
  notes: string[];
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];
const plain = (name: string | null): string => words(name ?? "").join(" ");

/** Whether two spans have most of their words in common. */
function overlaps(text: string, a: readonly [number, number], b: readonly [number, number]): boolean {
  const count = (s: number, e: number): number => (e > s ? words(text.slice(s, e)).length : 0);
  const both = count(Math.max(a[0], b[0]), Math.min(a[1], b[1]));
  return both > 0.5 * Math.max(count(...a), count(...b));
}

/** Counts; a telling matches when the article is the same and the spans share most of their words. */
export function scoreTrace(found: readonly Statement[], truth: Truth, articles: readonly TraceArticle[]): TraceScore {
  const textOf = new Map(articles.map((a) => [a.doc, a.text]));
  const place = ({ doc, content }: { doc: string; content: string }): [number, number] => {
    const at = (textOf.get(doc) ?? "").indexOf(content);
    if (at < 0) throw new Error(`"${content}" does not stand in ${doc}`);
    return [at, at + content.length];
  };
  const byDoc = new Map<string, Set<Statement>>();
  for (const s of found) for (const t of s.tellings) byDoc.set(t.doc, (byDoc.get(t.doc) ?? new Set()).add(s));
  const finds = (t: Telling, known: { doc: string; content: string }): boolean =>
    t.doc === known.doc && overlaps(textOf.get(t.doc) ?? "", t.span, place(known));
  const zero = (): Count => ({ right: 0, of: 0 });
  const score: TraceScore = {
    recall: zero(),
    recallReworded: zero(),
    precision: zero(),
    extraStatements: 0,
    kind: zero(),
    speaker: zero(),
    change: zero(),
    changes: zero(),
    relay: zero(),
    independent: zero(),
    first: zero(),
    apart: zero(),
    notes: [],
  };
  const tally = (count: Count, right: boolean, note: string): void => {
    count.of++;
    if (right) count.right++;
    else score.notes.push(note);
  };
  const used = new Set<Statement>();
  for (const known of truth.statements) {
    const held = (s: Statement): number => known.tellings.filter((k) => s.tellings.some((t) => finds(t, k))).length;
    const best = [...new Set(known.tellings.flatMap((k) => [...(byDoc.get(k.doc) ?? [])]))]
      .filter((s) => !used.has(s))
      .reduce<Statement | null>((x, s) => (held(s) > (x ? held(x) : 0) ? s : x), null);
    if (best) used.add(best);
    for (const k of known.tellings) {
      const t = best?.tellings.find((x) => finds(x, k));
      tally(score.recall, t !== undefined, `${known.id}: not found in ${k.doc}: ${k.content}`);
      if (k.change === "reworded") {
        score.recallReworded.of++;
        if (t) score.recallReworded.right++;
      }
      if (!t) continue;
      const at = `${known.id} in ${k.doc}`;
      tally(score.speaker, plain(t.speaker) === plain(k.speaker), `${at}: speaker ${t.speaker}, not ${k.speaker}`);
      tally(score.change, t.change === k.change, `${at}: ${t.change}, not ${k.change} [${t.changes}]`);
      const [x, y] = [[...t.changes].sort().join(), [...k.changes].sort().join()];
      tally(score.changes, x === y, `${at}: [${x}], not [${y}]`);
      tally(
        score.relay,
        words(t.relay ?? "").join() === words(k.relay ?? "").join(),
        `${at}: from ${t.relay}, not ${k.relay}`,
      );
    }
    if (!best) continue;
    for (const t of best.tellings)
      tally(
        score.precision,
        known.tellings.some((k) => finds(t, k)),
        `${known.id}: extra ${t.doc}: ${textOf.get(t.doc)?.slice(...t.span)}`,
      );
    tally(
      score.independent,
      best.independent === known.independent,
      `${known.id}: ${best.independent} independent, not ${known.independent}`,
    );
    tally(score.first, best.first === known.first, `${known.id}: first ${best.first}, not ${known.first}`);
    tally(score.kind, best.kind === known.kind, `${known.id}: ${best.kind}, not ${known.kind}`);
  }
  for (const s of found)
    if (!used.has(s)) {
      score.extraStatements++;
      score.notes.push(
        `extra statement: ${s.tellings.map((t) => `${t.doc}: ${textOf.get(t.doc)?.slice(...t.span)}`).join(" | ")}`,
      );
    }
  for (const { a, b, why } of truth.apart) {
    const together = [...(byDoc.get(a.doc) ?? [])].some(
      (s) => s.tellings.some((t) => finds(t, a)) && s.tellings.some((t) => finds(t, b)),
    );
    tally(score.apart, !together, `together (${why}): ${a.doc}: ${a.content} | ${b.doc}: ${b.content}`);
  }
  return score;
}

/** The counts as a table for people. */
export const scoreTable = (score: TraceScore): string =>
  Object.entries(score)
    .filter(([name]) => name !== "notes")
    .map(([name, c]) => `${name.padEnd(16)} ${typeof c === "number" ? c : `${c.right} of ${c.of}`}`)
    .join("\n");
