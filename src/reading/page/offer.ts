/** What the parts of a page tell of a field; the first who tells it holds. */
import type { MetaField, MetaOrigin } from "../../document.ts";

/** A field's value with where it was found. */
export interface Told {
  value: string;
  from: MetaOrigin;
}
export type Offer = (field: MetaField, value: string | null | undefined, from: MetaOrigin) => void;
