/** First step, an article at a time: where it stands in order of time, and the outlets that it tells of. */
import type { Reading } from "../../../document.ts";
import { articleOf } from "../article.ts";
import { outletsIn } from "../outlets.ts";
import { timeOf } from "../trace.ts";

export interface OutletsAnswer {
  time: number;
  /** Sorts as ids do here, wherever it is sorted. */
  order: string;
  names: [key: string, name: string][];
  house: string | null;
}

export function outletsStep(): (line: { reading: Reading }) => OutletsAnswer {
  return ({ reading }) => {
    const { names, house } = outletsIn(articleOf(reading));
    return { time: timeOf(reading.article), order: orderOf(reading.doc), names: [...names], house };
  };
}

/** Hexadecimal UTF-16 units: other systems order strings by bytes of UTF-8, which differs for characters beyond the basic plane. */
const orderOf = (doc: string): string =>
  Array.from({ length: doc.length }, (_, i) => doc.charCodeAt(i).toString(16).padStart(4, "0")).join("");
