import type { Document } from "../../document.ts";
import type { Proposal } from "../context.ts";

/** Finds cues and, for each cue, its source and content, with the model in `models/`. */
export interface Tagger {
  /** Proposals in order of the text; furniture is read as well. */
  tag(doc: Document): Promise<Proposal[]>;
}
