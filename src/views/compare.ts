/** Two articles side by side: what both tell, how the words differ, and what only one of them has. Pure. */
import { articleOf } from "../archive/trace/article.ts";
import { type DiffPart, diffWords } from "../archive/trace/diff.ts";
import { traceAll } from "../archive/trace/trace.ts";
import type { Alteration, Change, Circumstance, Telling } from "../archive/trace/types.ts";
import { ownStatements } from "../attribution/statements.ts";
import type { Attribution, Reading } from "../document.ts";

/** A statement that both articles tell; the change is that of the later telling against the first. */
export interface Shared {
  speaker: string | null;
  a: Told;
  b: Told;
  change: Change;
  changes: (Alteration | Circumstance)[];
  /** From the words of `a` to those of `b`; empty where they are the same. */
  diff: DiffPart[];
}

export interface Told {
  /** The statement of the article; `null` where it tells it in its own voice. */
  statement: string | null;
  content: string;
}

export interface Comparison {
  both: Shared[];
  onlyA: Attribution[];
  onlyB: Attribution[];
}

/** Compares two readings; they must be of two articles (`doc`). */
export function compareReadings(a: Reading, b: Reading): Comparison {
  const both: Shared[] = [];
  const used = new Set<string>();
  for (const { speaker, tellings } of traceAll([articleOf(a), articleOf(b)], { closing: false })) {
    const inA = tellings.find((t) => t.doc === a.doc);
    const inB = tellings.find((t) => t.doc === b.doc);
    if (!inA || !inB) continue;
    const [toldA, toldB] = [toldIn(a, inA), toldIn(b, inB)];
    if (toldA.statement) used.add(`a ${toldA.statement}`);
    if (toldB.statement) used.add(`b ${toldB.statement}`);
    const later = tellings.indexOf(inA) < tellings.indexOf(inB) ? inB : inA;
    const diff = later.change === "exact" ? [] : diffWords(toldA.content, toldB.content);
    both.push({ speaker, a: toldA, b: toldB, change: later.change, changes: later.changes, diff });
  }
  return {
    both,
    onlyA: ownStatements(a).filter(({ id }) => !used.has(`a ${id}`)),
    onlyB: ownStatements(b).filter(({ id }) => !used.has(`b ${id}`)),
  };
}

function toldIn({ text, attributions }: Reading, { span }: Telling): Told {
  const whose = attributions.find((x) => !x.furniture && x.content.some(([s, e]) => s < span[1] && span[0] < e));
  return { statement: whose?.id ?? null, content: text.slice(...span).replace(/\s+/g, " ") };
}
