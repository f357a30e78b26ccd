/** A statement as the archive's tables hold it. */
import { passedOn } from "../attribution/relay.ts";
import { hull } from "../attribution/spans.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading } from "../document.ts";

/** Columns of the table `statements`, in order; described in docs/archive.md. */
export interface StatementRow {
  n: string;
  /** UTF-16 units of the article's text, all pieces of the content enclosed. */
  start: number;
  end: number;
  speaker: string | null;
  role: string | null;
  kind: string;
  naming: string;
  form: string;
  act: string;
  negated: number;
  framing: string;
  channel: string | null;
  /** Who or what stands between the speaker and the article, nearest to the article first; `null` for nobody. */
  via: string | null;
  within: string | null;
  when_value: string | null;
  confidence: number;
  source: string | null;
  cue: string | null;
  content: string;
  /** Where a human’s review of it stands; `suggested` where nobody has looked at it. */
  review: string;
  reviewed_by: string | null;
}

/** The statements of the article itself; those inside teasers are left out. */
export function statementRows(reading: Reading): StatementRow[] {
  return ownStatements(reading).map((a) => rowOf(a, reading));
}

function rowOf(a: Attribution, reading: Reading): StatementRow {
  const [start, end] = hull(a.content) ?? [0, 0];
  const words = (spans: Attribution["source"]): string | null => wordsAt(reading.text, spans) || null;
  return {
    n: a.id,
    start,
    end,
    speaker: a.entity ?? words(a.source),
    role: a.role,
    kind: a.kind,
    naming: a.naming,
    form: a.form,
    act: a.act,
    negated: a.negated ? 1 : 0,
    framing: a.framing,
    channel: words(a.channel),
    via: viaOf(a, reading).join(" ← ") || null,
    within: a.within,
    when_value: a.when?.value ?? null,
    confidence: Math.round(a.confidence * 1000) / 1000,
    source: words(a.source),
    cue: words(a.cue),
    content: wordsAt(reading.text, a.content),
    review: a.review ?? "suggested",
    reviewed_by: a.reviewedBy ?? null,
  };
}

function viaOf(a: Attribution, reading: Reading): string[] {
  const via: string[] = [];
  const seen = new Set<string>();
  let parent = a.within;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const outer = reading.attributions.find((p) => p.id === parent);
    if (!outer) break;
    const name = outer.entity ?? wordsAt(reading.text, outer.source);
    if (name && name !== a.entity) via.unshift(name);
    parent = outer.within;
  }
  for (const span of passedOn(a, reading)) via.push(wordsAt(reading.text, [span]));
  return via;
}
