/**
 * Words near a cue by which the article tells how it stands to a statement. Data only: a pattern (case does not matter),
 * where it stands, what it does to `framing`, and an example that a test reads.
 */
import type { Framing } from "../../document.ts";

export interface Modifier {
  pattern: string;
  /** `before`: right before the source or the cue; `cue`: beside the verb; `verb`: in the cue itself; `source`: in the source phrase. */
  place: "before" | "cue" | "verb" | "source";
  framing: Exclude<Framing, "neutral">;
  /** Source, cue and content stand in [ ], < > and { }. */
  example: string;
}

export const MODIFIERS: readonly Modifier[] = [
  {
    pattern:
      "without (?:any |offering |giving |providing |citing |showing |presenting )*(?:evidence|proof|basis|foundation)",
    place: "cue",
    framing: "distancing",
    example: "[Brack] <said>, without offering proof, {that the pier had been sold}.",
  },
  {
    pattern: "(?:falsely|wrongly|baselessly|misleadingly|erroneously|incorrectly|inaccurately|implausibly|dubiously)",
    place: "cue",
    framing: "distancing",
    example: "[Brack] falsely <said> {that the pier had been sold}.",
  },
  {
    pattern: "(?:with no|offering no|giving no|providing no|citing no|showing no) (?:evidence|proof)",
    place: "cue",
    framing: "distancing",
    example: "[Brack] <said>, with no evidence, {that the pier had been sold}.",
  },
  {
    pattern: "(?:rightly|correctly|accurately|truthfully)",
    place: "cue",
    framing: "endorsing",
    example: "[Brack] rightly <said> {that the pier was old}.",
  },
  {
    pattern: "(?:appears?|appeared|seems?|seemed) to have",
    place: "verb",
    framing: "hearsay",
    example: "[Brack] <appears to have said> {that the pier was old}.",
  },
  {
    pattern: "(?:is|are|was|were) (?:\\p{L}+ )?(?:understood|thought|believed|said|reported|rumou?red|alleged) to have",
    place: "verb",
    framing: "hearsay",
    example: "[Brack] <is thought to have told> {that the pier was old}.",
  },
  {
    pattern: "if,? as",
    place: "before",
    framing: "distancing",
    example: "If, as [Brack] <says>, {the pier is safe}, nobody will mind.",
  },
  {
    pattern: "so-called",
    place: "source",
    framing: "distancing",
    example: "[So-called experts] <said> {that the pier was old}.",
  },
  {
    pattern: "self-(?:styled|proclaimed|appointed|described|declared)",
    place: "source",
    framing: "distancing",
    example: "[A self-styled prophet] <said> {that the pier would fall}.",
  },
  {
    pattern: "(?:supposed|purported|would-be|pseudo-)",
    place: "source",
    framing: "distancing",
    example: "[A supposed expert] <said> {that the pier was old}.",
  },
];
