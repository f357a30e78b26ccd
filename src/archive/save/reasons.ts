/** What the labels of statements rest on, each reason once: a few are told again and again. Pure. */
import type { Attribution, Field, Why } from "../../document.ts";
import { type Columns, fromColumns, toColumns } from "./columns.ts";

export interface Reasons {
  /** Every reason that is told, without its confidence. */
  told: Why[];
  /** Which of them each label has. */
  labels: Columns;
  /** Their confidences, column by column as in `labels`; `SAME` where it is that of the label before, the first's being the statement's. */
  confidences: (number | typeof SAME)[][];
}

const SAME = "";

export function toReasons(attributions: readonly Pick<Attribution, "why" | "confidence">[]): Reasons {
  const told = new Map<string, number>();
  const confidences: Record<string, (number | typeof SAME)[]> = {};
  const labels = attributions.map(({ why, confidence }) => {
    let last = confidence;
    const row: Partial<Record<Field, number>> = {};
    for (const [field, reason] of Object.entries(why) as [Field, Why][]) {
      const bare = JSON.stringify({ ...reason, confidence: 0 });
      if (!told.has(bare)) told.set(bare, told.size);
      row[field] = told.get(bare) as number;
      confidences[field] ??= [];
      confidences[field].push(reason.confidence === last ? SAME : reason.confidence);
      last = reason.confidence;
    }
    return row;
  });
  return {
    told: [...told.keys()].map((bare) => JSON.parse(bare) as Why),
    labels: toColumns(labels),
    confidences: Object.values(confidences),
  };
}

/** @param statements the confidence of each statement */
export function fromReasons(
  { told, labels, confidences }: Reasons,
  statements: readonly number[],
): Attribution["why"][] {
  const columns = new Map(
    Object.keys(labels.columns).map((field, i) => [field, { list: confidences[i] ?? [], at: 0 }]),
  );
  return fromColumns(labels).map((row, i) => {
    let last = statements[i] as number;
    const why: Attribution["why"] = {};
    for (const field in row) {
      const column = columns.get(field);
      const given = column?.list[column.at++];
      if (typeof given === "number") last = given;
      why[field as Field] = { ...(told[row[field] as number] as Why), confidence: last };
    }
    return why;
  });
}
