/** A statement as one flat row: what CSV, Excel and Parquet hold. The columns are described in docs/formats.md. */
import type { Attribution, Reading, Span } from "../document.ts";
import { hull } from "../attribution/spans.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import { permalink } from "../views/permalink.ts";
import { quoteAt } from "../archive/quote.ts";

/** How a column is held: words, yes or no, an offset in UTF-16 units, a share from 0 to 1. */
export type ColumnType = "text" | "flag" | "offset" | "share";

/** The columns in their order. */
export const COLUMNS = {
  article: "text",
  title: "text",
  outlet: "text",
  published: "text",
  url: "text",
  statement: "text",
  speaker: "text",
  role: "text",
  kind: "text",
  naming: "text",
  source: "text",
  cue: "text",
  content: "text",
  form: "text",
  act: "text",
  negated: "flag",
  framing: "text",
  channel: "text",
  within: "text",
  when: "text",
  confidence: "share",
  start: "offset",
  end: "offset",
  exact: "text",
  prefix: "text",
  suffix: "text",
  permalink: "text",
} as const satisfies Record<string, ColumnType>;

export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

interface Held {
  text: string | null;
  flag: boolean;
  offset: number;
  share: number;
}
/** One statement; `null` where nothing is known. `start` and `end` enclose all pieces of the content. */
export type Row = { [C in Column]: Held[(typeof COLUMNS)[C]] };

/** The statements of the articles themselves, in order; those inside teasers are left out. */
export function* statementRows(readings: Iterable<Reading>): Generator<Row> {
  for (const reading of readings) for (const a of ownStatements(reading)) yield row(reading, a);
}

function row({ doc, text, article }: Reading, a: Attribution): Row {
  const words = (spans: readonly Span[]): string | null => wordsAt(text, spans) || null;
  const span: Span = hull(a.content) ?? [0, 0];
  return {
    article: doc,
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    url: article.url,
    statement: a.id,
    speaker: a.entity ?? words(a.source),
    role: a.role,
    kind: a.kind,
    naming: a.naming,
    source: words(a.source),
    cue: words(a.cue),
    content: words(a.content),
    form: a.form,
    act: a.act,
    negated: a.negated,
    framing: a.framing,
    channel: words(a.channel),
    within: a.within,
    when: a.when && (a.when.value ?? words([a.when.span])),
    confidence: a.confidence,
    start: span[0],
    end: span[1],
    ...quoteAt(text, span),
    permalink: permalink(article.url, text, span),
  };
}
