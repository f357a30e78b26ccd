import type { Span } from "../../document.ts";

/** A word as the trace compares it. */
export interface Word {
  /** Lower case; a number as `#` and its value (`#2000000`). */
  form: string;
  /** UTF-16 units of the text; two words of one contraction share it. */
  span: Span;
  /** It is written as a name. */
  name: boolean;
  /** Capitalised where everything is (the head of a sentence): perhaps a name. */
  head: boolean;
  /** It begins a sentence of the content. */
  start: boolean;
  /** It stands in [brackets]: the writer's, not the speaker's. */
  inserted: boolean;
}
